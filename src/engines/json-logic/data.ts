import type { Entity, Policy } from '../../core/core.ts'
import type { Applicant, Fact, Facts, Matter } from '../engine.ts'
import { dayNumber, scaleOf } from './context.ts'
import { NOT_APPLICABLE } from './guards.ts'
import { LARGEST, type Rule } from './rule.ts'

/** What the rules are run on: plain data, facts that are not given left out. */
export interface Day {
  readonly on: string
  readonly inForceDay: string | null
  /** Clauses of which the ledger has entries. */
  readonly ledger: readonly string[]
}

/** Matters that facts name are put in their place, so deep. */
const DEEPEST = 3

const OUT_OF_RANGE = 'refused:out-of-range'

function factData(fact: Fact, entity: Entity | undefined, name: string, policy: Policy, matters: readonly Matter[], depth: number): Rule | undefined {
  const type = entity?.fields.find((field) => field.name.zh === name)?.type
  if (type === undefined || fact.state === 'unknown') return undefined
  if (fact.state === 'not-applicable') return NOT_APPLICABLE
  const { value } = fact
  if (typeof value === 'object') {
    const scaled = value.n * scaleOf(type)
    const whole = scaled / value.d
    return scaled % value.d === 0n && whole <= LARGEST && whole >= -LARGEST ? Number(whole) : OUT_OF_RANGE
  }
  if (typeof value === 'boolean') return value
  if (type.kind === 'date') return Number(dayNumber(value))
  // A text that looks like what stands for no fact is left out: then the rules refuse.
  if (type.kind !== 'matter') return value === NOT_APPLICABLE ? undefined : value
  const named = matters.find(({ id, entity }) => id === value && entity === type.name)
  return { id: value, facts: named === undefined || depth === 0 ? {} : factsData(named.facts, named.entity, policy, matters, depth - 1) }
}

function factsData(facts: Facts, name: string, policy: Policy, matters: readonly Matter[], depth: number): Rule {
  const entity = [policy.applicant, ...policy.matters].find((one) => one.name.zh === name)
  return Object.fromEntries([...facts].flatMap(([field, fact]) => {
    const data = factData(fact, entity, field, policy, matters, depth)
    return data === undefined ? [] : [[field, data] as const]
  }))
}

function dayData({ on, inForceDay, ledger }: Day): { readonly [name: string]: Rule } {
  return { on: Number(dayNumber(on)), inForceDay: inForceDay === null ? null : Number(dayNumber(inForceDay)), ledger: [...ledger] }
}

/** The data of an applicant, and that of each of its matters as a clause's subject. */
export interface ApplicantData {
  readonly self: Rule
  of(matter: Matter): Rule
}

export function applicantData(policy: Policy, applicant: Applicant, day: Day): ApplicantData {
  const own = { id: applicant.id, facts: factsData(applicant.facts, policy.applicant.name.zh, policy, applicant.matters, DEEPEST) }
  const shared = dayData(day)
  const one = new Map(applicant.matters.map((matter) => [matter, { id: matter.id, facts: factsData(matter.facts, matter.entity, policy, applicant.matters, DEEPEST) }]))
  const lists = Object.fromEntries(policy.matters.map(({ name }) => [
    name.zh, applicant.matters.filter(({ entity }) => entity === name.zh).map((matter): Rule => ({ ...one.get(matter), applicant: own, ...shared })),
  ]))
  const root = { applicant: { ...own, matters: lists }, ...shared }
  return { self: root, of: (matter) => ({ subject: one.get(matter) ?? null, ...root }) }
}
