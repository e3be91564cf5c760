import type { LinePeriod } from '../../src/engines/engine.ts'
import type { Text } from '../../src/explain/text.ts'
import type { Texts } from '../state/catalogue.ts'
import type { Range, Scenario, StandingName } from './protocol.ts'

/** What the view of the changes and its worker say to each other. */

export interface DifferencesAsk {
  readonly texts: Texts
  readonly base: Texts
  readonly scenario: Scenario
}

export interface ChangedStatement {
  readonly key: string
  readonly clause: string | null
  readonly change: 'added' | 'removed' | 'changed'
  readonly name: Text
  /** What of it differs: condition, amount, limit, wording. */
  readonly parts: Text
  readonly wording: boolean
}

export interface Outcome {
  readonly standing: StandingName
  readonly range: Range
  readonly gives: Text | null
}

export interface ChangedLine {
  readonly clause: string
  readonly subject: string
  /** Of what is paid by period, consecutive periods with one and the same change; the amounts are of all of them. */
  readonly periods: readonly LinePeriod[]
  readonly before: Outcome | null
  readonly after: Outcome | null
  /** Where the two computations part, and what it comes to. */
  readonly why: Text
}

export interface ChangedApplicant {
  readonly id: string
  readonly name: string
  readonly direction: 'gains' | 'loses' | 'unchanged'
  readonly before: Range
  readonly after: Range
  readonly lines: readonly ChangedLine[]
}

export interface DifferencesView {
  /** 修改2条，增加1条；其余31条不变。 */
  readonly count: Text
  readonly statements: readonly ChangedStatement[]
  readonly vocabulary: readonly Text[]
  /** Those with a line that differs; losers first. */
  readonly applicants: readonly ChangedApplicant[]
  readonly gain: number
  readonly lose: number
  readonly unchanged: number
  /** The edits that can have effects, one by one. */
  readonly edits: number
}

/** Which of the two texts has an error: then nothing can be compared. */
export type DifferencesAnswer = { readonly kind: 'view'; readonly view: DifferencesView } | { readonly kind: 'error'; readonly in: 'draft' | 'base' }

/** Fen by edit, in the edits' order, and what they add up to. */
export interface SplitView {
  readonly change: Range
  readonly shares: readonly { readonly committed: bigint; readonly possible: bigint }[]
}

export type SharesAnswer =
  | { readonly kind: 'shares'; readonly edits: readonly Text[]; readonly grouped: boolean; readonly total: SplitView; readonly applicants: readonly (SplitView & { readonly id: string })[] }
  | { readonly kind: 'refused'; readonly why: Text }
