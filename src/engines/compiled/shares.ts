import type { Limit } from '../../core/core.ts'
import type { Line } from '../engine.ts'
import { FALSE, TRUE, type Truth } from './values.ts'

/** Whole numbers (payments, or fen) from `low` to `high`; null: no bound. */
export interface Whole {
  readonly low: bigint
  readonly high: bigint | null
}

/** What the lines that share a limit with one come to, that one left aside. */
export interface Tally {
  /** All that share it, or may. */
  readonly count: number
  readonly possible: bigint | null
  /** That surely share it. */
  readonly sureCommitted: bigint
  /** Of these, those that are surely paid, and what they get. */
  readonly surePaid: number
  readonly surePaidCommitted: bigint
  /** That surely share it and surely come before; those paid for whom earlier grants surely leave a place. */
  readonly beforePaid: number
  readonly beforeCommitted: bigint
  /** That may come before; counted where earlier grants may leave them a place. */
  readonly maybeCount: number
  readonly maybePossible: bigint | null
}

export const ALONE: Tally = {
  count: 0, possible: 0n, sureCommitted: 0n, surePaid: 0, surePaidCommitted: 0n, beforePaid: 0, beforeCommitted: 0n, maybeCount: 0, maybePossible: 0n,
}

/** Lines that took the place, or may: those before that are paid, all before, those that may be (and have a place left), those that surely share and are paid, that surely share, all. */
export type Because = 'none' | 'before-paid' | 'before' | 'maybe' | 'maybe-placed' | 'sure-paid' | 'sure' | 'all'

export interface Verdict {
  readonly committed: bigint
  readonly possible: bigint | null
  readonly outcome: 'stays' | 'out' | 'reduced' | 'open'
  readonly because: Because
}

export interface Claim {
  readonly line: Line
  /** How many payments it stands for, at most. */
  readonly payments: number
  readonly max: Whole
  readonly used: Whole
}

/** Where some clauses do not exclude each other: who is out takes no place from the next. */
export function byTurns(one: Claim, isOut: Truth): Verdict {
  if ((isOut & TRUE) === 0) return stays(one)
  return (isOut & FALSE) === 0 ? out('before-paid') : { committed: 0n, possible: one.line.possible, outcome: 'open', because: 'maybe-placed' }
}

/** The limit covers the line, or leaves it as it is: all that either may give. */
export function perhaps(one: Claim, verdict: Verdict): Verdict {
  return verdict.outcome === 'stays' ? verdict : { ...verdict, possible: one.line.possible, outcome: 'open' }
}

/** A line that earlier grants leave without a place takes none from another. */
export const hasPlace = ({ max, used }: Claim): boolean => used.high !== null && used.high < max.low
export const hasNoPlace = ({ max, used }: Claim): boolean => max.high !== null && used.low >= max.high

export function verdictOf(limit: Limit, one: Claim, tally: Tally): Verdict {
  if (limit.share.kind === 'none') return noneWhenTooMany(limit, one, tally)
  if (limit.measure === 'count') return byCount(one, tally)
  if (limit.whole) return wholeOrNothing(one, tally)
  return limit.share.kind === 'pro-rata' ? proRata(one, tally) : byAmount(one, tally)
}

/** Whatever the lines turn out to be, the limit is not reached. */
export function cannotBite(limit: Limit, { line, payments, max, used }: Claim, tally: Tally): boolean {
  const [others, own] = limit.measure === 'count' ? [BigInt(tally.count), BigInt(payments)] : [tally.possible, line.possible]
  return others !== null && own !== null && used.high !== null && used.high + others + own <= max.low
}

const stays = ({ line: { committed, possible } }: Claim): Verdict => ({ committed, possible, outcome: 'stays', because: 'none' })
const out = (because: Because): Verdict => ({ committed: 0n, possible: 0n, outcome: 'out', because })

function byCount(one: Claim, tally: Tally): Verdict {
  const { max, used, line, payments } = one
  if (used.high !== null && used.high + BigInt(tally.maybeCount + payments) <= max.low) return stays(one)
  if (max.high !== null && used.low + BigInt(tally.beforePaid) >= max.high) return out('before-paid')
  return { committed: 0n, possible: line.possible, outcome: 'open', because: 'maybe-placed' }
}

/** What those before it leave of the limit. */
function left({ max, used }: Claim, tally: Tally): Whole {
  return {
    low: tally.maybePossible === null || used.high === null ? 0n : positive(max.low - used.high - tally.maybePossible),
    high: max.high === null ? null : positive(max.high - used.low - tally.beforeCommitted),
  }
}

/** Paid whole while it and all before it are within the limit, or not at all. */
function wholeOrNothing(one: Claim, tally: Tally): Verdict {
  const { line } = one
  const { low, high } = left(one, tally)
  if (line.possible !== null && line.possible <= low) return stays(one)
  if (high !== null && (high === 0n || line.committed > high)) return out('before')
  const most = atMost(line.possible, high)
  return line.committed === 0n && most === line.possible ? stays(one) : { committed: 0n, possible: most, outcome: 'open', because: 'maybe' }
}

/** Each takes what those before it leave. */
function byAmount(one: Claim, tally: Tally): Verdict {
  const { line } = one
  const { low, high } = left(one, tally)
  return amounts(one, smaller(line.committed, low), atMost(line.possible, high), 'before', 'maybe')
}

function amounts(one: Claim, committed: bigint, possible: bigint | null, sure: Because, maybe: Because): Verdict {
  const { line } = one
  if (committed === line.committed && possible === line.possible) return stays(one)
  if (possible === 0n) return out(sure)
  return { committed, possible, outcome: possible !== line.possible || committed === possible ? 'reduced' : 'open', because: possible !== line.possible ? sure : maybe }
}

function proRata(one: Claim, tally: Tally): Verdict {
  const { line, max, used } = one
  const low = used.high === null ? 0n : positive(max.low - used.high)
  const high = max.high === null ? null : positive(max.high - used.low)
  const committed = tally.possible === null ? 0n : proportion(line.committed, tally.possible, low)
  const possible = high === null ? line.possible : line.possible === null ? high : proportion(line.possible, tally.sureCommitted, high)
  return amounts(one, committed, possible, 'sure', 'all')
}

/** amount × min(1, budget ÷ all), rounded down. */
function proportion(amount: bigint, others: bigint, budget: bigint): bigint {
  return amount + others <= budget ? amount : (amount * budget) / (amount + others)
}

function noneWhenTooMany(limit: Limit, one: Claim, tally: Tally): Verdict {
  const { line, max, used, payments } = one
  const count = limit.measure === 'count'
  const [own, ownMost] = count ? [1n, BigInt(payments)] : [line.committed, line.possible]
  const [sure, most] = count ? [BigInt(tally.surePaid), BigInt(tally.count)] : [tally.surePaidCommitted, tally.possible]
  if (max.high !== null && used.low + sure + own > max.high) return out('sure-paid')
  if (used.high !== null && most !== null && ownMost !== null && used.high + most + ownMost <= max.low) return stays(one)
  const left = max.high === null || count ? null : positive(max.high - used.low - sure)
  return { committed: 0n, possible: atMost(line.possible, left), outcome: 'open', because: 'all' }
}

export function positive(a: bigint): bigint {
  return a < 0n ? 0n : a
}
function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
function atMost(a: bigint | null, b: bigint | null): bigint | null {
  return a === null ? b : b === null ? a : smaller(a, b)
}
export function plus(a: bigint | null, b: bigint | null): bigint | null {
  return a === null || b === null ? null : a + b
}
