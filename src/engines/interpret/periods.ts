import { floor, rational } from '../../values/rational.ts'
import type { Clause, Term } from '../../core/core.ts'
import type { LinePeriod, Reason } from '../engine.ts'
import { dayOfPeriod, mostPeriods, periodsIn, validStretch, type Stretch } from '../periods.ts'
import { and, comparePossible } from './comparisons.ts'
import { evaluate } from './expressions.ts'
import { onlyDay } from './in-period.ts'
import { kept, scopeOf, type Instance, type Period, type Person, type Run, type Scope } from './scope.ts'
import { ANY_NUMBER, asRange, FALSE, OPEN, point, TRUE, truth, type Range, type Truth, type Value } from './values.ts'

/**
 * "A clause has instances: one a subject, and where it pays by period, one a subject and period." A turn is what makes a
 * line of a subject: once, or a period of the term.
 */
export interface Turn {
  readonly period: Period | null
  /** How many payments it stands for, at most: of a term whose beginning is not known it stands for all periods. */
  readonly payments: bigint
  /** Whether the period belongs to the term. */
  readonly within: Truth
  readonly missing: Value['missing']
  readonly reasons: readonly Reason[]
}

const ONCE: Turn = { period: null, payments: 1n, within: TRUE, missing: [], reasons: [] }

/** The turns of a clause for a subject while the policy is in force from `inForceDay`. Where no period counts, one that fails says so. */
export function turnsOf(run: Run, clause: Clause, person: Person, subject: Instance): readonly Turn[] {
  const [term] = kept(run, clause.terms)
  if (term === undefined || run.inForceDay === null) return [ONCE]
  const stretch = validStretch(run.policy, clause, run.inForceDay, run.input.on)
  const scope = scopeOf(run, person, subject, null, clause.cites[0] ?? null)
  const from = evaluate(term.from, scope, `${clause.id}/term/from`).value
  if (from.possible === null) return [failing(term, scope, from.lacks.includes('not-applicable') ? 'not-applicable' : 'no-period')]
  const day = onlyDay(from)
  const most = longest(term, scope, clause.id)
  const turns = day === null ? anyPeriod(term, scope, from, most, stretch) : knownPeriods(term, scope, clause.id, periodsIn(term.unit, day, stretch), most, stretch)
  return turns.length > 0 ? turns : [failing(term, scope, 'no-period')]
}

/** 最长: how many periods there are, at most. */
function longest(term: Term, scope: Scope, id: string): { readonly range: Range; readonly missing: Value['missing'] } {
  if (term.longest === null) return { range: ANY_NUMBER, missing: [] }
  const { value } = evaluate(term.longest, scope, `${id}/term/longest`)
  const months = asRange(value)
  const full = (end: Range['low']): Range['low'] => (end === null ? null : rational(term.unit === 'month' ? floor(end) : floor(rational(end.n, end.d * 12n))))
  return { range: value.lacks.length > 0 ? ANY_NUMBER : { kind: 'range', low: full(months.low), high: full(months.high) }, missing: value.missing }
}

function knownPeriods(term: Term, scope: Scope, id: string, periods: readonly LinePeriod[], most: ReturnType<typeof longest>, stretch: Stretch): readonly Turn[] {
  const until = term.until === null ? null : evaluate(term.until, scope, `${id}/term/until`).value
  return periods.flatMap((period): Turn[] => {
    const number = BigInt(period.number)
    const counted = truth(most.range.high === null || number <= floor(most.range.high), most.range.low === null ? term.longest !== null : number > floor(most.range.low))
    const begun = until === null ? TRUE : beginsBy(period.from, until)
    const within = and([counted, begun])
    if (!within.canBeTrue) return []
    const missing = within.canBeFalse ? [...(counted.canBeFalse ? most.missing : []), ...(begun.canBeFalse ? (until?.missing ?? []) : [])] : []
    const reasons = within.canBeFalse ? [reason('period-unknown', term, scope)] : []
    return [{ period: { kind: 'known', period, day: dayOfPeriod(period, stretch) }, payments: 1n, within, missing, reasons }]
  })
}

/** No period begins after the last day; a last day that does not apply is none. */
function beginsBy(first: string, until: Value): Truth {
  if (until.possible === null) return until.lacks.includes('not-applicable') ? TRUE : OPEN
  const found = comparePossible('le', point(first), until.possible)
  return truth(found.canBeTrue || until.lacks.length > 0, found.canBeFalse)
}

/** The term's first day is not known: one line for all periods that may be. */
function anyPeriod(term: Term, scope: Scope, from: Value, most: ReturnType<typeof longest>, stretch: Stretch): readonly Turn[] {
  const room = BigInt(mostPeriods(term.unit, stretch))
  const bound = most.range.high === null ? null : floor(most.range.high)
  const payments = bound !== null && bound < room ? bound : room
  if (payments <= 0n) return []
  const number = { possible: { kind: 'range', low: rational(1n), high: most.range.high } as const, lacks: [], missing: from.missing }
  return [{ period: { kind: 'any', number }, payments, within: OPEN, missing: from.missing, reasons: [reason('period-unknown', term, scope)] }]
}

function failing(term: Term, scope: Scope, code: 'no-period' | 'not-applicable'): Turn {
  return { period: null, payments: 0n, within: FALSE, missing: [], reasons: [reason(code, term, scope)] }
}

function reason(code: Reason['code'], term: Term, scope: Scope): Reason {
  return { code, fact: term.from.kind === 'field' ? term.from.field : null, found: null, applies: code !== 'not-applicable', needed: scope.run.label(term.from), cite: scope.cite }
}
