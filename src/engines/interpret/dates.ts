import { addDays, addMonths, parseDate } from '../../values/date.ts'
import type { Rational } from '../../values/rational.ts'

/** No step on the calendar is longer than its ten thousand years. */
const LONGEST_DAYS = 3_660_000n

/** The day so many months or days later; null when the step is not whole or leaves the years 0–9999. */
export function later(day: string, by: Rational, unit: 'duration' | 'days'): string | null {
  if (by.d !== 1n || by.n > LONGEST_DAYS || by.n < -LONGEST_DAYS) return null
  return unit === 'duration' ? addMonths(day, Number(by.n)) : addDays(day, Number(by.n))
}

const MILLISECONDS_PER_DAY = 86_400_000

/** Days from `from` to `to`; null when one of them does not exist. */
export function daysBetween(from: string, to: string): bigint | null {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  return start === null || end === null ? null : BigInt(end - start)
}

function dayNumber(day: string): number | null {
  const parts = parseDate(day)
  if (parts === null) return null
  return Math.round(new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day) / MILLISECONDS_PER_DAY)
}
