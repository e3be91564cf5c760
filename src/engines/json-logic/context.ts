import type { Policy } from '../../core/core.ts'
import type { Type } from '../../values/types.ts'
import type { Construct } from './constructs.ts'
import type { Guard } from './guards.ts'
import type { Overflow } from './numbers.ts'

/** The largest numbers that facts may be, so that no step of a rule leaves the whole numbers that a double holds. */
export interface Bounds {
  /** Fen, and scaled quantities and prices. */
  readonly amount: bigint
  readonly count: bigint
}

/** One translation of one rule. */
export interface Context {
  readonly policy: Policy
  /** The reading taken of each ambiguity. */
  readonly readings: ReadonlyMap<string, string>
  readonly bounds: Bounds
  readonly overflow: Overflow
  /** false while only the sizes of numbers are looked at: guards do not change those. */
  readonly guarded: boolean
  /** Constructs met that JSON Logic cannot say. */
  readonly refused: Set<Construct>
}

/** Where an expression reads its data: paths from the root of the data, or from the matter that is being counted. */
export interface Place {
  /** null: out of reach while matters are counted. */
  readonly subject: string | null
  /** What must hold for the subject to be there, where a fact names it. */
  readonly named: readonly Guard[]
  readonly applicant: string
  /** '' inside a count: the matter is the whole of the data. */
  readonly item: string | null
  /** null inside a count. */
  readonly matters: string | null
}

/** Facts are whole numbers in the data: so many parts of one. */
export function scaleOf(type: Type): bigint {
  switch (type.kind) {
    case 'ratio': return 1_000_000n
    case 'quantity': return 1_000n
    case 'price': return 10_000n
    default: return 1n
  }
}

const LONGEST = 1_000_000n
const LARGEST_RATIO = 100_000_000n
export const LAST_DAY = 9999_12_31n

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

/** Between which scaled numbers a fact of this type must lie. */
export function boundsOf(type: Type, bounds: Bounds): { readonly low: bigint; readonly high: bigint } {
  switch (type.kind) {
    case 'ratio': return { low: -least(LARGEST_RATIO, bounds.amount), high: least(LARGEST_RATIO, bounds.amount) }
    case 'integer': return { low: 0n, high: least(bounds.count, bounds.amount) }
    case 'duration':
    case 'days': return { low: 0n, high: least(LONGEST, bounds.amount) }
    case 'date': return { low: 0n, high: LAST_DAY }
    default: return { low: 0n, high: bounds.amount }
  }
}

/** A day as the whole number 20260630: whole numbers compare alike in every engine. */
export function dayNumber(day: string): bigint {
  return BigInt(day.replaceAll('-', ''))
}

export function isTaken(context: Pick<Context, 'readings'>, under: readonly { readonly ambiguity: string; readonly reading: string }[]): boolean {
  return under.every(({ ambiguity, reading }) => context.readings.get(ambiguity) === reading)
}
