import type { Citation, Clause, Entity, Expr, Field, Guarded, Name, Policy, ReadingRef, Term } from '../../core/core.ts'
import { expressionText } from '../../core/expression-text.ts'
import type { Applicant, Facts, Input, LedgerEntry, LinePeriod } from '../engine.ts'
import { ANY_TEXT, point, WITHIN, type Points, type Value } from './values.ts'

/** One evaluation: the policy at a version, the input, and what is settled once for all lines. */
export interface Run {
  readonly policy: Policy
  readonly input: Input
  /** The reading chosen of each ambiguity. */
  readonly readings: ReadonlyMap<string, string>
  /** The day from which the policy is in force; null: not published. */
  readonly inForceDay: string | null
  readonly people: ReadonlyMap<string, Person>
  readonly label: (expr: Expr) => Name
}

/** An applicant with its matters. */
export interface Person {
  readonly self: Instance
  readonly matters: readonly Instance[]
}

/** A subject: the applicant, or one of its matters. */
export interface Instance {
  readonly entity: string
  /** null: an earlier grant does not say which matter it was for. */
  readonly id: string | null
  readonly owner: string
  readonly isApplicant: boolean
  readonly facts: Facts
}

/** A period of a clause's term, as far as it is known. */
export type Period =
  | { readonly kind: 'known'; readonly period: LinePeriod; /** Its first day on which the clause is in force. */ readonly day: string }
  /** One of those that may be: which day the term begins is not known. */
  | { readonly kind: 'any'; readonly number: Value }
  /** The one that an earlier grant was for: its day lies in it. */
  | { readonly kind: 'of-entry'; readonly term: Term; readonly day: string }

/** Where an expression is evaluated. */
export interface Scope {
  readonly run: Run
  readonly subject: Instance
  /** null: the clause does not pay by period. */
  readonly period: Period | null
  readonly applicant: Instance
  /** null: an earlier grant, the dossier of which is not here. */
  readonly matters: readonly Instance[] | null
  /** The matters that the enclosing aggregates look at, innermost first. */
  readonly items: readonly Instance[]
  /** What the present part of the trace rests on. */
  readonly cite: Citation | null
}

export function startRun(policy: Policy, input: Input, readings: ReadonlyMap<string, string>, inForceDay: string | null): Run {
  const labels = new Map<Expr, Name>()
  const label = (expr: Expr): Name => {
    const found = labels.get(expr) ?? expressionText(policy, expr)
    labels.set(expr, found)
    return found
  }
  const people = new Map(input.applicants.map((applicant) => [applicant.id, personOf(policy, applicant)]))
  return { policy, input, readings, inForceDay, people, label }
}

function personOf(policy: Policy, { id, facts, matters }: Applicant): Person {
  return {
    self: { entity: policy.applicant.name.zh, id, owner: id, isApplicant: true, facts },
    matters: matters.map((matter) => ({ entity: matter.entity, id: matter.id, owner: id, isApplicant: false, facts: matter.facts })),
  }
}

export function scopeOf(run: Run, person: Person, subject: Instance, period: Period | null, cite: Citation | null): Scope {
  return { run, subject, period, applicant: person.self, matters: person.matters, items: [], cite }
}

/** An earlier grant as a scope: its facts stand for the subject's; what it does not say is not known. */
export function scopeOfEntry(run: Run, clause: Clause, entry: LedgerEntry): Scope {
  const isApplicant = clause.subject === run.policy.applicant.name.zh
  const person = run.people.get(entry.applicant)?.self ?? { entity: run.policy.applicant.name.zh, id: entry.applicant, owner: entry.applicant, isApplicant: true, facts: new Map() }
  const applicant: Instance = isApplicant && entry.facts.size > 0 ? { ...person, facts: new Map([...person.facts, ...entry.facts]) } : person
  const subject: Instance = isApplicant ? applicant : { entity: clause.subject ?? '', id: entry.subject, owner: entry.applicant, isApplicant, facts: entry.facts }
  const [term] = kept(run, clause.terms)
  const period: Period | null = term === undefined ? null : { kind: 'of-entry', term, day: entry.day }
  return { run, subject, period, applicant, matters: null, items: [], cite: clause.cites[0] ?? null }
}

/** The day that parameters and limits a year go by: of the period, else the one asked for; null: not known. */
export function dayOf({ run, period }: Pick<Scope, 'run' | 'period'>): string | null {
  if (period === null) return run.input.on
  return period.kind === 'any' ? null : period.day
}

/** Who or what it is: an applicant's id names it everywhere, a matter's id only within its applicant. */
export function identity(instance: Instance): Points {
  if (instance.isApplicant) return point(instance.owner)
  return instance.id === null ? { ...ANY_TEXT, within: instance.owner } : point(`${instance.owner}${WITHIN}${instance.id}`)
}

/** A statement holds only when every reading that it depends on is chosen. */
export function isKept(run: Run, under: readonly ReadingRef[]): boolean {
  return under.every(({ ambiguity, reading }) => run.readings.get(ambiguity) === reading)
}

export function kept<T>(run: Run, all: readonly Guarded<T>[]): readonly T[] {
  return all.filter(({ under }) => isKept(run, under)).map(({ value }) => value)
}

export function entityOf(policy: Policy, name: string): Entity | undefined {
  return policy.applicant.name.zh === name ? policy.applicant : policy.matters.find((matter) => matter.name.zh === name)
}

export function fieldOf(policy: Policy, entity: string, field: string): Field | undefined {
  return entityOf(policy, entity)?.fields.find((one) => one.name.zh === field)
}
