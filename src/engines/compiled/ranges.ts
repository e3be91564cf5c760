import * as exact from './exact.ts'
import { compare, greatest, least, type Exact } from './exact.ts'
import { ANY_NUMBER, range, type Range } from './values.ts'

/** Exact arithmetic on ranges; a narrower argument never gives a wider result. */

function both(a: Exact | null, b: Exact | null, f: (a: Exact, b: Exact) => Exact): Exact | null {
  return a === null || b === null ? null : f(a, b)
}

export function add(a: Range, b: Range): Range {
  return range(both(a.low, b.low, exact.add), both(a.high, b.high, exact.add))
}
export function negate(a: Range): Range {
  return range(a.high === null ? null : exact.negate(a.high), a.low === null ? null : exact.negate(a.low))
}
export function subtract(a: Range, b: Range): Range {
  return add(a, negate(b))
}

type End = Exact | '-∞' | '+∞'

function sign(end: End): number {
  return end === '-∞' ? -1 : end === '+∞' ? 1 : compare(end, 0)
}

function timesEnds(a: End, b: End): End {
  const signs = sign(a) * sign(b)
  if (signs === 0) return 0
  if (typeof a === 'string' || typeof b === 'string') return signs > 0 ? '+∞' : '-∞'
  return exact.multiply(a, b)
}

function compareEnds(a: End, b: End): number {
  if (a === b) return 0
  if (a === '-∞' || b === '+∞') return -1
  if (a === '+∞' || b === '-∞') return 1
  return compare(a, b)
}

export function multiply(a: Range, b: Range): Range {
  const ends = (of: Range): readonly End[] => [of.low ?? '-∞', of.high ?? '+∞']
  const products = ends(a).flatMap((x) => ends(b).map((y) => timesEnds(x, y))).sort(compareEnds)
  const [low = 0, high = 0] = [products[0], products[3]]
  return range(typeof low === 'string' ? null : low, typeof high === 'string' ? null : high)
}

function isZero(a: Range): boolean {
  return a.low !== null && a.high !== null && compare(a.low, 0) === 0 && compare(a.high, 0) === 0
}

export function mayBeZero(a: Range): boolean {
  return (a.low === null || compare(a.low, 0) <= 0) && (a.high === null || compare(a.high, 0) >= 0)
}

/** For every divisor other than zero; null when it is exactly zero. */
export function divide(a: Range, b: Range): Range | null {
  if (isZero(b)) return null
  if (mayBeZero(b)) {
    if (a.low === null || compare(a.low, 0) < 0 || b.low === null || compare(b.low, 0) < 0) return isZero(a) ? range(0, 0) : ANY_NUMBER
    return range(b.high === null ? 0 : exact.divide(a.low, b.high), isZero(a) ? 0 : null)
  }
  const inverse = (end: Exact | null): Exact => (end === null ? 0 : exact.divide(1, end))
  return multiply(a, range(inverse(b.high), inverse(b.low)))
}

export function wholes(a: Range): Range {
  return range(a.low === null ? null : exact.floor(a.low), a.high === null ? null : exact.floor(a.high))
}

/** 孰低: an unknown never hides the bound that is known. */
export function lower(a: Range, b: Range): Range {
  return range(both(a.low, b.low, least), a.high === null ? b.high : b.high === null ? a.high : least(a.high, b.high))
}
/** 孰高 */
export function higher(a: Range, b: Range): Range {
  return range(a.low === null ? b.low : b.low === null ? a.low : greatest(a.low, b.low), both(a.high, b.high, greatest))
}

export interface Part {
  readonly upTo: Range | null
  readonly rate: Range
}

export function marginal(base: Range, parts: readonly Part[]): Range {
  const general = sumOfParts(base, parts)
  if (!parts.every(({ rate }) => rate.low !== null && compare(rate.low, 0) >= 0)) return general
  const low = base.low === null ? general : sumOfParts(range(base.low, base.low), parts)
  const high = base.high === null ? general : sumOfParts(range(base.high, base.high), parts)
  return range(low.low, high.high)
}

function sumOfParts(base: Range, parts: readonly Part[]): Range {
  const nothing = range(0, 0)
  let [below, sum] = [nothing, nothing]
  for (const { upTo, rate } of parts) {
    const top = upTo === null ? base : lower(base, upTo)
    sum = add(sum, multiply(higher(nothing, subtract(top, below)), rate))
    if (upTo !== null) below = upTo
  }
  return sum
}
