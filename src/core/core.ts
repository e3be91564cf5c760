import type { Type } from '../values/types.ts'
import type { ExampleApplicant, ExampleDecision, ExampleGrant, Expectation } from './example.ts'

/**
 * The core: one small typed tree that every engine and every analysis starts from. It knows nothing of the text's
 * syntax. Plain, readonly, JSON-able (numbers are canonical texts, see `rationalToText`), hashable (see `hash.ts`).
 * Each node that decides something carries the sentence that it rests on.
 */

/** A quotation of the official text: the sentence's number, and where it stands in source.txt (UTF-16 code units). */
export interface Citation {
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** A name in both languages; the Chinese one identifies. */
export interface Name {
  readonly zh: string
  readonly en: string
}

/** A choice of reading on which a statement depends. */
export interface ReadingRef {
  readonly ambiguity: string
  readonly reading: string
}

/** Something that holds only when every reading of `under` is chosen; an empty list holds always. */
export interface Guarded<T> {
  readonly under: readonly ReadingRef[]
  readonly value: T
}

// ---------------------------------------------------------------- expressions

/** `year-start`, `month-start`: the first day of the year or month that a day lies in. */
export type UnaryOperator = 'not' | 'negate' | 'year-of' | 'year-start' | 'month-start'
export type BinaryOperator =
  | 'add' | 'subtract' | 'multiply' | 'divide'
  /** How many whole times the right is contained in the left: 每满, 不足不计. */
  | 'whole-steps'
  | 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'
export type VariadicOperator = 'and' | 'or' | 'min' | 'max'
export type Operator = UnaryOperator | BinaryOperator | VariadicOperator
export type Aggregate = 'count' | 'sum' | 'min' | 'max' | 'exists'
export type Period = 'ever' | 'year' | 'month'

export type Expr =
  /** boolean `true`/`false`; numbers `n` or `n/d` (money in fen, duration in months); a day; text; an enumeration's value by its Chinese name. */
  | { readonly kind: 'literal'; readonly type: Type; readonly value: string }
  /** What the clause is about: a matter, or the applicant itself. As a key it stands for the identity of that subject. */
  | { readonly kind: 'subject'; readonly type: Type }
  /** The applicant who has the subject. */
  | { readonly kind: 'applicant'; readonly type: Type }
  /** The matter that an aggregate is looking at; `depth` 0 is the innermost aggregate. */
  | { readonly kind: 'item'; readonly type: Type; readonly depth: number }
  /** A fact of `of` (an expression of matter type; the applicant is of matter type too). */
  | { readonly kind: 'field'; readonly type: Type; readonly of: Expr; readonly entity: string; readonly field: string }
  /** A named value at the day asked for. */
  | { readonly kind: 'parameter'; readonly type: Type; readonly name: string }
  /** A named expression, evaluated with `of` as its subject. */
  | { readonly kind: 'definition'; readonly type: Type; readonly name: string; readonly of: Expr }
  /** The day that the evaluation asks about (申请日). */
  | { readonly kind: 'today'; readonly type: Type }
  /** The day from which the policy is in force (施行日). */
  | { readonly kind: 'in-force-day'; readonly type: Type }
  /** Where a clause pays by period: the period's first day (本期), and which one it is, from 1 (期数). */
  | { readonly kind: 'period-start'; readonly type: Type }
  | { readonly kind: 'period-number'; readonly type: Type }
  | { readonly kind: 'unary'; readonly type: Type; readonly op: UnaryOperator; readonly arg: Expr }
  | { readonly kind: 'binary'; readonly type: Type; readonly op: BinaryOperator; readonly left: Expr; readonly right: Expr }
  | { readonly kind: 'variadic'; readonly type: Type; readonly op: VariadicOperator; readonly args: readonly Expr[] }
  | { readonly kind: 'in'; readonly type: Type; readonly value: Expr; readonly set: readonly Expr[] }
  /** The first case whose condition holds. The checker has proved the cases exclusive, or a priority orders them. `otherwise` null: no outcome. */
  | { readonly kind: 'choose'; readonly type: Type; readonly cases: readonly Case[]; readonly otherwise: Expr | null }
  /** Each part of `base` at its own rate: parts up to a bound, in rising order, the last one unbounded (`upTo` null). */
  | { readonly kind: 'marginal'; readonly type: Type; readonly base: Expr; readonly parts: readonly { readonly upTo: Expr | null; readonly rate: Expr }[] }
  /** The value of a column in the row that the table's key falls in. */
  | { readonly kind: 'lookup'; readonly type: Type; readonly table: string; readonly column: string; readonly key: Expr }
  /** Over the applicant's matters of one entity for which `where` holds. */
  | { readonly kind: 'aggregate'; readonly type: Type; readonly op: Aggregate; readonly entity: string; readonly where: Expr | null; readonly value: Expr | null }
  /**
   * What the ledger says was granted before: by these clauses, with the same key (none: to this applicant), in the period that
   * holds today, and not before the day `from` nor after the day `until`.
   */
  | { readonly kind: 'granted'; readonly type: Type; readonly measure: 'amount' | 'count'; readonly clauses: readonly string[]; readonly key: readonly Expr[]; readonly period: Period; readonly from: Expr | null; readonly until: Expr | null }

export interface Case {
  readonly when: Expr
  readonly then: Expr
}

// ---------------------------------------------------------------- the policy

export interface Policy {
  readonly heng: 1
  readonly id: Name
  readonly title: Name
  readonly jurisdiction: Name
  readonly edition: 'official' | 'draft' | 'illustrative-amendment' | 'model-text'
  /** null: not published. */
  readonly published: string | null
  readonly commencement: Commencement | null
  /** Sha-256 of source.txt, and its segments (see src/source): what an explanation quotes from. */
  readonly source: { readonly file: string; readonly fingerprint: string }
  readonly rounding: { readonly grant: Rounding; readonly ceiling: Rounding }
  /** The order in which kinds of limit apply; the default is LIMIT_ORDER. */
  readonly order: readonly LimitKind[]
  readonly applicant: Entity
  readonly matters: readonly Entity[]
  readonly enumerations: readonly Enumeration[]
  readonly agencies: readonly Name[]
  /** What numbers are counted in: the words of every policy and this one's own units. A type names its unit by the Chinese name. */
  readonly units: readonly Name[]
  readonly parameters: readonly Parameter[]
  readonly tables: readonly Table[]
  readonly definitions: readonly Definition[]
  readonly measures: readonly Measure[]
  /** In the order of the text; directions and referrals are clauses too. */
  readonly clauses: readonly Clause[]
  readonly limits: readonly Limit[]
  readonly sharing: readonly Sharing[]
  readonly ambiguities: readonly Ambiguity[]
  readonly claims: readonly Claim[]
  readonly examples: readonly Example[]
}

export type Rounding = 'half-up' | 'down' | 'up'

export interface Commencement {
  readonly id: string
  /** From publication, `days` later; or from a fixed day. */
  readonly from: { readonly kind: 'publication'; readonly days: number } | { readonly kind: 'day'; readonly day: string }
  /** The last day in force. */
  readonly until: string | null
  readonly cites: readonly Citation[]
}

export interface Entity {
  readonly name: Name
  readonly fields: readonly Field[]
}

export interface Field {
  readonly name: Name
  readonly type: Type
  /** The question to ask a person. */
  readonly question: Name | null
  /** The agency whose judgement the fact is; null for a plain fact. */
  readonly judgedBy: string | null
}

export interface Enumeration {
  readonly name: Name
  readonly values: readonly Name[]
}

export interface Parameter {
  readonly name: Name
  readonly type: Type
  /** Sorted by day; the first has `from` null when it holds from the beginning. */
  readonly values: readonly { readonly from: string | null; readonly value: Expr; readonly cites: readonly Citation[] }[]
}

export interface Table {
  readonly name: Name
  readonly keyType: Type
  /** The expression that the table is looked up by, in the scope of the using clause, is part of each `lookup`. */
  readonly columns: readonly { readonly name: Name; readonly type: Type }[]
  readonly rows: readonly TableRow[]
  readonly cites: readonly Citation[]
}

export interface TableRow {
  readonly key: RowKey
  readonly values: readonly Expr[]
}

export type RowKey =
  | { readonly kind: 'values'; readonly values: readonly Expr[] }
  | { readonly kind: 'interval'; readonly low: { readonly value: Expr; readonly closed: boolean } | null; readonly high: { readonly value: Expr; readonly closed: boolean } | null }
  | { readonly kind: 'otherwise' }

export interface Definition {
  readonly name: Name
  readonly entity: string
  readonly type: Type
  readonly value: Expr
  readonly cites: readonly Citation[]
}

export interface Measure {
  readonly id: string
  readonly name: Name
  /** Lead units (责任单位) and cooperating units (配合单位). */
  readonly responsible: readonly string[]
  readonly cooperating: readonly string[]
  readonly heading: Citation | null
  readonly responsibility: Citation | null
}

export type ClauseKind = 'grant' | 'ceiling' | 'status' | 'in-kind' | 'direction' | 'referral' | 'repayment'

export interface Clause {
  readonly id: string
  readonly name: Name
  readonly measure: string | null
  /** Of its first effect. A line has the kind of the effect that the chosen readings keep: one may say due, another up to. */
  readonly kind: ClauseKind
  /** The entity of the subject, by its Chinese name: the applicant or a matter. Null for a direction addressed to others. */
  readonly subject: string | null
  /** Who is addressed, in words (directions, referrals). */
  readonly addressee: string | null
  /** 可: a power, not a duty; needs a decision. Under a condition only where the condition holds; null: always. */
  readonly powers: readonly Guarded<Power>[]
  /** Paid by period; none: once a subject. At most one holds under any choice of readings. */
  readonly terms: readonly Guarded<Term>[]
  readonly conditions: readonly Guarded<Condition>[]
  /** Exactly one holds under any choice of readings (verify.ts). */
  readonly effects: readonly Guarded<Effect>[]
  /** Clauses that this one displaces when it holds for the same subject. */
  readonly exceptionTo: readonly string[]
  /** Exceptions that this one lifts when it holds for the same subject. */
  readonly reinstates: readonly string[]
  /** Days on which this clause counts, where they differ from the policy's. */
  readonly valid: { readonly from: string | null; readonly until: string | null } | null
  /** What the clause rests on; the first is its sentence. */
  readonly cites: readonly Citation[]
}

export interface Power {
  readonly when: Expr | null
  /** What it rests on, where that is not the clause's own sentence. */
  readonly cites: readonly Citation[]
}

/**
 * 逐月, 逐年: the clause has an instance for each period of the term that has begun by the day asked. Months are those of
 * the calendar, the first one that of `from`; years are counted from the day `from`. The day of a period is its first
 * day on which the clause is in force: parameters, validity and limits a year go by it.
 */
export interface Term {
  readonly unit: 'month' | 'year'
  readonly from: Expr
  /** No period begins after this day. */
  readonly until: Expr | null
  /** Months: no more periods than fit into it. */
  readonly longest: Expr | null
}

export interface Condition {
  readonly expr: Expr
  /** `unless`: must not hold. */
  readonly negated: boolean
  /** What it rests on; none: what the clause rests on. */
  readonly cites: readonly Citation[]
}

export type Effect =
  /** Exactly this amount. `deductions` are subtracted, never below zero. */
  | { readonly kind: 'grant'; readonly amount: Expr; readonly deductions: readonly Guarded<Expr>[] }
  /** Up to this amount; null: the text states none. */
  | { readonly kind: 'ceiling'; readonly amount: Expr | null; readonly deductions: readonly Guarded<Expr>[] }
  /** Recognition as a value of an enumeration (`choose` for several). */
  | { readonly kind: 'status'; readonly enumeration: string; readonly value: Expr }
  | { readonly kind: 'in-kind'; readonly what: Name; /** months */ readonly duration: Expr | null }
  | { readonly kind: 'direction'; readonly content: Name | null }
  | { readonly kind: 'referral'; readonly to: Name }
  | { readonly kind: 'repayment'; readonly amount: Expr }

// ---------------------------------------------------------------- limits

export type LimitKind = 'once' | 'cap' | 'quota' | 'non-cumulation' | 'total-cap' | 'budget'

/** language.md, Meaning 5. */
export const LIMIT_ORDER: readonly LimitKind[] = ['once', 'cap', 'quota', 'non-cumulation', 'total-cap', 'budget']

/**
 * One shape for everything counted: of the lines of `clauses` that share a key in a period, at most `max` (a number of
 * payments, or an amount of money), and how a shortage is shared.
 *
 *     once             count ≤ 1 per key, ever, the ledger counting
 *     cap              amount ≤ max per key (the key is the subject itself when none is named)
 *     quota            count ≤ max a year, ranked
 *     non-cumulation   count ≤ 1 per key, the highest (or the earliest) stays
 *     total-cap        amount ≤ max over several clauses
 *     budget           amount ≤ max a year over all applicants
 */
export interface Limit {
  readonly id: string
  readonly kind: LimitKind
  /** In the order of the text. */
  readonly clauses: readonly string[]
  /** For each covered clause the key, evaluated at its instance; lines with equal keys share the limit. Empty: all lines share it. */
  readonly key: { readonly [clause: string]: readonly Expr[] }
  /** null: this evaluation alone; otherwise the ledger's entries of the period count as well. */
  readonly period: Period | null
  readonly measure: 'count' | 'amount'
  /** A whole number or an amount; may be a fact of the subject or the applicant when the key holds it. */
  readonly max: Expr
  readonly share: Share
  /** 不足整笔不给予: of money, in an order. Lines are paid whole while what is left is enough; the first that it is not enough for, and all after it, get nothing. */
  readonly whole: boolean
  /** A decision may widen it up to this, where `when` holds; null: it may not be widened. */
  readonly widened: { readonly max: Expr; readonly when: Expr | null } | null
  /** It covers only lines for which all of these hold. */
  readonly when: readonly Guarded<LimitCondition>[]
  /** Of the covered clauses those whose lines count first and are never reduced. */
  readonly spared: readonly string[]
  /** Lists of clauses that do not exclude each other: lines and grants of two of them never share this limit, nor do those of one that a list names alone. */
  readonly cumulable: readonly Guarded<readonly string[]>[]
  /**
   * 连同: for each covered clause what the same thing gets under policies that are not encoded; null: nothing is said of it.
   * A line that is not above it, or above that of a line with the same key, is withdrawn.
   */
  readonly elsewhere: { readonly [clause: string]: Expr } | null
  /** 原则上: a recorded exception lifts it. */
  readonly inPrinciple: boolean
  readonly under: readonly ReadingRef[]
  readonly cites: readonly Citation[]
}

export interface LimitCondition {
  /** For each covered clause, evaluated at its instance. A clause that is not here has no such fact: there it does not hold. */
  readonly expr: { readonly [clause: string]: Expr }
  /** `unless`: must not hold. */
  readonly negated: boolean
}

export type Share =
  /** In the order of `order`, evaluated at each instance; equal ranks at the edge are a reported tie. */
  | { readonly kind: 'ranked'; readonly direction: 'descending' | 'ascending'; readonly order: { readonly [clause: string]: Expr } }
  /** The highest amount first. Equal amounts: the sum is the same, the earlier clause stands. */
  | { readonly kind: 'highest' }
  /** The order of the text, then of the ids. */
  | { readonly kind: 'text-order' }
  /** All at the same proportion, each rounded down to the fen. */
  | { readonly kind: 'pro-rata' }
  /** The text names no order: when there are too many, who is paid is not determined. */
  | { readonly kind: 'undetermined' }
  /** When there are too many, none is paid until the data is corrected. */
  | { readonly kind: 'none' }

/**
 * Who pays: what the lines of `clauses` come to is borne by these payers in these shares, where `when` holds at the line.
 * What the beneficiary gets stays as it is.
 */
export interface Sharing {
  readonly id: string
  readonly clauses: readonly string[]
  /** Shares are exact ratios that add up to one. The first payer takes what rounding leaves. */
  readonly payers: readonly { readonly agency: string; readonly share: string }[]
  /** For each covered clause its condition, evaluated at its instance; null: always. */
  readonly when: { readonly [clause: string]: Condition } | null
  readonly under: readonly ReadingRef[]
  readonly cites: readonly Citation[]
}

// ---------------------------------------------------------------- ambiguities, claims, examples

export interface Ambiguity {
  readonly id: string
  readonly name: Name
  readonly question: Name
  /** Clauses that it is about; empty: the whole document. */
  readonly at: readonly string[]
  readonly readings: readonly Reading[]
}

export interface Reading {
  /** Its Chinese name identifies it in the policy; `--reading A2=` accepts either language. */
  readonly name: Name
  readonly meaning: Name
  readonly isDefault: boolean
}

export type Claim =
  /** No line (or sum of lines with the same key in the period) of the clauses is above `max`. */
  | { readonly kind: 'bound'; readonly name: Name; readonly clauses: readonly string[]; readonly key: { readonly [clause: string]: readonly Expr[] } | null; readonly measure: 'amount' | 'count'; readonly period: Period | null; readonly max: Expr }
  /** No subject is recognised as two of these values. */
  | { readonly kind: 'exclusive'; readonly name: Name; readonly enumeration: string; readonly values: readonly string[] }
  /** A higher value of the fact never lowers the amount. */
  | { readonly kind: 'monotone'; readonly name: Name; readonly clause: string; readonly entity: string; readonly field: string }

export interface Example {
  readonly name: Name
  readonly file: string
  readonly published: string | null
  readonly on: string | null
  readonly readings: readonly ReadingRef[]
  readonly applicants: readonly ExampleApplicant[]
  readonly ledger: readonly ExampleGrant[]
  readonly decisions: readonly ExampleDecision[]
  readonly expected: readonly Expectation[]
}
