import type { Type } from '../values/types.ts'

/** What the examples of a policy give: dossiers, earlier grants and decisions as plain data. */

/** `{ type, value }` as in a literal; null: known to be unknown; 'not-applicable'. A fact that is not listed was not asked. */
export type ExampleFacts = { readonly [field: string]: { readonly type: Type; readonly value: string } | null | 'not-applicable' }

export interface ExampleApplicant {
  readonly id: string
  readonly facts: ExampleFacts
  readonly matters: readonly { readonly entity: string; readonly id: string; readonly facts: ExampleFacts }[]
}

export interface ExampleGrant {
  readonly clause: string
  readonly applicant: string
  readonly subject: string | null
  readonly day: string
  /** Fen. */
  readonly amount: string
  readonly facts: ExampleFacts
}

export type ExampleDecision =
  | { readonly kind: 'amount'; readonly clause: string; readonly subject: string; readonly amount: string }
  | { readonly kind: 'use'; readonly clause: string; readonly subject: string; readonly used: boolean }
  /** Widens a limit that the clause, or the constraint, of this number states. */
  | { readonly kind: 'limit'; readonly clause: string; readonly subject: string; readonly amount: string }
  | { readonly kind: 'exception'; readonly limit: string; readonly subjects: readonly string[] }

export type Standing = 'holds' | 'fails' | 'undetermined' | 'awaits-decision' | 'withdrawn'

export interface Expectation {
  /** null: the total of all lines. */
  readonly clause: string | null
  /** A matter's or applicant's id; null: the only line of the clause. */
  readonly subject: string | null
  readonly standing: Standing | null
  /** Fen; possible null: no limit stated; the whole null: not looked at. */
  readonly range: { readonly committed: string; readonly possible: string | null } | null
  readonly status: string | null
  /** Months. */
  readonly duration: string | null
  /** What these agencies bear; possible null: no limit stated. */
  readonly payers: readonly { readonly agency: string; readonly committed: string; readonly possible: string | null }[]
  /** Facts that must be named as missing. */
  readonly missing: readonly string[]
  /** Ambiguities that must be named as mattering. */
  readonly ambiguities: readonly string[]
}
