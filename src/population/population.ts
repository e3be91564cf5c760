import type { Field, Name } from '../core/core.ts'
import type { FactValue } from '../engines/engine.ts'
import type { Rational } from '../values/rational.ts'

/** What a policy's population.json says: enterprises that do not exist, made from declared assumptions. */
export interface Population {
  readonly title: Name
  /** What is assumed, in words; shown wherever a result is shown. */
  readonly assumptions: readonly Name[]
  readonly count: number
  readonly seed: string
  /** The applicants' ids. */
  readonly ids: Pattern
  readonly facts: readonly FactSource[]
  readonly matters: readonly MatterSource[]
  /** Fields for which nothing is declared: they are never asked. */
  readonly silent: readonly { readonly entity: Name; readonly field: Name }[]
}

/** Matters of one entity; every applicant has as many as `number` says. */
export interface MatterSource {
  readonly entity: string
  readonly ids: Pattern
  readonly number: Source
  readonly facts: readonly FactSource[]
}

export interface FactSource {
  readonly field: Field
  readonly source: Source
}

/** Where a value comes from. The shares of the missing states are of 2^32. */
export interface Source {
  readonly unknown: number
  readonly notAsked: number
  readonly notApplicable: number
  readonly from: Distribution
}

export type Distribution =
  | { readonly kind: 'constant'; readonly value: FactValue }
  /** Yes in so many of 2^32 cases. */
  | { readonly kind: 'chance'; readonly yes: number }
  | { readonly kind: 'weights'; readonly total: number; readonly entries: readonly { readonly weight: number; readonly value: FactValue }[] }
  /** Straight lines between quantiles; values counted in whole steps. `at` is of 2^32, rising from 0 to 2^32. */
  | { readonly kind: 'quantiles'; readonly step: Rational; readonly points: readonly { readonly at: number; readonly steps: bigint }[] }
  /** A day: `from`, or up to `days` − 1 days later. */
  | { readonly kind: 'days'; readonly from: string; readonly days: number }
  /** A text of one's own; with the chance `again` (of 2^32) that of the matter before, of the same applicant. */
  | { readonly kind: 'pattern'; readonly pattern: Pattern; readonly again: number }
  /** One of so many texts that all applicants share. */
  | { readonly kind: 'shared'; readonly pattern: Pattern; readonly among: number }
  | { readonly kind: 'mix'; readonly total: number; readonly parts: readonly { readonly weight: number; readonly source: Source }[] }
  /** By another fact of the same matter that stands before it, or of the applicant. `otherwise` null: not asked. */
  | { readonly kind: 'by'; readonly field: string; readonly of: 'own' | 'applicant'; readonly cases: ReadonlyMap<string, Source>; readonly otherwise: Source | null }
  /** A share of another amount of the same matter that stands before it, rounded down to the fen; missing where that is missing. */
  | { readonly kind: 'part'; readonly field: string; readonly share: Source }

/** `P{n}`: {n} is the applicant's number, {k} the matter's within the applicant, {s} the shared number. */
export type Pattern = string
