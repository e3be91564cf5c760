/** Days are texts `YYYY-MM-DD`: they sort as texts, and no clock or time zone touches them. */
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The parts of a day that exists; null for 2026-02-30 and for anything that is not a day. */
export function parseDate(text: string): YearMonthDay | null {
  const match = PATTERN.exec(text)
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return { year, month, day }
}

export function formatDate({ year, month, day }: YearMonthDay): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The day `months` later (earlier when negative); a day that the month lacks becomes its last one. Null outside years 0–9999. */
export function addMonths(date: string, months: number): string | null {
  const parts = parseDate(date)
  if (parts === null) return null
  const index = parts.year * 12 + (parts.month - 1) + months
  const year = Math.floor(index / 12)
  if (year < 0 || year > 9999) return null
  const month = index - year * 12 + 1
  return formatDate({ year, month, day: Math.min(parts.day, daysInMonth(year, month)) })
}

/** The day `days` later. Null outside years 0–9999. */
export function addDays(date: string, days: number): string | null {
  const parts = parseDate(date)
  if (parts === null) return null
  const moved = new Date(0)
  moved.setUTCFullYear(parts.year, parts.month - 1, parts.day)
  moved.setUTCDate(moved.getUTCDate() + days)
  const year = moved.getUTCFullYear()
  if (Number.isNaN(year) || year < 0 || year > 9999) return null
  return formatDate({ year, month: moved.getUTCMonth() + 1, day: moved.getUTCDate() })
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4))
}

export function startOfYear(date: string): string {
  return `${date.slice(0, 4)}-01-01`
}

export function startOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`
}

/** Whole months from the month of `from` to the month of `to`. */
export function monthsBetween(from: string, to: string): number {
  return (yearOf(to) - yearOf(from)) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
}
