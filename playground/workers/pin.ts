import { exampleInput } from '../../src/analyses/example-input.ts'
import { runExample } from '../../src/analyses/examples.ts'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { groupBy } from '../../src/engines/groups.ts'
import { formatFile } from '../../src/syntax/format.ts'
import { namesOf } from '../../src/syntax/names.ts'
import type { Names } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'
import { bySubject, exampleText, expected, writer } from '../pin/example-text.ts'
import { inputOf, nameOfApplicant } from './input.ts'
import type { Calls } from './protocol.ts'
import { compilable } from './texts.ts'

let previous: Build | undefined

/** Chinese text in the surface of the page, in its canonical form; null when it does not read back. */
function inSurface(text: string, surface: 'zh' | 'en', names: Names): string | null {
  const { value, diagnostics } = parseFile('example.heng', text)
  return diagnostics.length > 0 || value.statements.length !== 1 ? null : formatFile(value, { surface, names })
}

/** The example that an applicant's card amounts to, by itself, with its earlier grants and decisions; written after all else in the clause's file. */
export function pin({ texts, scenario, applicant, clause, surface }: Calls['pin']['ask']): Calls['pin']['answer'] {
  previous = compile(compilable(texts), previous)
  const { policy, trees } = previous
  if (policy === null) return null
  const all = inputOf(policy, scenario)
  const dossier = all.applicants.find((each) => each.id === applicant)
  if (dossier === undefined) return null
  const subjects = [dossier.id, ...dossier.matters.map((each) => each.id)]
  const input = {
    ...all, applicants: [dossier], ledger: all.ledger.filter((each) => each.applicant === applicant),
    decisions: all.decisions.filter((each) => (each.kind === 'exception' ? each.subjects.every((subject) => subjects.includes(subject)) && (each.applicant ?? applicant) === applicant : each.applicant === applicant)),
  }
  const outcome = interpreter.evaluate(policy, input)
  if (outcome.kind === 'refusal') return null
  // Of what is paid by period all lines of a subject, or none: an example takes them together.
  const lines = [...groupBy(outcome.result.applicants.flatMap((each) => each.lines), (line) => JSON.stringify([line.clause, line.subject])).values()]
    .filter((own) => own.some((line) => line.standing !== 'fails' || line.clause === clause)).flat()
  const names = namesOf(trees)
  const taken = new Set(policy.examples.map((each) => each.name.zh))
  let count = 1
  while (taken.has(`钉例${count}`)) count += 1
  const comment = surface === 'zh' ? `由材料“${nameOfApplicant(policy, dossier)}”钉为示例` : `Pinned from the dossier “${nameOfApplicant(policy, dossier)}”`
  const text = inSurface(exampleText(policy, { name: `钉例${count}`, alias: `pinned_${count}`, comment, input, lines }, writer(names)), surface, names)
  const file = fileOf(previous, clause ?? '') ?? fileOf(previous, lines[0]?.clause ?? '')
  if (text === null || file === null) return null
  const before = texts[file] ?? ''
  return [{ file, span: { start: before.length, end: before.length }, text: `${before.endsWith('\n') ? '' : '\n'}\n${text}` }]
}

function fileOf(build: Build, clause: string): string | null {
  return build.trees.find((tree) => tree.statements.some(({ statement }) => statement.kind === 'clause' && statement.id.text === clause))?.file ?? null
}

/** The edits that let an example expect what comes out now, the reason written above it. */
export function accept({ texts, example: name, reason, surface }: Calls['accept']['ask']): Calls['accept']['answer'] {
  previous = compile(compilable(texts), previous)
  const { policy, trees } = previous
  const example = policy?.examples.find((each) => each.name.zh === name)
  if (policy === null || example === undefined) return null
  const names = namesOf(trees)
  const placed = trees.flatMap((tree) => tree.statements.map((each) => ({ file: tree.file, ...each }))).find(({ file, statement }) => statement.kind === 'example' && file === example.file && [statement.name.name.text, statement.name.alias?.text].some((each) => each === example.name.zh || each === example.name.en))
  if (placed === undefined || placed.statement.kind !== 'example') return null
  const items = placed.statement.items.filter((each) => each.kind === 'expect')
  const lines = new Map(runExample(interpreter, policy, example).map(({ expectation, line }) => [expectation, line]))
  const outcome = interpreter.evaluate(policy, exampleInput(example))
  const found = outcome.kind === 'refusal' ? [] : outcome.result.applicants.flatMap((each) => bySubject(each.lines))
  const edits = example.expected.flatMap((expectation, index): Edit[] => {
    const line = lines.get(expectation)
    const item = items[index]
    if (line == null || item === undefined) return []
    const now = found.find(({ applicant, clause, subject }) => applicant === line.applicant && clause === line.clause && subject === line.subject)
    if (now === undefined) return []
    const one = inSurface(`示例 甲\n  ${expected(policy, now, writer(names))}\n`, surface, names)?.split('\n')[1]?.trim()
    return one === undefined ? [] : [{ file: placed.file, span: { start: placed.start + item.span.start, end: placed.start + item.span.end }, text: one }]
  })
  if (edits.length === 0) return null
  const note = surface === 'zh' ? '接受新的结果' : 'New result accepted'
  return [{ file: placed.file, span: { start: placed.start, end: placed.start }, text: `# ${note}：${reason.replace(/\s+/g, ' ').trim()}\n` }, ...edits]
}
