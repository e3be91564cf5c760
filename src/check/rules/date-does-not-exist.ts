import type { Span } from '../../base/span.ts'
import { daysInMonth, formatDate, parseDate } from '../../values/date.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'

const DIGITS = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/

/** 2026-02-30; null for a day that exists. */
export function dateDoesNotExist(span: Span, date: string): Finding | null {
  if (parseDate(date) !== null) return null
  const near = nearestDay(date)
  return finding('date-does-not-exist', span, { date, near: near ?? '2026-01-01' }, near === null ? [] : [replacement(span, near)])
}

function nearestDay(date: string): string | null {
  const match = DIGITS.exec(date)
  if (match === null) return null
  const year = Number(match[1])
  const month = Math.min(12, Math.max(1, Number(match[2])))
  return formatDate({ year, month, day: Math.min(daysInMonth(year, month), Math.max(1, Number(match[3]))) })
}
