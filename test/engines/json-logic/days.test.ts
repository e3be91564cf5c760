import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../src/engines/json-logic/context.ts'
import { monthsLater } from '../../../src/engines/json-logic/days.ts'
import type { Int } from '../../../src/engines/json-logic/numbers.ts'
import type { Rule } from '../../../src/engines/json-logic/rule.ts'
import { run } from '../../../src/engines/json-logic/run.ts'
import { addMonths, daysInMonth, formatDate } from '../../../src/values/date.ts'

const fact = (path: string): Int => ({ rule: { var: path }, low: -1_000_000n, high: 9999_12_31n })

/** The rule's answer from plain data; null where its guard does not hold. */
function later(day: string, months: number): Rule {
  const { day: moved, within } = monthsLater(fact('day'), fact('months'), { hit: false })
  const data = { day: Number(dayNumber(day)), months }
  return run(within.ok, data) === true ? run(moved.rule, data) : null
}

const anyDay = fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, day]) => formatDate({ year, month, day: Math.min(day, daysInMonth(year, month)) }))

describe('a day so many months later', () => {
  it.each([
    ['2026-03-10', 12, 2027_03_10],
    ['2026-01-31', 1, 2026_02_28],
    ['2028-02-29', 12, 2029_02_28],
    ['2027-11-30', 3, 2028_02_29],
    ['2026-12-31', 2, 2027_02_28],
    ['2026-05-31', -1, 2026_04_30],
    ['2026-01-01', -1, 2025_12_01],
    ['2100-01-29', 1, 2100_02_28],
    ['2000-01-29', 1, 2000_02_29],
    ['0000-01-01', 0, 1_01],
    ['9999-12-31', 0, 9999_12_31],
  ])('%s and %i months: %i', (day, months, expected) => {
    expect(later(day, months)).toBe(expected)
  })

  it('is not told outside the years 0–9999', () => {
    expect(later('9999-12-01', 1)).toBeNull()
    expect(later('0000-01-31', -1)).toBeNull()
  })

  it('is the day of the calendar, whatever the day and the months', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -130_000, max: 130_000 }), (day, months) => {
      const expected = addMonths(day, months)
      expect(later(day, months)).toBe(expected === null ? null : Number(dayNumber(expected)))
    }), { numRuns: 2000 })
  })

  it('stays within the whole numbers of a double', () => {
    const overflow = { hit: false }
    monthsLater(fact('day'), fact('months'), overflow)
    expect(overflow.hit).toBe(false)
  })
})
