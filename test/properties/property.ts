import type { Policy } from '../../src/core/core.ts'
import type { Applicant, Facts, Input, Line, Result } from '../../src/engines/engine.ts'
import type { Draw } from '../generate/draw.ts'
import type { Vocabulary } from '../generate/dossiers.ts'
import { inForceDay, isChosen, type Scope } from './exact.ts'

export type Evaluate = (policy: Policy, input: Input) => Result

/** A case made by a generator, and how it is judged. `judge` throws where the property fails and says whether the case told anything. */
export interface Prepared {
  readonly made: unknown
  readonly judge: (evaluate: Evaluate) => boolean
}

/** Something that holds for every policy, every dossier and every right engine. */
export interface Property {
  readonly name: string
  /** Not every policy has a limit or a claim of the kind. */
  readonly appliesTo: (policy: Policy) => boolean
  /** At least this share of the cases must tell something, in per mille: an empty property proves nothing. */
  readonly telling: number
  readonly prepare: (vocabulary: Vocabulary, draw: Draw) => Prepared
}

export interface Description<T> {
  readonly name: string
  readonly appliesTo?: (policy: Policy) => boolean
  readonly telling: number
  readonly make: (vocabulary: Vocabulary, draw: Draw) => T
  readonly judge: (made: T, policy: Policy, evaluate: (input: Input) => Result) => boolean
}

export function property<T>(description: Description<T>): Property {
  const { name, telling, make, judge, appliesTo = () => true } = description
  return {
    name, telling, appliesTo,
    prepare: (vocabulary, draw) => {
      const made = make(vocabulary, draw)
      const { policy } = vocabulary
      return { made, judge: (evaluate) => judge(made, policy, (input) => evaluate(policy, input)) }
    },
  }
}

/** A property that does not hold; the message says where. */
export class Counterexample extends Error {
  override readonly name = 'Counterexample'
}

export function holds(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Counterexample(message())
}

export function lines(result: Result): Line[] {
  return result.applicants.flatMap((applicant) => applicant.lines)
}

export const lineName = (line: Line): string => `${line.clause} ${line.applicant} ${line.subject}${line.period === null ? '' : ` ${line.period.from}`}`

export function rangeText({ committed, possible }: { readonly committed: bigint; readonly possible: bigint | null }): string {
  return `[${committed}, ${possible ?? '∞'}]`
}

/** Where a line's expressions are evaluated; undefined for a line about a matter that the dossier has not. */
export function scopeOf(policy: Policy, input: Input, line: Line): Scope | undefined {
  const applicant: Applicant | undefined = input.applicants.find(({ id }) => id === line.applicant)
  const facts: Facts | undefined = line.entity === policy.applicant.name.zh
    ? applicant?.facts
    : applicant?.matters.find(({ entity, id }) => entity === line.entity && id === line.subject)?.facts
  if (applicant === undefined || facts === undefined) return undefined
  const inForce = inForceDay(policy, input)
  const clause = policy.clauses.find(({ id }) => id === line.clause)
  const byPeriod = clause?.terms.some(({ under }) => isChosen(input, policy, under)) ?? false
  const first = [inForce, clause?.valid?.from ?? null].reduce((a, b) => (a === null || (b !== null && b > a) ? b : a))
  const period = byPeriod ? (line.period ?? undefined) : null
  const day = period === null ? input.on : period === undefined ? undefined : first !== null && first > period.from ? first : period.from
  return { policy, input, inForce, applicant, subject: { id: line.subject, facts }, period, day, items: [] }
}

/** Plain data with fractions and whole numbers as texts, for a person to read and for two results to be compared. */
export function readable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? one.toString() : one instanceof Map ? Object.fromEntries(one) : one)) ?? 'null')
}
