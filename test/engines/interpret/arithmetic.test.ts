import { describe, expect, test } from 'vitest'
import { rational, rationalToText } from '../../../src/values/rational.ts'
import { add, divide, higher, lower, marginal, multiply, negate, subtract, wholes } from '../../../src/engines/interpret/arithmetic.ts'
import { exactly, type Range } from '../../../src/engines/interpret/values.ts'

const range = (low: number | null, high: number | null): Range => ({ kind: 'range', low: low === null ? null : rational(BigInt(low)), high: high === null ? null : rational(BigInt(high)) })
const show = (of: Range | null): string => (of === null ? 'none' : `${of.low === null ? '-∞' : rationalToText(of.low)}..${of.high === null ? '∞' : rationalToText(of.high)}`)

test('in parts at a rate below zero: the ends of the base are not those of the sum', () => {
  const parts = [{ upTo: range(100, 100), rate: range(1, 1) }, { upTo: null, rate: range(-1, -1) }]
  expect(show(marginal(range(50, 150), parts))).toBe('0..100')
  expect(show(marginal(range(150, 150), parts))).toBe('50..50')
})

describe('ranges', () => {
  test('sums and differences', () => {
    expect(show(add(range(1, 2), range(3, null)))).toBe('4..∞')
    expect(show(subtract(range(1, 2), range(0, null)))).toBe('-∞..2')
    expect(show(negate(range(-1, 2)))).toBe('-2..1')
  })
  test('products take the extreme ends; zero times anything is zero', () => {
    expect(show(multiply(range(-2, 3), range(4, 5)))).toBe('-10..15')
    expect(show(multiply(range(0, 0), range(0, null)))).toBe('0..0')
    expect(show(multiply(range(2, 2), range(0, null)))).toBe('0..∞')
    expect(show(multiply(range(-1, 2), range(0, null)))).toBe('-∞..∞')
  })
  test('quotients: exactly zero gives none, perhaps zero gives no upper bound', () => {
    expect(show(divide(range(6, 8), range(2, 4)))).toBe('3/2..4')
    expect(show(divide(range(6, 8), range(-4, -2)))).toBe('-4..-3/2')
    expect(show(divide(range(6, 8), range(0, 0)))).toBe('none')
    expect(show(divide(range(6, 8), range(0, 2)))).toBe('3..∞')
    expect(show(divide(range(6, 8), range(0, null)))).toBe('0..∞')
    expect(show(divide(range(6, 8), range(-1, 1)))).toBe('-∞..∞')
    expect(show(divide(range(6, 8), range(2, null)))).toBe('0..4')
  })
  test('the lower of 40% of an unknown and 1,000,000 is at most 1,000,000', () => {
    expect(show(lower(range(0, null), range(100, 100)))).toBe('0..100')
    expect(show(lower(range(null, 5), range(100, 100)))).toBe('-∞..5')
    expect(show(higher(range(0, null), range(100, 100)))).toBe('100..∞')
    expect(show(higher(range(null, 5), range(1, 9)))).toBe('1..9')
  })
  test('whole times only', () => {
    expect(show(wholes({ kind: 'range', low: rational(-1n, 2n), high: rational(7n, 2n) }))).toBe('-1..3')
  })
  test('parts, each at its own rate: 500 at 2%, the next 500 at 3%, the rest at 5%', () => {
    const percent = (n: number): Range => exactly(rational(BigInt(n), 100n))
    const parts = [{ upTo: range(500, 500), rate: percent(2) }, { upTo: range(1000, 1000), rate: percent(3) }, { upTo: null, rate: percent(5) }]
    expect(show(marginal(range(500, 500), parts))).toBe('10..10')
    expect(show(marginal(range(1000, 1000), parts))).toBe('25..25')
    expect(show(marginal(range(1200, 1200), parts))).toBe('35..35')
    expect(show(marginal(range(-5, -5), parts))).toBe('0..0')
    expect(show(marginal(range(500, 1200), parts))).toBe('10..35')
    expect(show(marginal(range(0, null), parts))).toBe('0..∞')
  })
})
