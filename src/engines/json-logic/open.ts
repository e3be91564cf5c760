import type { Field, Policy } from '../../core/core.ts'
import { isNumeric } from '../../values/types.ts'
import type { Facts, Missing } from '../engine.ts'
import { NOT_APPLICABLE } from './guards.ts'
import type { Instance } from './instance.ts'
import type { Rule } from './rule.ts'
import { run } from './run.ts'

/**
 * JSON Logic has no unknown. But where one way of filling in what is missing makes a condition hold and another makes it
 * fail, the condition is surely undetermined: that is found by trying. Where trying finds only one answer nothing is said.
 */

/** A fact that the rule reads and that is not given. */
interface Gap {
  readonly owner: 'subject' | 'applicant'
  readonly name: string
  readonly tries: readonly Rule[]
  readonly missing: Missing
}

const MOST_TRIES = 512

/** The facts that are missing, when both answers are possible; null when that does not show. */
export function openFacts(policy: Policy, instance: Instance, rule: Rule): readonly Missing[] | null {
  const gaps = gapsOf(policy, instance, rule)
  const seen = new Set<Rule>()
  for (let at = 0; at < Math.min(MOST_TRIES, combinations(gaps)); at++) {
    seen.add(run(rule, filled(instance.data, gaps, at)))
    if (seen.has(true) && seen.has(false)) return gaps.map(({ missing }) => missing)
  }
  return null
}

function combinations(gaps: readonly Gap[]): number {
  return gaps.reduce((product, { tries }) => Math.min(product * tries.length, MOST_TRIES), 1)
}

function gapsOf(policy: Policy, { clause, applicant, subject, entity }: Instance, rule: Rule): readonly Gap[] {
  const constants = { texts: new Set<string>(), numbers: new Set<number>() }
  const paths = new Set<string>()
  collect(rule, paths, constants)
  const own = applicant.matters.find((matter) => matter.id === subject && matter.entity === entity)
  const isApplicant = clause.subject === policy.applicant.name.zh
  return [...paths].flatMap((path): readonly Gap[] => {
    const [owner, facts, name, ...rest] = path.split('.')
    if (facts !== 'facts' || name === undefined || rest.length > 0 || (owner !== 'subject' && owner !== 'applicant')) return []
    const of = owner === 'applicant' || isApplicant ? policy.applicant : policy.matters.find((one) => one.name.zh === entity)
    const given: Facts | undefined = owner === 'applicant' ? applicant.facts : own?.facts
    const field = of?.fields.find((one) => one.name.zh === name)
    const fact = given?.get(name)
    if (of === undefined || field === undefined || fact?.state === 'given' || fact?.state === 'not-applicable') return []
    const missing: Missing = { entity: of.name.zh, field: name, subject: owner === 'applicant' ? applicant.id : subject, state: fact === undefined ? 'not-asked' : 'unknown', judgedBy: field.judgedBy }
    return [{ owner, name, tries: triesFor(policy, field, constants), missing }]
  })
}

interface Constants {
  readonly texts: Set<string>
  readonly numbers: Set<number>
}

/** The paths that a rule reads, and the values that it compares with. */
function collect(rule: Rule, paths: Set<string>, constants: Constants): void {
  if (typeof rule === 'string') constants.texts.add(rule)
  else if (typeof rule === 'number') constants.numbers.add(rule)
  else if (Array.isArray(rule)) for (const part of rule as readonly Rule[]) collect(part, paths, constants)
  else if (typeof rule === 'object' && rule !== null) {
    for (const [name, value] of Object.entries(rule)) {
      if (name === 'var' && typeof value === 'string') paths.add(value)
      else collect(value, paths, constants)
    }
  }
}

/** Values on both sides of everything that the rule compares with; none for a matter: it would have facts of its own. */
function triesFor(policy: Policy, { type }: Field, { texts, numbers }: Constants): readonly Rule[] {
  if (type.kind === 'boolean') return [true, false]
  if (type.kind === 'enumeration') return policy.enumerations.find(({ name }) => name.zh === type.name)?.values.map(({ zh }) => zh) ?? [null]
  if (type.kind === 'date') return [0, 1, ...[...numbers].filter(isDay)].map((day) => (day < 2 ? 19000101 + day * 80_000_000 : day))
  if (isNumeric(type)) return [...new Set([0, 1, ...numbers, ...[...numbers].map((number) => number + 1)])].filter((number) => number >= 0 && Number.isSafeInteger(number))
  if (type.kind === 'text' || type.kind === 'identifier') return ['?', ...[...texts].filter((text) => !text.includes(':') && text !== NOT_APPLICABLE)]
  return [null]
}

function isDay(number: number): boolean {
  return number >= 1000_01_01 && number <= 9999_12_31 && number % 100 >= 1 && number % 100 <= 28 && Math.floor(number / 100) % 100 >= 1 && Math.floor(number / 100) % 100 <= 12
}

/** The data with the `at`th combination of values filled in. */
function filled(data: Rule, gaps: readonly Gap[], at: number): Rule {
  let rest = at
  let result = data
  for (const { owner, name, tries } of gaps) {
    const value = tries[rest % tries.length] ?? null
    rest = Math.floor(rest / tries.length)
    result = withPart(result, owner, (one) => withPart(one, 'facts', (facts) => withPart(facts, name, () => value)))
  }
  return result
}

function withPart(data: Rule, name: string, change: (part: Rule) => Rule): Rule {
  const object = typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as { readonly [name: string]: Rule }) : {}
  return { ...object, [name]: change(object[name] ?? null) }
}
