import type { Text } from '../../src/explain/text.ts'
import type { CardView, EffectView, Range, Scenario, Situation, StandingName } from './protocol.ts'
import type { Texts } from '../state/catalogue.ts'

/** What the page asks about a whole population, and what it is told. Amounts are fen. */

export interface PopulationAsk {
  readonly texts: Texts
  readonly base: Texts
  readonly scenario: Scenario
  /** null: as the policy's file says. */
  readonly count: number | null
  readonly seed: string | null
}

export interface Cost {
  readonly committed: bigint
  readonly possible: bigint
  /** Lines to which the text sets no limit: they are not in `possible`. */
  readonly unstated: number
}

export interface CostRow {
  readonly id: string
  readonly name: Text
  /** null: there was no such measure, agency. */
  readonly before: Cost | null
  readonly after: Cost
}

/** The enterprises behind a number. A range of differences is in fen, `from` ≤ difference < `to`; null: no bound. */
export type Group =
  | { readonly kind: 'measure' | 'agency' | 'payer'; readonly id: string }
  | { readonly kind: 'standing'; readonly standing: StandingName }
  | { readonly kind: 'gain' | 'lose' | 'unstated' | 'missing' }
  | { readonly kind: 'difference'; readonly from: bigint | null; readonly to: bigint | null }
  | { readonly kind: 'one'; readonly id: string }

/** Enterprises whose total differs by so much. */
export interface Bin {
  readonly from: bigint | null
  readonly to: bigint | null
  readonly count: number
}

export interface Extreme {
  readonly id: string
  readonly name: string
  readonly before: Range
  readonly after: Range
  readonly difference: bigint
}

export interface CurveChoice {
  readonly clause: string
  readonly name: Text
  readonly fields: readonly { readonly entity: string; readonly field: string; readonly name: Text; /** The clause reads it. */ readonly read: boolean }[]
}

export interface PopulationProblem {
  readonly line: number
  readonly column: number
  readonly message: Text
  readonly hint: Text
}

export interface PopulationView {
  readonly title: Text
  readonly assumptions: readonly Text[]
  readonly count: number
  readonly seed: string
  /** Facts for which nothing is declared: they are never asked. */
  readonly silent: readonly Text[]
  readonly total: CostRow
  readonly measures: readonly CostRow[]
  readonly agencies: readonly CostRow[]
  /** By who pays; none where the policy does not say. */
  readonly payers: readonly CostRow[]
  readonly gain: number
  readonly lose: number
  readonly largestGain: Extreme | null
  readonly largestLoss: Extreme | null
  /** From the largest losses to the largest gains; bins that hold none are left out. */
  readonly bins: readonly Bin[]
  readonly standings: readonly { readonly standing: StandingName; readonly before: number | null; readonly after: number }[]
  /** Enterprises with a line that is open for lack of facts. */
  readonly missing: number
  readonly unstated: number
  readonly readings: readonly { readonly id: string; readonly question: Text; readonly reading: Text; readonly isDefault: boolean }[]
  readonly curves: readonly CurveChoice[]
  readonly notes: readonly Text[]
  /** Statements for which an earlier text is used. */
  readonly stale: readonly string[]
  readonly milliseconds: number
}

export type PopulationAnswer =
  | { readonly kind: 'view'; readonly view: PopulationView }
  /** The policy has no population.json, or it cannot be used. */
  | { readonly kind: 'none' }
  | { readonly kind: 'problems'; readonly problems: readonly PopulationProblem[] }
  /** The text has an error and never was without one. */
  | { readonly kind: 'no-policy' }

export interface EnterprisesAsk {
  readonly population: PopulationAsk
  readonly group: Group
  readonly limit: number
  readonly explain: Situation['explain']
}

export interface EnterprisesAnswer {
  readonly all: number
  readonly cards: readonly CardView[]
  readonly notes: EffectView['notes']
}

export interface CurveAsk {
  readonly population: PopulationAsk
  readonly clause: string
  readonly entity: string
  readonly field: string
}

/** A point: the fact's value, and the amount in fen; null where the text sets no limit. */
export interface CurvePoint {
  readonly x: number
  /** The value in words: 1,666,666.67元, 3年. */
  readonly label: Text
  readonly before: Range | null
  readonly after: Range
}

/** What happens at a point: the slope changes (a bend), or the amount jumps from one value to the next (a step). */
export interface CurveEvent {
  readonly at: Text
  readonly x: number
  readonly kind: 'bend' | 'step'
  readonly which: 'before' | 'after' | 'both'
  readonly amount: Range
}

export interface CurveAnswer {
  readonly clause: string
  readonly fact: Text
  /** How the axis counts. */
  readonly unit: Text
  /** Whose other facts are used. */
  readonly subject: { readonly applicant: string; readonly subject: string }
  readonly points: readonly CurvePoint[]
  readonly events: readonly CurveEvent[]
}

/** A draft, and the same with one figure a step higher and a step lower; null: it is nothing already. */
export interface FigureStepAsk {
  readonly population: PopulationAsk
  readonly up: Texts
  readonly down: Texts | null
}

/** How much more is spent, in fen. */
export interface StepCost {
  readonly committed: bigint
  readonly possible: bigint
}

export interface FigureStepAnswer {
  readonly count: number
  readonly seed: string
  /** null: there is no such step, or the text has an error with it. */
  readonly up: StepCost | null
  readonly down: StepCost | null
}
