import type { Citation, ClauseKind, LimitKind, Policy, ReadingRef } from '../core/core.ts'
import type { Standing } from '../core/example.ts'
import type { Rational } from '../values/rational.ts'

/**
 * The contract of every engine: a policy's core and an input in, lines and totals out, to the fen the same as the
 * reference interpreter's (`interpret/`), or a typed refusal. An engine never drops or approximates.
 */
export interface Engine {
  readonly name: string
  evaluate(policy: Policy, input: Input): Outcome
}

export type Outcome =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'refusal'; readonly refusals: readonly Refusal[] }

/** What an engine cannot express: the construct, and the clause or limit that it stands in. */
export interface Refusal {
  readonly engine: string
  readonly construct: string
  /** null: the input as a whole. */
  readonly clause: string | null
  readonly message: { readonly zh: string; readonly en: string }
  readonly cite: Citation | null
}

// ---------------------------------------------------------------- input

/** A fact's value: yes/no, an exact number (money in fen, duration in months), or a text (day, text, identifier, an enumeration's value by its Chinese name, the id of a matter). */
export type FactValue = boolean | Rational | string

/** A fact that is not in the map was not asked. Missing is never zero or false. */
export type Fact =
  | { readonly state: 'given'; readonly value: FactValue }
  | { readonly state: 'unknown' }
  | { readonly state: 'not-applicable' }

/** By the field's Chinese name. */
export type Facts = ReadonlyMap<string, Fact>

export interface Matter {
  readonly entity: string
  /** Unique within the applicant. */
  readonly id: string
  readonly facts: Facts
}

/** A dossier. */
export interface Applicant {
  readonly id: string
  readonly facts: Facts
  readonly matters: readonly Matter[]
}

/** An earlier grant. `facts` are those of its subject, as far as they are known: keys of once and of caps are read from them. */
export interface LedgerEntry {
  readonly clause: string
  readonly applicant: string
  readonly subject: string | null
  readonly day: string
  /** Fen. */
  readonly amount: bigint
  readonly facts: Facts
}

export type Decision =
  /** Fixes the amount of a ceiling, or of a power with one. */
  | { readonly kind: 'amount'; readonly clause: string; readonly applicant: string; readonly subject: string; readonly amount: bigint }
  /** Says whether a power is used. */
  | { readonly kind: 'use'; readonly clause: string; readonly applicant: string; readonly subject: string; readonly used: boolean }
  /** Widens a limit that the clause or constraint `clause` states and allows to widen, for the lines of this subject; the applicant's id: for all its lines. */
  | { readonly kind: 'limit'; readonly clause: string; readonly applicant: string; readonly subject: string; readonly amount: bigint }
  /** A recorded exception from a limit that holds in principle, for lines of these subjects (`applicant` null: whoever has them). */
  | { readonly kind: 'exception'; readonly limit: string; readonly applicant: string | null; readonly subjects: readonly string[]; readonly reason: string }

export interface Input {
  /** The day asked for, `YYYY-MM-DD`. */
  readonly on: string
  /** Evaluate a draft as if published on this day. */
  readonly asIfPublished: string | null
  /** Choices that differ from the defaults. */
  readonly readings: readonly ReadingRef[]
  readonly applicants: readonly Applicant[]
  readonly ledger: readonly LedgerEntry[]
  readonly decisions: readonly Decision[]
}

// ---------------------------------------------------------------- result

export interface Result {
  /** false: not in force on the day; then every line fails for that reason. */
  readonly inForce: boolean
  readonly readings: readonly ReadingRef[]
  /** In the order of `Input.applicants`. */
  readonly applicants: readonly ApplicantResult[]
  readonly totals: Totals
  readonly notes: readonly Note[]
}

export interface ApplicantResult {
  readonly id: string
  /** By clause in the order of the text, then by subject in the order of the dossier. */
  readonly lines: readonly Line[]
  readonly total: Sum
  /** What is to be paid back: a sum of its own, never taken off the total. */
  readonly repayment: Sum
}

/** Money as a range of fen. `unstated` counts the lines to which the text sets no limit: they are not in `possible`. */
export interface Sum {
  readonly committed: bigint
  readonly possible: bigint
  readonly unstated: number
}

export interface Totals extends Sum {
  readonly byClause: ReadonlyMap<string, Sum>
  readonly byMeasure: ReadonlyMap<string, Sum>
  /** By lead unit (the first 责任单位 of the measure): an amount is counted once. */
  readonly byAgency: ReadonlyMap<string, Sum>
  /** By calendar year: of the day asked for, or of the line's period. */
  readonly byYear: ReadonlyMap<string, Sum>
  /** By who bears it, where the policy says so. */
  readonly byPayer: ReadonlyMap<string, Sum>
  /** What is to be paid back, over all applicants. */
  readonly repayment: Sum
  readonly standings: Readonly<Record<Standing, number>>
}

