import { startOfMonth } from '../../values/date.ts'
import { rational } from '../../values/rational.ts'
import type { Expr } from '../../core/core.ts'
import type { LinePeriod } from '../engine.ts'
import { periodAt, periodNumber } from '../periods.ts'
import type { Evaluate } from './choices.ts'
import type { Period, Scope } from './scope.ts'
import { stepOf, type Step } from './trace.ts'
import { ANY_TEXT, known, lacking, point, value, whole, type Value } from './values.ts'

/** 本期, 期数: the period that a clause pays for. */
export function inPeriod(expr: Expr & { kind: 'period-start' | 'period-number' }, scope: Scope, path: string, evaluate: Evaluate): Step {
  return stepOf(expr, scope, path, valueOf(expr.kind, scope, evaluate), [])
}

function valueOf(kind: 'period-start' | 'period-number', scope: Scope, evaluate: Evaluate): Value {
  const { period } = scope
  if (period === null) return lacking('no-outcome')
  // A month is that of the calendar, whenever the term began.
  if (period.kind === 'of-entry' && period.term.unit === 'month' && kind === 'period-start') return known(point(startOfMonth(period.day)))
  const found = period.kind === 'known' ? period.period : period.kind === 'of-entry' ? periodOfEntry(period, scope, evaluate) : null
  if (found !== null) return exact(kind, found)
  if (kind === 'period-start') return value(ANY_TEXT, [], period.kind === 'any' ? period.number.missing : [])
  return period.kind === 'any' ? period.number : value({ kind: 'range', low: rational(1n), high: null }, [], [])
}

function exact(kind: 'period-start' | 'period-number', { from, number }: LinePeriod): Value {
  return known(kind === 'period-start' ? point(from) : whole(BigInt(number)))
}

/** An earlier grant was for the period in which its day lies; of which term, its facts say. */
function periodOfEntry({ term, day }: Period & { kind: 'of-entry' }, scope: Scope, evaluate: Evaluate): LinePeriod | null {
  const from = onlyDay(evaluate(term.from, { ...scope, period: null }, 'term/from').value)
  if (from !== null) return periodAt(term.unit, from, periodNumber(term.unit, from, day))
  return null
}

/** The day that a value certainly is; null where it may be another, or none. */
export function onlyDay({ possible, lacks }: Value): string | null {
  return possible?.kind === 'points' && possible.values?.length === 1 && lacks.length === 0 ? (possible.values[0] ?? null) : null
}
