import type { Clause, Expr } from '../../core/core.ts'
import { startOfMonth } from '../../values/date.ts'
import type { LinePeriod, Missing } from '../engine.ts'
import { periodAt, periodNumber } from '../periods.ts'
import { exactOf } from './exact.ts'
import { isKept, type Code, type Frame, type Period, type Setting, type TermCode } from './frame.ts'
import { ANY_TEXT, lacking, missingOf, NO_OUTCOME, range, value } from './values.ts'

/** The term of a clause under the readings chosen; null where it does not pay by period. */
export function termOf(setting: Setting, code: (expr: Expr) => Code, clause: Clause): TermCode | null {
  const term = clause.terms.find(({ under }) => isKept(setting, under))?.value
  const end = (expr: Expr | null): Code | null => (expr === null ? null : code(expr))
  return term === undefined ? null : { unit: term.unit, from: code(term.from), until: end(term.until), longest: end(term.longest) }
}

const NO_MISSING: readonly Missing[] = []

/** The day that parameters and limits a year go by; null: not known. */
export function dayOf({ on }: Pick<Setting, 'on'>, { period }: Frame): string | null {
  if (period === null) return on
  return period.kind === 'any' ? null : period.day
}

/** 本期, 期数. */
export function periodCode(kind: 'period-start' | 'period-number'): Code {
  return (frame) => {
    const { period } = frame
    if (period === null) return lacking(NO_OUTCOME)
    // A month is that of the calendar, whenever the term began.
    if (period.kind === 'of-entry' && period.term.unit === 'month' && kind === 'period-start') return startOfMonth(period.day)
    const found = period.kind === 'known' ? period.period : period.kind === 'of-entry' ? periodOfEntry(period, frame) : null
    if (found !== null) return kind === 'period-start' ? found.from : exactOf({ n: BigInt(found.number), d: 1n })
    if (kind === 'period-start') return value(ANY_TEXT, 0, period.kind === 'any' ? missingOf(period.number) : NO_MISSING)
    return period.kind === 'any' ? period.number : value(range(1, null), 0, NO_MISSING)
  }
}

/** An earlier grant was for the period in which its day lies; of which term, its facts say. */
function periodOfEntry({ term, day }: Period & { kind: 'of-entry' }, frame: Frame): LinePeriod | null {
  const from = term.from({ ...frame, period: null })
  return typeof from !== 'string' ? null : periodAt(term.unit, from, periodNumber(term.unit, from, day))
}
