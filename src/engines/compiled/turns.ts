import type { Clause } from '../../core/core.ts'
import type { LinePeriod, Missing } from '../engine.ts'
import { dayOfPeriod, mostPeriods, periodsIn, validStretch, type Stretch } from '../periods.ts'
import { compareVals } from './comparisons.ts'
import { divide, floor, type Exact } from './exact.ts'
import type { Compiler } from './expressions.ts'
import type { Frame, Period, TermCode } from './frame.ts'
import { and, ANY_NUMBER, asRange, asTruth, FALSE, lacksOf, missingOf, NOT_APPLICABLE, OPEN, possibleOf, range, TRUE, value, type Range, type Truth, type Val } from './values.ts'

/** What makes a line of a subject: once, or a period of the term. */
export interface Turn {
  readonly period: Period | null
  /** How many payments it stands for, at most. */
  readonly payments: number
  readonly within: Truth
  readonly missing: readonly Missing[]
}

const NO_MISSING: readonly Missing[] = []
export const ONCE: readonly Turn[] = [{ period: null, payments: 1, within: TRUE, missing: NO_MISSING }]
const NEVER: readonly Turn[] = [{ period: null, payments: 0, within: FALSE, missing: NO_MISSING }]

export type TurnsOf = (frame: Frame) => readonly Turn[]

/** The turns of a clause for a subject; where no period counts, one that fails. */
export function turning(compiler: Compiler, clause: Clause, term: TermCode | null): TurnsOf {
  if (term === null || compiler.inForceDay === null) return () => ONCE
  const stretch = validStretch(compiler.policy, clause, compiler.inForceDay, compiler.on)
  const room = mostPeriods(term.unit, stretch)
  return (frame) => {
    const from = term.from(frame)
    if (possibleOf(from) === null) return NEVER
    const most = longest(term, frame)
    const turns = typeof from === 'string' ? known(term, frame, periodsIn(term.unit, from, stretch), most, stretch) : anyPeriod(from, most, room)
    return turns.length > 0 ? turns : NEVER
  }
}

interface Most {
  readonly range: Range
  readonly missing: readonly Missing[]
}

const NO_END: Most = { range: ANY_NUMBER, missing: NO_MISSING }

function longest({ longest: code, unit }: TermCode, frame: Frame): Most {
  if (code === null) return NO_END
  const months = code(frame)
  if (lacksOf(months) !== 0) return { range: ANY_NUMBER, missing: missingOf(months) }
  const full = (end: Exact | null): Exact | null => (end === null ? null : floor(unit === 'month' ? end : divide(end, 12)))
  const { low, high } = asRange(months)
  return { range: range(full(low), full(high)), missing: missingOf(months) }
}

function known(term: TermCode, frame: Frame, periods: readonly LinePeriod[], most: Most, stretch: Stretch): readonly Turn[] {
  const until = term.until === null ? null : term.until(frame)
  return periods.flatMap((period): Turn[] => {
    const counted = term.longest === null ? TRUE : asTruth(compareVals('le', period.number, value(most.range, 0, NO_MISSING)))
    const begun = until === null ? TRUE : beginsBy(period.from, until)
    const within = and([counted, begun])
    if ((within & TRUE) === 0) return []
    const missing = [...(counted === OPEN ? most.missing : NO_MISSING), ...(begun === OPEN && until !== null ? missingOf(until) : NO_MISSING)]
    return [{ period: { kind: 'known', period, day: dayOfPeriod(period, stretch) }, payments: 1, within, missing }]
  })
}

/** No period begins after the last day; a last day that does not apply is none. */
function beginsBy(first: string, until: Val): Truth {
  const possible = possibleOf(until)
  if (possible === null) return lacksOf(until) & NOT_APPLICABLE ? TRUE : OPEN
  const found = asTruth(compareVals('le', first, value(possible, 0, NO_MISSING)))
  return lacksOf(until) === 0 ? found : found | TRUE
}

function anyPeriod(from: Val, most: Most, room: number): readonly Turn[] {
  const bound = most.range.high === null ? room : Math.min(room, numberOf(most.range.high))
  if (bound <= 0) return []
  const missing = missingOf(from)
  const number = value(range(1, most.range.high), 0, missing)
  return [{ period: { kind: 'any', number }, payments: bound, within: OPEN, missing }]
}

function numberOf(whole: Exact): number {
  return typeof whole === 'number' ? whole : Number(whole.n)
}
