import * as exact from '../../values/rational.ts'
import { compare, floor, greatest, least, rational, ZERO, type Rational } from '../../values/rational.ts'
import { ANY_NUMBER, exactly, type Range } from './values.ts'

/**
 * Exact arithmetic on ranges. Each operation is inclusion-isotonic: a narrower argument never gives a wider result,
 * so that "adding a fact never widens a range".
 */

function range(low: Rational | null, high: Rational | null): Range {
  return { kind: 'range', low, high }
}

function both(a: Rational | null, b: Rational | null, f: (a: Rational, b: Rational) => Rational): Rational | null {
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

/** An end of a range, or one of the two infinities. */
type End = Rational | '-∞' | '+∞'

function sign(end: End): number {
  if (end === '-∞') return -1
  if (end === '+∞') return 1
  return compare(end, ZERO)
}

/** Zero times anything is zero: the other factor is some number, however large. */
function timesEnds(a: End, b: End): End {
  const signs = sign(a) * sign(b)
  if (signs === 0) return ZERO
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
  const ends = (of: Range): readonly [End, End] => [of.low ?? '-∞', of.high ?? '+∞']
  const products = ends(a).flatMap((x) => ends(b).map((y) => timesEnds(x, y))).sort(compareEnds)
  const [low, high] = [products[0] ?? ZERO, products[3] ?? ZERO]
  return range(typeof low === 'string' ? null : low, typeof high === 'string' ? null : high)
}

export function isZero(a: Range): boolean {
  return a.low !== null && a.high !== null && compare(a.low, ZERO) === 0 && compare(a.high, ZERO) === 0
}

export function mayBeZero(a: Range): boolean {
  return (a.low === null || compare(a.low, ZERO) <= 0) && (a.high === null || compare(a.high, ZERO) >= 0)
}

/** a ÷ b for every b other than zero; null when b is exactly zero. */
export function divide(a: Range, b: Range): Range | null {
  if (isZero(b)) return null
  if (mayBeZero(b)) {
    const bothPositive = a.low !== null && compare(a.low, ZERO) >= 0 && b.low !== null && compare(b.low, ZERO) >= 0
    if (!bothPositive) return isZero(a) ? exactly(ZERO) : ANY_NUMBER
    return range(b.high === null ? ZERO : exact.divide(a.low, b.high), isZero(a) ? ZERO : null)
  }
  return multiply(a, inverse(b))
}

/** 1 ÷ b, where b is on one side of zero. */
function inverse(b: Range): Range {
  const one = rational(1n)
  const of = (end: Rational | null): Rational => (end === null ? ZERO : exact.divide(one, end))
  return range(of(b.high), of(b.low))
}

/** 每满…不足不计: only whole times count. */
export function wholes(a: Range): Range {
  return range(a.low === null ? null : rational(floor(a.low)), a.high === null ? null : rational(floor(a.high)))
}

/** 孰低: an unknown never hides the bound that is known: the lower of (40% of an unknown, 1,000,000) is at most 1,000,000. */
export function lower(a: Range, b: Range): Range {
  return range(both(a.low, b.low, least), a.high === null ? b.high : b.high === null ? a.high : least(a.high, b.high))
}

/** 孰高 */
export function higher(a: Range, b: Range): Range {
  return range(a.low === null ? b.low : b.low === null ? a.low : greatest(a.low, b.low), both(a.high, b.high, greatest))
}

const NOTHING = exactly(ZERO)

interface Part {
  readonly upTo: Range | null
  readonly rate: Range
}

/** "超过…的部分": each part of the base at its own rate, summed. */
export function marginal(base: Range, parts: readonly Part[]): Range {
  const general = sumOfParts(base, parts)
  // With rates that are not negative the sum rises with the base, so its ends come from the ends of the base.
  if (!parts.every(({ rate }) => rate.low !== null && compare(rate.low, ZERO) >= 0)) return general
  const low = base.low === null ? general : sumOfParts(exactly(base.low), parts)
  const high = base.high === null ? general : sumOfParts(exactly(base.high), parts)
  return range(low.low, high.high)
}

function sumOfParts(base: Range, parts: readonly Part[]): Range {
  let below = NOTHING
  let sum = NOTHING
  for (const { upTo, rate } of parts) {
    const top = upTo === null ? base : lower(base, upTo)
    sum = add(sum, multiply(higher(NOTHING, subtract(top, below)), rate))
    if (upTo !== null) below = upTo
  }
  return sum
}
