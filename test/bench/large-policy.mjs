// A policy of 2,000 lines and more: the first version's measures again under other numbers and names, with a matching official text.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LINES = 2000
/** Measures 11 to 18 are the first copy of 1 to 8; 9 is the final sentence. */
const STEP = 10

/** `1.2` of the original is `11.2` in the first copy. */
const renumber = (id, by) => id.replace(/^\d+/, (measure) => String(Number(measure) + by))

/** Two clauses that recognise the same persons need a priority: the copy is an exception to its original. */
const withPriority = (text) => text.replace(/^条款 (\d+\.\d+) .*\n(?:  .*\n)*?  优先顺序 .*$/gm, (clause, id) => `${clause}\n  例外于 条款#${id}`)

function copyOf(original, round, by) {
  const text = withPriority(original)
  const mark = `之${round + 1}`
  return text
    .replace(/^措施 (\d+) (\S+) \((\w+)\)/gm, (_, id, name, alias) => `措施 ${renumber(id, by)} ${name}${mark} (${alias}_${round + 1})`)
    .replace(/^(条款|约束|引导) (\d+\.\d+) (\S+) \((\w+)\)/gm, (_, word, id, name, alias) => `${word} ${renumber(id, by)} ${name}${mark} (${alias}_${round + 1})`)
    .replace(/^示例 (\S+) \((\w+)\)/gm, (_, name, alias) => `示例 ${name}${mark} (${alias}_${round + 1})`)
    .replace(/“(\d+)\.([^“”。]+)。”/g, (_, id, heading) => `“${renumber(id, by)}.${heading}${mark}。”`)
    .replace(/(?<=[ 于])(条款|约束) ((?:\d+\.\d+)(?:，\d+\.\d+)*)(?! \S+ \()/g, (_, word, ids) => `${word} ${ids.split('，').map((id) => renumber(id, by)).join('，')}`)
    .replace(/条款#/g, '条款 ')
}

/** The official text's paragraphs of the measures, renumbered. */
function sourceCopy(source, round, by) {
  const measures = source.split('\n').filter((line) => /^\d+\./.test(line))
  return measures.map((line) => line.replace(/^(\d+)\.([^。]+)。/, (_, id, heading) => `${renumber(id, by)}.${heading}之${round + 1}。`)).join('\n')
}

/** `{ files, source }` as `compile` takes them. */
export function largePolicy(folder, lines = LINES) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.heng')).sort()
  const files = names.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }))
  const measures = files.filter(({ file }) => file.startsWith('measure-'))
  const count = () => files.reduce((sum, { text }) => sum + text.split('\n').length, 0)
  const original = readFileSync(join(folder, 'source.txt'), 'utf8')
  let source = original
  for (let round = 1; count() < lines; round++) {
    const by = round * STEP
    for (const { file, text } of measures) files.push({ file: file.replace('.heng', `-${round + 1}.heng`), text: copyOf(text, round, by) })
    // The last paragraph says when the document is in force.
    const end = source.lastIndexOf('本措施自公布之日起实施。')
    source = `${source.slice(0, end)}${sourceCopy(original, round, by)}\n${source.slice(end)}`
  }
  const fingerprint = `sha256:${createHash('sha256').update(source).digest('hex')}`
  return { files: files.map(({ file, text }) => ({ file, text: text.replace(/sha256:[0-9a-f]{64}/, fingerprint) })), source }
}
