import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as exact from '../../../src/engines/compiled/exact.ts'
import * as big from '../../../src/values/rational.ts'

/** Around the last whole number that a double holds for certain, and small fractions. */
const edge = 2n ** 53n
const whole = fc.oneof(fc.bigInt({ min: -200n, max: 200n }), fc.bigInt({ min: edge - 3n, max: edge + 3n }), fc.bigInt({ min: -edge - 3n, max: -edge + 3n }), fc.bigInt({ min: 94_906_260n, max: 94_906_270n }))
const numbers = fc.tuple(whole, fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 12n }))).map(([n, d]) => big.rational(n, d))
const RUNS = Math.max(5000, Number(process.env['HENG_RUNS'] ?? 0))

const back = (of: exact.Exact): big.Rational => (typeof of === 'number' ? big.rational(BigInt(of)) : of)

test('each step is exact, and plain only where a double is', () => {
  fc.assert(fc.property(numbers, numbers, (a, b) => {
    const [x, y] = [exact.exactOf(a), exact.exactOf(b)]
    const results = [
      [exact.add(x, y), big.add(a, b)], [exact.subtract(x, y), big.subtract(a, b)], [exact.multiply(x, y), big.multiply(a, b)], [exact.negate(x), big.negate(a)],
      [exact.least(x, y), big.least(a, b)], [exact.greatest(x, y), big.greatest(a, b)], [exact.floor(x), big.rational(big.floor(a))],
      ...(b.n === 0n ? [] : [[exact.divide(x, y), big.divide(a, b)] as const]),
    ] as const
    for (const [ours, theirs] of results) {
      expect(big.compare(back(ours), theirs)).toBe(0)
      if (typeof ours === 'number') expect(Number.isSafeInteger(ours) && !Object.is(ours, -0)).toBe(true)
    }
    expect(exact.exactFromText(big.rationalToText(a))).toEqual(x)
    expect(exact.compare(x, y)).toBe(big.compare(a, b))
    expect(exact.rounded(x, 'half-up')).toBe(big.roundHalfUp(a))
    expect(exact.rounded(x, 'down')).toBe(big.floor(a))
    expect(exact.rounded(x, 'up')).toBe(-big.floor(big.negate(a)))
  }), { numRuns: RUNS })
})

test('a number is read as the core writes it', () => {
  expect(['0', '-0', '12.50', '1/3', '-2/4', '9007199254740993', 'x', ''].map(exact.exactFromText)).toEqual([0, 0, big.rational(25n, 2n), big.rational(1n, 3n), big.rational(-1n, 2n), big.rational(9_007_199_254_740_993n), 0, 0])
})