export interface Line {
  readonly clause: string
  readonly applicant: string
  /** The matter's id, or the applicant's. */
  readonly subject: string
  readonly entity: string
  /** Where the clause pays by period: which one; null when that is not known, or where it does not. */
  readonly period: LinePeriod | null
  readonly standing: Standing
  readonly kind: Exclude<ClauseKind, never>
  /** Fen. */
  readonly committed: bigint
  /** Fen; null where the text sets no limit. */
  readonly possible: bigint | null
  /** The value recognised, when it is certain. */
  readonly status: string | null
  /** All values that are still possible. */
  readonly possibleStatuses: readonly string[]
  /** Months. */
  readonly duration: bigint | null
  readonly missing: readonly Missing[]
  readonly reasons: readonly Reason[]
  readonly adjustments: readonly Adjustment[]
  /** Who bears what the line comes to, in the order of the text; none where the policy does not say. */
  readonly payers: readonly Payer[]
  /** Facts that would decide who pays. */
  readonly payersMissing: readonly Missing[]
  readonly cite: Citation | null
  readonly trace: Trace
}

/** A month, or a year counted from the first day of the term: the `number`th, from its first to its last day. */
export interface LinePeriod {
  readonly number: number
  readonly from: string
  readonly until: string
}

/** What one agency bears of a line. */
export interface Payer {
  readonly agency: string
  readonly committed: bigint
  /** null where the text sets no limit. */
  readonly possible: bigint | null
}

/** A fact or a judgement that would decide the line. */
export interface Missing {
  readonly entity: string
  readonly field: string
  /** Whose it is: the matter's or the applicant's id. */
  readonly subject: string
  readonly state: 'not-asked' | 'unknown'
  /** The agency whose judgement it is; null for a plain fact. */
  readonly judgedBy: string | null
}

/** Why a line stands as it does: what was found, what was needed. Stable codes; texts are made from these in src/explain. */
export interface Reason {
  readonly code: ReasonCode
  /** The field (Chinese name), when the reason is about one. */
  readonly fact: string | null
  /** Canonical text of the value found, as in a literal; null when nothing was. */
  readonly found: string | null
  /** Whether the fact applies: false where it is given as not applicable. */
  readonly applies: boolean
  /** The condition, as a core expression's canonical text in zh and en. */
  readonly needed: { readonly zh: string; readonly en: string } | null
  readonly cite: Citation | null
}

export type ReasonCode =
  | 'not-in-force' | 'condition-met' | 'condition-failed' | 'condition-unknown' | 'not-applicable'
  | 'excepted' | 'power-unused' | 'power-undecided' | 'amount-undecided' | 'amount-decided' | 'decision-above-ceiling'
  | 'no-outcome' | 'amount-unknown' | 'unstated-amount' | 'no-period' | 'period-unknown'

/** What a limit did to a line. */
export interface Adjustment {
  /** The limit's id. */
  readonly constraint: string
  readonly kind: LimitKind
  readonly before: { readonly committed: bigint; readonly possible: bigint | null }
  readonly after: { readonly committed: bigint; readonly possible: bigint | null }
  /** Lines and earlier grants that took the place: `clause subject`, or `clause subject day` of the ledger. */
  readonly because: readonly string[]
  /** The largest amount that the limit allows, in fen, or how many payments. Null: not known, widened by a decision, or the line stands for several payments. */
  readonly max: bigint | null
  /** The amount to which a decision widened the limit; null: none did. */
  readonly widened: bigint | null
  /** quota-full, already-granted, higher-kept, tie, key-unknown, capped, shared-pro-rata, … */
  readonly code: string
  readonly cite: Citation | null
}

/** Something that concerns the whole run: a tie, an outcome that depends on an order that the policy does not give. */
export interface Note {
  readonly code: 'tie' | 'order-dependent' | 'quota-exceeded' | 'exception-used' | 'unknown-decision'
  readonly limit: string | null
  readonly lines: readonly string[]
  readonly message: { readonly zh: string; readonly en: string }
  readonly cite: Citation | null
}

/** One step of the computation. `id` is stable over a re-run: the path in the clause. */
export interface Trace {
  readonly id: string
  /** The core node's kind (and operator), e.g. `binary:multiply`. */
  readonly node: string
  readonly label: { readonly zh: string; readonly en: string }
  /** Canonical texts; low and high differ where something is not known, high null: no bound. */
  readonly value: { readonly low: string | null; readonly high: string | null }
  readonly cite: Citation | null
  readonly children: readonly Trace[]
}
