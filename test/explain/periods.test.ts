import { describe, expect, it } from 'vitest'
import type { LinePeriod } from '../../src/engines/engine.ts'
import { eachText, periodsText, periodText, runsOf } from '../../src/explain/periods.ts'
import { periodAt } from '../../src/engines/periods.ts'

const months = (from: string, count: number): readonly LinePeriod[] => Array.from({ length: count }, (_, at) => periodAt('month', from, at + 1)).flatMap((one) => one ?? [])
const years = (from: string, count: number): readonly LinePeriod[] => Array.from({ length: count }, (_, at) => periodAt('year', from, at + 1)).flatMap((one) => one ?? [])

describe('periods in words', () => {
  it('names a month, a calendar year, and a year from another day', () => {
    expect(months('2026-07-15', 1).map(periodText)).toEqual([{ zh: '2026年7月', en: 'Jul 2026' }])
    expect(years('2026-01-01', 1).map(periodText)).toEqual([{ zh: '2026年', en: '2026' }])
    expect(years('2026-03-01', 1).map(periodText)).toEqual([{ zh: '2026-03-01起一年', en: 'the year from 2026-03-01' }])
  })
  it('names several, one after the other', () => {
    expect(periodsText(months('2026-01-15', 5))).toEqual({ zh: '2026年1月至5月', en: 'Jan to May 2026' })
    expect(periodsText(months('2025-11-01', 4))).toEqual({ zh: '2025年11月至2026年2月', en: 'Nov 2025 to Feb 2026' })
    expect(periodsText(years('2026-01-01', 3))).toEqual({ zh: '2026年至2028年', en: '2026 to 2028' })
    expect(periodsText(years('2026-03-01', 3))).toEqual({ zh: '2026-03-01起3年', en: '3 years from 2026-03-01' })
    expect([periodsText(months('2026-01-15', 1)), periodsText([])]).toEqual([{ zh: '2026年1月', en: 'Jan 2026' }, { zh: '', en: '' }])
  })
  it('says what each gives and what they come to', () => {
    expect(eachText(months('2026-01-01', 5), { committed: 840000n, possible: 840000n })).toEqual({ zh: '每月8,400元，共4.2万元', en: '8,400 yuan a month, 42,000 yuan in all' })
    expect(eachText(years('2026-03-01', 2), { committed: 0n, possible: 10000n })).toEqual({ zh: '每年0元至100元，共0元至200元', en: '0 yuan to 100 yuan a year, 0 yuan to 200 yuan in all' })
    expect(eachText(months('2026-01-01', 2), { committed: 0n, possible: null }).en).toBe('0 yuan to an unstated amount a month, 0 yuan to an unstated amount in all')
    expect(eachText(months('2026-01-01', 1), { committed: 100n, possible: 100n })).toEqual({ zh: '1元', en: '1 yuan' })
  })
})

describe('lines that make one row', () => {
  const row = (period: LinePeriod | null, says = ''): { period: LinePeriod | null; says: string } => ({ period, says })
  const sizes = (rows: readonly ReturnType<typeof row>[]): readonly number[] => runsOf(rows, ({ period }) => period, ({ says }) => says).map(({ length }) => length)
  it('are consecutive and alike', () => {
    expect(sizes(months('2026-01-01', 5).map((one) => row(one)))).toEqual([5])
    expect(sizes(months('2026-01-01', 5).map((one, at) => row(one, at < 3 ? 'a' : 'b')))).toEqual([3, 2])
    expect(sizes(years('2026-03-01', 3).map((one) => row(one)))).toEqual([3])
  })
  it('are not those without a period, nor with a gap, nor of another term that begins where this one ends', () => {
    expect(sizes([row(null), row(null)])).toEqual([1, 1])
    const [first, , third] = months('2026-01-01', 3)
    expect(sizes([row(first ?? null), row(third ?? null)])).toEqual([1, 1])
    const later = months('2027-01-01', 2)[1]
    expect(sizes([row(first ?? null), row(later ?? null)])).toEqual([1, 1])
  })
})
