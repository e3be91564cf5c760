import { addDays, addMonths, monthsBetween, startOfMonth } from '../values/date.ts'
import type { Clause, Policy, Term } from '../core/core.ts'
import type { LinePeriod } from './engine.ts'

/** 逐月, 逐年: which periods of a term count, and by which of their days. */

/** From the first to the last day, both included; empty where the last is before the first. */
export interface Stretch {
  readonly first: string
  readonly last: string
}

/** The days up to the day asked on which the policy and the clause are in force. */
export function validStretch(policy: Policy, clause: Clause, inForceDay: string, on: string): Stretch {
  const from = clause.valid?.from ?? inForceDay
  const until = clause.valid?.until ?? policy.commencement?.until ?? on
  return { first: from > inForceDay ? from : inForceDay, last: until < on ? until : on }
}

/** The `number`th period counted from `from`; null where it leaves the calendar. */
export function periodAt(unit: Term['unit'], from: string, number: number): LinePeriod | null {
  const [start, step] = unit === 'month' ? [startOfMonth(from), 1] : [from, 12]
  const [first, next] = [addMonths(start, step * (number - 1)), addMonths(start, step * number)]
  const until = next === null ? null : addDays(next, -1)
  return first === null || until === null ? null : { number, from: first, until }
}

/** Which period counted from `from` a day lies in; below 1 for a day before the first. */
export function periodNumber(unit: Term['unit'], from: string, day: string): number {
  if (unit === 'month') return monthsBetween(from, day) + 1
  const years = Math.floor(monthsBetween(from, day) / 12) + 1
  const here = periodAt(unit, from, years)
  return here !== null && day < here.from ? years - 1 : years
}

/** The periods that have a day in the stretch, in their order. */
export function periodsIn(unit: Term['unit'], from: string, { first, last }: Stretch): readonly LinePeriod[] {
  const found: LinePeriod[] = []
  for (let number = Math.max(1, periodNumber(unit, from, first)); ; number += 1) {
    const period = periodAt(unit, from, number)
    if (period === null || period.from > last || first > last) return found
    found.push(period)
  }
}

/** No start gives more periods than this a day in the stretch. */
export function mostPeriods(unit: Term['unit'], { first, last }: Stretch): number {
  if (first > last) return 0
  const months = monthsBetween(first, last) + 1
  return unit === 'month' ? months : Math.ceil(months / 12) + 1
}

/** The day of a period: its first on which the clause is in force. */
export function dayOfPeriod({ from }: LinePeriod, { first }: Stretch): string {
  return from > first ? from : first
}
