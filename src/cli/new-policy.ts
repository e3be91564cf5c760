import { textHash } from '../core/hash.ts'
import type { Language } from '../diagnostics/diagnostic.ts'
import type { Text } from '../explain/text.ts'
import { markOf } from '../source/marks.ts'
import { parseResponsibility } from '../source/responsibility.ts'
import { segmentSource, type Segment } from '../source/segments.ts'
import { formatFile } from '../syntax/format.ts'
import { namesOf } from '../syntax/names.ts'
import { parseFile } from '../syntax/parse.ts'

/** A file of a new version. */
export interface NewFile {
  readonly file: string
  readonly text: string
}

export interface NewPolicy {
  readonly title: string | null
  readonly jurisdiction: string | null
  readonly edition: string
  readonly language: Language
}

export const EDITIONS: Readonly<Record<string, string>> = { draft: '征求意见稿', official: '正式文本', amendment: '示例修订', model: '示范文本' }

/**
 * The start of a policy from its official text: the header, and for each sentence a clause that only points to it (参见), so that
 * nothing counts as covered yet. Headings stand as comments that become a 措施 when the mark is taken away.
 */
export function newPolicy(source: string, given: NewPolicy): readonly NewFile[] {
  const segments = segmentSource(source)
  const say = (text: Text): string => text[given.language]
  const title = titleOf(segments)
  const loose = segments.filter((segment) => segment.measure === null && segment !== title)
  const main = [header(source, title, given, say), ...loose.map((segment) => stub(segment, numberOf(segment)))]
  const measures = [...new Set(segments.flatMap(({ measure }) => (measure === null ? [] : [measure])))]
  const files = [
    { file: 'policy.heng', text: main.join('\n\n') },
    ...measures.map((id) => ({ file: `measure-${id}.heng`, text: measureFile(id, segments.filter(({ measure }) => measure === id), say) })),
  ]
  return files.map(({ file, text }) => ({ file, text: inLanguage(file, `${text}\n`, given.language) }))
}

/** The formatter writes either surface; comments are already in the language. */
function inLanguage(file: string, text: string, language: Language): string {
  const tree = parseFile(file, text).value
  return formatFile(tree, { surface: language, names: namesOf([tree]) })
}

/** What stands in quotation marks keeps its own; without a partner they are left to the writer. */
const quoted = (text: string): string => (isBalanced(text) ? `“${text}”` : `"${text.replaceAll('"', '”')}"`)

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '“') depth += 1
    else if (character === '”') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

/** c1 is no number of a statement: C.1 is. */
function numberOf({ id }: Segment): string {
  return id.startsWith('c') ? `C.${id.slice(1)}` : id
}

/** The first line that looks like one: no sentence, no bracket, no 附件. */
function titleOf(segments: readonly Segment[]): Segment | undefined {
  return segments.find(({ kind, text }) => kind === 'front' && !/^附件|^[（(]|[。！？：:]$/.test(text))
}

/** The title is left to the drafter as well: once it stands there as in the text, that line is accounted for. */
function header(source: string, found: Segment | undefined, { title, jurisdiction, edition }: NewPolicy, say: (text: Text) => string): string {
  return [
    ...(found === undefined || title !== null ? [] : [`# ${say({ zh: '原文的标题：', en: 'The title in the text: ' })}${found.text}`]),
    `# ${say({ zh: '标题和地区的英文写在“ / ”之后，如 “某市若干措施” / “Measures of a city”。', en: 'The English title and jurisdiction follow a “ / ”: “某市若干措施” / “Measures of a city”.' })}`,
    '政策 新政策 (new_policy)',
    `  标题 ${quoted(title ?? say({ zh: '待填标题', en: 'the title' }))}`,
    `  地区 ${quoted(jurisdiction ?? say({ zh: '待填地区', en: 'the jurisdiction' }))}`,
    `  文本 ${EDITIONS[edition] ?? edition}`,
    `  原文 “source.txt” 指纹 “${textHash(source)}”`,
    '  公布 未定',
    '',
    `# ${say({ zh: '谁来申请，以及要问的事实。另有事项（项目、人员等）的，写“事项”。', en: 'Who applies, with the facts to ask. What belongs to an applicant (projects, people, …) is a “matter”.' })}`,
    '申请人 企业 (enterprise)',
    '',
    `# ${say({ zh: '写明何时施行，如“施行 9 自公布之日”，并引用原句。', en: 'Say from when it is in force, such as “commencement 9 from_publication”, with its sentence.' })}`,
  ].join('\n')
}

function measureFile(id: string, segments: readonly Segment[], say: (text: Text) => string): string {
  const heading = segments.find(({ kind }) => kind === 'heading')
  const parts: string[] = []
  if (heading !== undefined) parts.push(measureComment(id, heading, segments.filter(({ kind }) => kind === 'responsibility'), say))
  for (const segment of segments) if (segment.kind === 'sentence') parts.push(stub(segment, segment.id))
  return parts.join('\n\n')
}

/** The measure as it will be: the names of its heading and of its units, to be declared as agencies. */
function measureComment(id: string, heading: Segment, lines: readonly Segment[], say: (text: Text) => string): string {
  const name = heading.text.slice(markOf(heading.text)?.length ?? 0).replace(/[。！？\s]+$/, '').replace(/\s+/g, '')
  const units = lines.map(({ text }) => parseResponsibility(text))
  const [responsible, cooperating] = [units.flatMap((one) => one.responsible), units.flatMap((one) => one.cooperating)]
  return [
    `# ${say({ zh: '去掉以下各行开头的“# ”，并在 policy.heng 里用“机关”声明各单位：', en: 'Take away the “# ” before these lines, and declare the units as agencies in policy.heng:' })}`,
    `# 措施 ${id} ${name} (measure_${id})`,
    ...(responsible.length === 0 ? [] : [`#   责任单位 ${responsible.join('，')}`]),
    ...(cooperating.length === 0 ? [] : [`#   配合单位 ${cooperating.join('，')}`]),
  ].join('\n')
}

function stub({ text }: Segment, number: string): string {
  return `条款 ${number}\n  参见 ${quoted(text)}`
}
