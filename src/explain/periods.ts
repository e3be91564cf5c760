import type { LinePeriod } from '../engines/engine.ts'
import { addMonths, parseDate } from '../values/date.ts'
import { money, moneyRange } from './money.ts'
import { type Text, same } from './text.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A calendar month, a calendar year, or a year counted from another day. */
type Unit = 'month' | 'calendar-year' | 'year'

function unitOf({ from, until }: LinePeriod): Unit {
  if (from.slice(0, 7) === until.slice(0, 7)) return 'month'
  return from.endsWith('-01-01') ? 'calendar-year' : 'year'
}

function month(day: string): Text & { readonly year: string; readonly short: Text } {
  const { year, month: number } = parseDate(day) ?? { year: 0, month: 1 }
  const short: Text = { zh: `${number}月`, en: MONTHS[number - 1] ?? '' }
  return { zh: `${year}年${number}月`, en: `${short.en} ${year}`, year: String(year), short }
}

/** Which period a line is for: 2026年7月 / Jul 2026; 2026年 / 2026; 2026-03-01起一年 / the year from 2026-03-01. */
export function periodText(period: LinePeriod): Text {
  switch (unitOf(period)) {
    case 'month': {
      const { zh, en } = month(period.from)
      return { zh, en }
    }
    case 'calendar-year':
      return { zh: `${period.from.slice(0, 4)}年`, en: period.from.slice(0, 4) }
    case 'year':
      return { zh: `${period.from}起一年`, en: `the year from ${period.from}` }
  }
}

/** Several periods one after the other: 2026年1月至5月 / Jan to May 2026. */
export function periodsText(periods: readonly LinePeriod[]): Text {
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return same('')
  if (periods.length === 1) return periodText(first)
  switch (unitOf(first)) {
    case 'month': {
      const [from, to] = [month(first.from), month(last.from)]
      return from.year === to.year ? { zh: `${from.zh}至${to.short.zh}`, en: `${from.short.en} to ${to.en}` } : { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }
    }
    case 'calendar-year':
      return { zh: `${first.from.slice(0, 4)}年至${last.from.slice(0, 4)}年`, en: `${first.from.slice(0, 4)} to ${last.from.slice(0, 4)}` }
    case 'year':
      return { zh: `${first.from}起${periods.length}年`, en: `${periods.length} years from ${first.from}` }
  }
}

/** What each period gives and what all of them come to: 每月8,400元，共42,000元. */
export function eachText(periods: readonly LinePeriod[], range: { readonly committed: bigint; readonly possible: bigint | null }): Text {
  const each = moneyRange(range.committed, range.possible)
  const [first] = periods
  if (first === undefined || periods.length === 1) return each
  const count = BigInt(periods.length)
  const all = range.possible === range.committed ? money(range.committed * count) : moneyRange(range.committed * count, range.possible === null ? null : range.possible * count)
  const unit: Text = unitOf(first) === 'month' ? { zh: '每月', en: 'a month' } : { zh: '每年', en: 'a year' }
  return { zh: `${unit.zh}${each.zh}，共${all.zh}`, en: `${each.en} ${unit.en}, ${all.en} in all` }
}

/** Lines one after the other, those of consecutive periods that are alike together. */
export function runsOf<T>(lines: readonly T[], periodOf: (line: T) => LinePeriod | null, alike: (line: T) => string): readonly (readonly T[])[] {
  const runs: T[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && follows(periodOf(last), periodOf(line)) && alike(last) === alike(line)) run.push(line)
    else runs.push([line])
  }
  return runs
}

/** Numbers may go on where another subject begins: the days must go on too. */
function follows(a: LinePeriod | null, b: LinePeriod | null): boolean {
  if (a === null || b === null || b.number !== a.number + 1 || unitOf(a) !== unitOf(b)) return false
  return unitOf(a) === 'month' ? addMonths(a.from, 1) === b.from : b.from > a.until
}
