import { describe, expect, test } from 'vitest'
import { rational } from '../../../src/values/rational.ts'
import { and, comparePossible, equal, not, or } from '../../../src/engines/interpret/comparisons.ts'
import { ANY_TEXT, FALSE, OPEN, point, TRUE, type Points, type Range } from '../../../src/engines/interpret/values.ts'

const range = (low: number, high: number | null): Range => ({ kind: 'range', low: rational(BigInt(low)), high: high === null ? null : rational(BigInt(high)) })
const points = (...values: readonly string[]): Points => ({ kind: 'points', values, within: null })

describe('comparisons of what is possible', () => {
  test('numbers: 以上 and 以下 include the number, 超过 and 不满 do not', () => {
    expect(comparePossible('ge', range(5, 5), range(5, 5))).toEqual(TRUE)
    expect(comparePossible('le', range(5, 5), range(5, 5))).toEqual(TRUE)
    expect(comparePossible('gt', range(5, 5), range(5, 5))).toEqual(FALSE)
    expect(comparePossible('lt', range(5, 5), range(5, 5))).toEqual(FALSE)
    expect(comparePossible('ge', range(0, null), range(5, 5))).toEqual(OPEN)
    expect(comparePossible('ge', range(0, null), range(0, 0))).toEqual(TRUE)
    expect(comparePossible('eq', range(0, 4), range(5, 5))).toEqual(FALSE)
    expect(comparePossible('ne', range(0, 5), range(5, 5))).toEqual(OPEN)
  })
  test('days sort as texts', () => {
    expect(comparePossible('lt', point('2026-01-01'), point('2026-01-02'))).toEqual(TRUE)
    expect(comparePossible('ge', points('2026-01-01', '2026-03-01'), point('2026-02-01'))).toEqual(OPEN)
    expect(comparePossible('ge', ANY_TEXT, point('2026-02-01'))).toEqual(OPEN)
  })
  test('enumeration values', () => {
    expect(equal(points('甲', '乙'), point('丙'))).toEqual(FALSE)
    expect(equal(points('甲', '乙'), point('乙'))).toEqual(OPEN)
    expect(equal(point('乙'), point('乙'))).toEqual(TRUE)
  })
  test('an unknown matter is one of the same applicant', () => {
    const ofA: Points = { kind: 'points', values: null, within: 'A' }
    expect(equal(ofA, point('A\u001fs1'))).toEqual(OPEN)
    expect(equal(ofA, point('B\u001fs1'))).toEqual(FALSE)
    expect(equal(ofA, { ...ofA, within: 'B' })).toEqual(FALSE)
    expect(equal(ofA, ofA)).toEqual(OPEN)
  })
})

test("Kleene's tables", () => {
  expect(and([TRUE, OPEN])).toEqual(OPEN)
  expect(and([FALSE, OPEN])).toEqual(FALSE)
  expect(or([TRUE, OPEN])).toEqual(TRUE)
  expect(or([FALSE, OPEN])).toEqual(OPEN)
  expect(not(OPEN)).toEqual(OPEN)
})

test('two truths are equal when both hold or neither does', () => {
  expect([equal(TRUE, TRUE), equal(FALSE, FALSE)]).toEqual([TRUE, TRUE])
  expect([equal(TRUE, FALSE), equal(FALSE, TRUE)]).toEqual([FALSE, FALSE])
  expect([equal(OPEN, TRUE), equal(FALSE, OPEN), equal(OPEN, OPEN)]).toEqual([OPEN, OPEN, OPEN])
})
