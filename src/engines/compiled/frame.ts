import type { Policy, ReadingRef, Term } from '../../core/core.ts'
import type { Applicant, Facts, LedgerEntry, LinePeriod } from '../engine.ts'
import { ANY_TEXT, WITHIN, type Val } from './values.ts'

/** A subject: the applicant, or one of its matters. */
export interface Instance {
  readonly entity: string
  /** null: an earlier grant does not say which matter it was for. */
  readonly id: string | null
  readonly owner: string
  readonly isApplicant: boolean
  readonly facts: Facts
}

export interface Person {
  readonly self: Instance
  readonly matters: readonly Instance[]
}

/** A period of a clause's term, as far as it is known. */
export type Period =
  | { readonly kind: 'known'; readonly period: LinePeriod; readonly day: string }
  | { readonly kind: 'any'; readonly number: Val }
  | { readonly kind: 'of-entry'; readonly term: TermCode; readonly day: string }

export interface TermCode {
  readonly unit: Term['unit']
  readonly from: Code
  readonly until: Code | null
  readonly longest: Code | null
}

/** Where code runs. */
export interface Frame {
  readonly past: Past
  readonly subject: Instance
  readonly period: Period | null
  readonly applicant: Instance
  /** null: an earlier grant, the dossier of which is not here. */
  readonly matters: readonly Instance[] | null
  readonly items: readonly Instance[]
}

/** The earlier grants, and who is there now. */
export interface Past {
  readonly ledger: readonly LedgerEntry[]
  readonly people: ReadonlyMap<string, Person>
}

/** What a policy is compiled for. */
export interface Setting {
  readonly policy: Policy
  readonly on: string
  readonly inForceDay: string | null
  readonly readings: ReadonlyMap<string, string>
}

export type Code = (frame: Frame) => Val

export function personOf(policy: Policy, { id, facts, matters }: Applicant): Person {
  return {
    self: { entity: policy.applicant.name.zh, id, owner: id, isApplicant: true, facts },
    matters: matters.map((matter) => ({ entity: matter.entity, id: matter.id, owner: id, isApplicant: false, facts: matter.facts })),
  }
}

export function frameOf(past: Past, person: Person, subject: Instance): Frame {
  return { past, subject, period: null, applicant: person.self, matters: person.matters, items: [] }
}

/** An earlier grant: its facts stand for the subject's; what it does not say is not known, and of an applicant it is as the dossier has it. */
export function frameOfEntry(policy: Policy, subjectEntity: string | null, term: TermCode | null, past: Past, entry: LedgerEntry): Frame {
  const isApplicant = subjectEntity === policy.applicant.name.zh
  const unknown: Instance = { entity: policy.applicant.name.zh, id: entry.applicant, owner: entry.applicant, isApplicant: true, facts: new Map() }
  const person = past.people.get(entry.applicant)?.self ?? unknown
  const applicant: Instance = isApplicant && entry.facts.size > 0 ? { ...person, facts: new Map([...person.facts, ...entry.facts]) } : person
  const subject: Instance = isApplicant ? applicant : { entity: subjectEntity ?? '', id: entry.subject, owner: entry.applicant, isApplicant, facts: entry.facts }
  const period: Period | null = term === null ? null : { kind: 'of-entry', term, day: entry.day }
  return { past, subject, period, applicant, matters: null, items: [] }
}

/** An applicant's id names it everywhere, a matter's id only within its applicant. */
export function identity({ isApplicant, owner, id }: Instance): Val {
  if (isApplicant) return owner
  return id === null ? { possible: { ...ANY_TEXT, within: owner }, lacks: 0, missing: [] } : `${owner}${WITHIN}${id}`
}

export function isKept({ readings }: Setting, under: readonly ReadingRef[]): boolean {
  return under.every(({ ambiguity, reading }) => readings.get(ambiguity) === reading)
}
