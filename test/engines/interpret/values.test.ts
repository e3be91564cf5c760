import { describe, expect, test } from 'vitest'
import { rational } from '../../../src/values/rational.ts'
import { anything, asTruth, decidedText, distinct, exactly, FALSE, hull, known, lacking, OPEN, point, TRUE, value, whole, withLacks } from '../../../src/engines/interpret/values.ts'

const missing = { entity: '项目', field: '金额', subject: 'p', state: 'unknown', judgedBy: null } as const

describe('what a value may be', () => {
  test('the hull has room for all, and for none', () => {
    expect(hull([known(whole(1n)), known(whole(5n))], [missing])).toEqual({ possible: { kind: 'range', low: rational(1n), high: rational(5n) }, lacks: [], missing: [missing] })
    expect(hull([known(whole(1n)), lacking('no-outcome')], []).lacks).toEqual(['no-outcome'])
    expect(hull([known(point('甲')), known(point('乙'))], []).possible).toEqual({ kind: 'points', values: ['甲', '乙'], within: null })
  })
  test('of two unknown matters of one applicant the hull is one of his', () => {
    const any = (within: string | null) => known({ kind: 'points', values: null, within })
    expect(hull([any('A'), any('A')], []).possible).toEqual({ kind: 'points', values: null, within: 'A' })
    expect(hull([any('A'), any('B')], []).possible).toEqual({ kind: 'points', values: null, within: null })
    expect(hull([any('A'), known(point('甲'))], []).possible).toEqual({ kind: 'points', values: null, within: null })
  })
  test('a decided value misses nothing', () => {
    expect(value(exactly(rational(1n)), [], [missing]).missing).toEqual([])
    expect(value(exactly(rational(1n)), ['no-outcome'], [missing]).missing).toEqual([missing])
  })
  test('what is counted or measured is never negative; what is computed may be', () => {
    expect(anything({ kind: 'money' }, () => [], true)).toEqual({ kind: 'range', low: rational(0n), high: null })
    expect(anything({ kind: 'money' }, () => [], false)).toEqual({ kind: 'range', low: null, high: null })
    expect(anything({ kind: 'enumeration', name: '级别类' }, () => ['甲'], true)).toEqual(point('甲'))
  })
  test('as a condition: not applicable is false, what cannot be computed is open', () => {
    expect(asTruth(lacking('not-applicable'))).toEqual(FALSE)
    expect(asTruth(lacking('no-outcome'))).toEqual(FALSE)
    expect(asTruth(lacking('undefined'))).toEqual(OPEN)
    expect(withLacks(TRUE, ['not-applicable'])).toEqual(OPEN)
  })
  test('canonical texts', () => {
    expect(decidedText(known(exactly(rational(1n, 3n))))).toBe('1/3')
    expect(decidedText(known(TRUE))).toBe('true')
    expect(decidedText(known(point('A\u001fp')))).toBe('p')
    expect(decidedText(known(OPEN))).toBe(null)
  })
  test('a fact is named once, in each state', () => {
    expect(distinct([missing, { ...missing }, { ...missing, state: 'not-asked' }])).toHaveLength(2)
  })
})
