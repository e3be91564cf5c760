/**
 * Exact numbers: a fraction of two whole numbers of any size, in lowest terms, the denominator positive.
 * Money is a fraction of fen until it is rounded, once, at the end.
 */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a < 0n ? -a : a
}

/** The fraction n/d in lowest terms; `d` must not be zero. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero')
  const divisor = greatestCommonDivisor(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}

export const ZERO: Rational = { n: 0n, d: 1n }
export const ONE: Rational = { n: 1n, d: 1n }

export function add(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d + b.n * a.d, a.d * b.d)
}
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d - b.n * a.d, a.d * b.d)
}
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d)
}
/** a ÷ b; `b` must not be zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.n * b.d, a.d * b.n)
}
export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d }
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}
export function least(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}
export function greatest(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** The largest whole number that is not above `a`. */
export function floor(a: Rational): bigint {
  const quotient = a.n / a.d
  return a.n % a.d < 0n ? quotient - 1n : quotient
}

/** The nearest whole number, a half upwards (四舍五入). */
export function roundHalfUp(a: Rational): bigint {
  return floor(rational(a.n * 2n + a.d, a.d * 2n))
}

/** The canonical text of a fraction, `n` or `n/d`: what the core stores. */
export function rationalToText(a: Rational): string {
  return a.d === 1n ? a.n.toString() : `${a.n}/${a.d}`
}

/** Reads {@link rationalToText}'s form back, and plain decimals such as `12.50`; null for anything else. */
export function rationalFromText(text: string): Rational | null {
  const match = /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text)
  if (match === null) return null
  const [, whole = '0', decimals, denominator] = match
  if (denominator !== undefined) {
    const d = BigInt(denominator)
    return d === 0n ? null : rational(BigInt(whole), d)
  }
  if (decimals === undefined) return rational(BigInt(whole))
  return rational(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
}
