import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { Entity, Field, Policy } from '../../src/core/core.ts'
import { unitName } from '../../src/core/unit-name.ts'
import type { Line } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { agency } from '../../src/explain/names.ts'
import { concat, same } from '../../src/explain/text.ts'
import { renameInFile } from '../../src/intake/rename.ts'
import { readJsonDossiers } from '../../src/intake/read-json.ts'
import { unreachable } from '../../src/base/invariant.ts'
import { inputOf } from './input.ts'
import type { Calls, DossierView, FieldView, Wanted } from './protocol.ts'
import { compilable } from './texts.ts'

let previous: Build | undefined

/** The vocabulary as a form, what is wrong with what was filled in, and which facts still decide something. */
export function dossier({ texts, scenario, own, applicant }: Calls['dossier']['ask']): Calls['dossier']['answer'] {
  previous = compile(compilable(texts), previous)
  const { policy } = previous
  if (policy === null) return null
  const { value, problems } = readJsonDossiers(policy, renameInFile(policy, own, new Map(scenario.renames)))
  const found = value.find((each) => each.id === applicant)
  const outcome = found === undefined ? null : interpreter.evaluate(policy, { ...inputOf(policy, scenario), applicants: [found] })
  const lines = outcome?.kind === 'result' ? outcome.result.applicants.flatMap((each) => each.lines) : []
  return {
    applicant: entityView(policy, policy.applicant), matters: policy.matters.map((each) => entityView(policy, each)),
    problems: problems.filter((each) => each.applicant === null || each.applicant === applicant).map(({ subject, field, message }) => ({ subject, field: field?.zh ?? null, message })),
    wanted: wantedOf(lines),
  }
}

function entityView(policy: Policy, { name, fields }: Entity): DossierView['applicant'] {
  return { name, fields: fields.map((field) => fieldView(policy, field)) }
}

function fieldView(policy: Policy, { name, type, question, judgedBy }: Field): FieldView {
  const values = type.kind === 'enumeration' ? (policy.enumerations.find((each) => each.name.zh === type.name)?.values ?? []) : []
  return { name, question, judgedBy: judgedBy === null ? null : agency(policy, judgedBy), values, ...formOf(policy, type) }
}

const NO_UNIT = same('')

/** How a value is written: a choice, a day, a number with its usual unit, or words. */
function formOf(policy: Policy, type: Field['type']): Pick<FieldView, 'form' | 'unit'> {
  switch (type.kind) {
    case 'boolean': return { form: 'yes-no', unit: NO_UNIT }
    case 'enumeration': return { form: 'choice', unit: NO_UNIT }
    case 'date': return { form: 'day', unit: NO_UNIT }
    case 'money': return { form: 'number', unit: { zh: '元', en: 'yuan' } }
    case 'price': return { form: 'number', unit: concat({ zh: '元/', en: 'yuan/' }, unitName(policy, type.unit)) }
    case 'ratio': return { form: 'number', unit: same('%') }
    case 'duration': return { form: 'number', unit: { zh: '个月', en: 'months' } }
    case 'days': return { form: 'number', unit: { zh: '日', en: 'days' } }
    case 'integer': return { form: 'number', unit: type.unit === null ? NO_UNIT : unitName(policy, type.unit) }
    case 'quantity': return { form: 'number', unit: unitName(policy, type.unit) }
    case 'text':
    case 'identifier':
    case 'matter': return { form: 'words', unit: NO_UNIT }
    default: return unreachable(type)
  }
}

/** The facts that a line waits for: first those that the most lines wait for, then those with the most money at stake. */
function wantedOf(lines: readonly Line[]): readonly Wanted[] {
  const all = new Map<string, { subject: string; field: string; lines: number; width: bigint; clauses: string[] }>()
  for (const line of lines) {
    if (line.standing === 'fails' || line.standing === 'withdrawn') continue
    for (const { subject, field } of line.missing) {
      const key = `${subject}\u0000${field}`
      const known = all.get(key) ?? { subject, field, lines: 0, width: 0n, clauses: [] }
      known.lines += 1
      known.width += line.possible === null ? 0n : line.possible - line.committed
      if (!known.clauses.includes(line.clause)) known.clauses.push(line.clause)
      all.set(key, known)
    }
  }
  return [...all.values()].sort((a, b) => b.lines - a.lines || (a.width === b.width ? 0 : a.width < b.width ? 1 : -1)).map(({ subject, field, clauses }) => ({ subject, field, clauses }))
}
