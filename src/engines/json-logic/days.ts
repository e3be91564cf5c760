import { LAST_DAY } from './context.ts'
import type { Guard } from './guards.ts'
import { constant, floorOf, minus, plus, times, type Int, type Overflow } from './numbers.ts'
import { and, get, not, or, type Rule } from './rule.ts'

/** Months from January of the year 0 to December of the year 9999. */
const LAST_MONTH = 119_999

function remainder(n: Int, by: bigint, overflow: Overflow): Int {
  return minus(n, times(floorOf({ n, d: constant(by, overflow) }, overflow), constant(by, overflow), overflow), overflow)
}

/** A day is the number YYYYMMDD. Here: months counted from January of the year 0, then the day of the month: 4 May 2026 is 24316 04. */
function monthAndDay(day: Int, months: Int, overflow: Overflow): { readonly month: Int; readonly both: Int } {
  const year = floorOf({ n: day, d: constant(10_000n, overflow) }, overflow)
  // Of YYYYMM the months are YYYYMM − 88 × YYYY − 1.
  const written = floorOf({ n: day, d: constant(100n, overflow) }, overflow)
  const counted = minus(minus(written, times(year, constant(88n, overflow), overflow), overflow), constant(1n, overflow), overflow)
  const month = plus(counted, months, overflow)
  return { month, both: plus(times(month, constant(100n, overflow), overflow), remainder(day, 100n, overflow), overflow) }
}

const CURRENT = get('current')
const YEAR: Rule = { '/': [{ '-': [CURRENT, { '%': [CURRENT, 1200] }] }, 1200] }
/** From 0 for January to 11 for December. */
const MONTH: Rule = { '/': [{ '-': [{ '%': [CURRENT, 1200] }, { '%': [CURRENT, 100] }] }, 100] }
const IS_LEAP: Rule = or([and([{ '===': [{ '%': [YEAR, 4] }, 0] }, not({ '===': [{ '%': [YEAR, 100] }, 0] })]), { '===': [{ '%': [YEAR, 400] }, 0] }])
const DAYS_IN_MONTH: Rule = { if: [{ '===': [MONTH, 1] }, { if: [IS_LEAP, 29, 28] }, { in: [MONTH, [3, 5, 8, 10]] }, 30, 31] }

/** The day so many months later, a day that the month lacks becoming its last one; told only within the years 0–9999. */
export function monthsLater(day: Int, months: Int, overflow: Overflow): { readonly day: Int; readonly within: Guard } {
  const { month, both } = monthAndDay(day, months, overflow)
  const parts: Rule = { '+': [{ '*': [YEAR, 10_000] }, { '*': [{ '+': [MONTH, 1] }, 100] }, { min: [{ '%': [CURRENT, 100] }, DAYS_IN_MONTH] }] }
  return {
    // One step over a list of one: months and day are looked at without computing them again.
    day: { rule: { reduce: [[both.rule], parts, 0] }, low: 0n, high: LAST_DAY },
    within: { ok: { '<=': [0, month.rule, LAST_MONTH] }, marker: 'refused:out-of-range' },
  }
}
