import * as big from '../../values/rational.ts'
import { rational, type Rational } from '../../values/rational.ts'

/**
 * Exact numbers, fast where they are small: a plain number is a whole one within ±(2^53−1), everything else a fraction
 * of bigints. Each step on plain numbers is looked at afterwards: a result beyond the safe whole numbers is computed again.
 */
export type Exact = number | Rational

export function isExact(value: unknown): value is Exact {
  return typeof value === 'number' || (typeof value === 'object' && value !== null && 'n' in value)
}

export function exactOf(of: Rational): Exact {
  if (of.d !== 1n) return of
  const near = Number(of.n)
  return Number.isSafeInteger(near) ? near : of
}

/** A number as the core writes it. */
export function exactFromText(of: string): Exact {
  const plain = Number(of)
  return Number.isSafeInteger(plain) && `${plain}` === of ? plain : exactOf(big.rationalFromText(of) ?? big.ZERO)
}

function wide(of: Exact): Rational {
  return typeof of === 'number' ? { n: BigInt(of), d: 1n } : of
}

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return exactOf(big.add(wide(a), wide(b)))
}

/** Never −0, which would divide and print otherwise. */
export function negate(a: Exact): Exact {
  return typeof a === 'number' ? 0 - a : big.negate(a)
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negate(b))
}

export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product + 0
  }
  return exactOf(big.multiply(wide(a), wide(b)))
}

/** `b` is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0
  return exactOf(big.divide(wide(a), wide(b)))
}

export function compare(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  return big.compare(wide(a), wide(b))
}

export function least(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b
}
export function greatest(a: Exact, b: Exact): Exact {
  return compare(a, b) >= 0 ? a : b
}

export function floor(a: Exact): Exact {
  return typeof a === 'number' ? a : exactOf(rational(big.floor(a)))
}

export type Rounding = 'half-up' | 'down' | 'up'

export function rounded(a: Exact, how: Rounding): bigint {
  if (typeof a === 'number') return BigInt(a)
  switch (how) {
    case 'half-up':
      return big.roundHalfUp(a)
    case 'down':
      return big.floor(a)
    case 'up':
      return -big.floor(big.negate(a))
  }
}

/** As a key has it: `n/d`. */
export function text(a: Exact): string {
  return typeof a === 'number' ? `${a}/1` : `${a.n}/${a.d}`
}
