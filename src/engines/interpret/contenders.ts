import { floor, ZERO } from '../../values/rational.ts'
import type { Limit } from '../../core/core.ts'
import type { LedgerEntry } from '../engine.ts'
import { and, equal, not } from './comparisons.ts'
import { evaluate, keyOf } from './expressions.ts'
import { areCumulable, isByClause, widenedLimit, widenedTo, type Widened } from '../limit-under.ts'
import { earlierGrants, sumOfEarlier, type Earlier, type Key } from './ledger.ts'
import type { Draft } from './lines.ts'
import { dayOf, identity, type Run, type Scope } from './scope.ts'
import { ANY_NUMBER, ANY_TEXT, asRange, asTruth, exactly, FALSE, isDecided, known, OPEN, point, TRUE, WITHIN, type Range, type Truth, type Value } from './values.ts'

/** Whole numbers (payments, or fen) from `low` to `high`; null: no bound. */
export interface Whole {
  readonly low: bigint
  readonly high: bigint | null
}

/** A line where a limit is applied to it. */
export interface Claimant {
  readonly at: number
  readonly draft: Draft
  /** How many payments it stands for, at most: of a term whose beginning is not known it stands for all periods. */
  readonly payments: bigint
  readonly key: Key
  /** Its place in a ranking; null where none is evaluated. */
  readonly rank: Value | null
  readonly max: Whole
  /** The limit may be widened, and that is not decided. */
  readonly awaits: Widened['awaits']
  readonly widenedTo: Widened['to']
  readonly maxMissing: Value['missing']
  /** What earlier grants have used up already. */
  readonly used: Whole
  readonly earlier: readonly Earlier[]
  /** Whether the limit covers the line is not known. */
  readonly perhaps: boolean
  /** What the same thing gets elsewhere. */
  readonly elsewhere: Whole
}

/** Is the line touched by limits of this sort at all? A direction never is; amounts, and payments kept or dropped, are those of grants and ceilings. */
export function isTouched(limit: Limit, draft: Draft): boolean {
  if (draft.line.kind === 'direction' || draft.line.kind === 'repayment') return false
  return draft.money || (limit.measure === 'count' && limit.kind !== 'non-cumulation' && limit.share.kind !== 'highest')
}

/** Something may still be given. */
export function mayBePaid({ line, money }: Draft): boolean {
  if (line.standing === 'fails' || line.standing === 'withdrawn') return false
  return !money || line.possible !== 0n
}

/** Something certainly is given. */
export function isSurelyPaid({ line, money }: Draft): boolean {
  return money ? line.committed > 0n : line.standing === 'holds'
}

/** The keys of earlier grants under a limit, each evaluated once. */
export type EntryKeys = (clause: string, entry: Scope, of: LedgerEntry) => Key

export function entryKeys(limit: Limit): EntryKeys {
  const found = new Map<LedgerEntry, Key>()
  return (clause, entry, of) => {
    const key = found.get(of) ?? [...keyOf(limit.key[clause] ?? [], entry), ...calendarPart(limit, of.day), ...reachPart(limit, reachOf(limit, clause, entry))]
    found.set(of, key)
    return key
  }
}

/** "每年 = per calendar year": lines and earlier grants share the limit of a year, or a month, when their days lie in one. */
function calendarPart({ period }: Limit, day: string | null): Key {
  if (period !== 'year' && period !== 'month') return []
  return [known(day === null ? ANY_TEXT : point(day.slice(0, period === 'year' ? 4 : 7)))]
}

interface Reach {
  readonly truth: Truth
  readonly missing: Value['missing']
}

/** Does the limit cover this line, or earlier grant? */
export function reachOf(limit: Limit, clause: string, scope: Scope): Reach {
  const all = limit.when.map(({ value: { expr, negated } }): Reach => {
    const of = expr[clause]
    const found = of === undefined ? known(FALSE) : evaluate(of, scope, limit.id).value
    return { truth: negated ? not(asTruth(found)) : asTruth(found), missing: found.missing }
  })
  const reach = and(all.map((one) => one.truth))
  return { truth: reach, missing: isDecided(reach) ? [] : all.filter((one) => !isDecided(one.truth)).flatMap((one) => one.missing) }
}

/** What a limit may not cover shares it perhaps: a key that may be none. */
function reachPart({ when }: Limit, { truth: reach, missing }: Reach): Key {
  if (when.length === 0) return []
  return [{ possible: reach.canBeTrue ? point('covered') : null, lacks: reach.canBeFalse ? ['not-applicable'] : [], missing }]
}

export function claimant(run: Run, limit: Limit, keys: EntryKeys, draft: Draft, at: number, reach: Reach): Claimant {
  const { clause, scope } = draft.assessment
  const inLimit = { ...scope, run, cite: limit.cites[0] ?? scope.cite }
  const key = [...keyOf(limit.key[clause.id] ?? [], inLimit), ...calendarPart(limit, dayOf(scope)), ...reachPart(limit, reach)]
  const base = evaluate(limit.max, inLimit, limit.id).value
  const max = widening(limit, inLimit, draft, base)
  const order = limit.share.kind === 'ranked' ? limit.share.order[clause.id] : undefined
  const rank = order === undefined ? null : evaluate(order, inLimit, limit.id).value
  const earlier = limit.period === null ? [] : countable(limit, draft, earlierGrants(run, limit.clauses, key, keys).filter(({ entry }) => limit.period !== 'ever' || entry.day <= run.input.on))
  const outside = limit.elsewhere?.[clause.id]
  const elsewhere = outside === undefined ? NOTHING : evaluate(outside, inLimit, limit.id).value
  const payments = isByClause(limit) ? 1n : draft.assessment.turn.payments
  return { at, draft, payments, key, rank, max: forAll(max, payments), awaits: max.awaits, widenedTo: max.to, elsewhere: elsewhereOf(elsewhere), maxMissing: [...reach.missing, ...max.missing, ...elsewhere.missing], used: wholeRange(sumOfEarlier(earlier, limit.measure)), earlier, perhaps: reach.truth.canBeFalse }
}

/**
 * Non-cumulation is between different payments: an earlier instalment to the same subject under the same clause (a
 * factory's lower level, A2) is for `once` and for deductions to count.
 */
function countable(limit: Limit, draft: Draft, earlier: readonly Earlier[]): readonly Earlier[] {
  if (limit.kind !== 'non-cumulation') return earlier
  const { clause, subject } = draft.assessment
  return earlier.flatMap((one) => {
    if (areCumulable(limit, clause.id, one.entry.clause)) return []
    if (one.entry.clause !== clause.id || one.entry.applicant !== subject.owner) return [one]
    const itself = subject.isApplicant ? TRUE : one.entry.subject === null ? OPEN : equal(identity(subject), point(`${subject.owner}${WITHIN}${one.entry.subject}`))
    const same = and([one.same, not(itself)])
    return same.canBeTrue ? [{ ...one, same }] : []
  })
}

const NOTHING = known(exactly(ZERO))

/** Nothing where it does not apply. */
function elsewhereOf(value: Value): Whole {
  const range = asRange(value.possible === null && value.lacks.includes('not-applicable') ? NOTHING : value)
  const { low, high } = value.lacks.includes('undefined') || value.lacks.includes('no-outcome') ? wholeRange(ANY_NUMBER) : wholeRange(range)
  return { low: value.lacks.length > 0 ? 0n : low, high }
}

/** A limit that cannot be computed may be anything, but is never below zero. A fraction of a fen is no fen. */
function wholeMax(max: Value): Whole {
  const range = max.possible === null || max.lacks.length > 0 ? ANY_NUMBER : asRange(max)
  return wholeRange(range)
}

/** The limit as decisions widen it. */
function widening({ widened, ...limit }: Limit, scope: Scope, { line }: Draft, base: Value): Widened & { readonly missing: Value['missing'] } {
  if (widened === null) return { ...wholeMax(base), awaits: null, to: null, missing: base.missing }
  const widest = evaluate(widened.max, scope, limit.id).value
  const when = widened.when === null ? known(TRUE) : evaluate(widened.when, scope, limit.id).value
  const decided = widenedTo({ ...limit, widened }, scope.run.input.decisions, line.applicant, line.subject)
  return { ...widenedLimit(wholeMax(base), wholeMax(widest), asTruth(when), decided), missing: [...base.missing, ...widest.missing, ...(isDecided(asTruth(when)) ? [] : when.missing)] }
}

/** A line that stands for several payments may have the limit for each of them. */
function forAll({ low, high }: Whole, payments: bigint): Whole {
  return { low, high: high === null ? null : high * payments }
}

function wholeRange({ low, high }: Range): Whole {
  const atLeastZero = (end: bigint): bigint => (end < 0n ? 0n : end)
  return { low: low === null ? 0n : atLeastZero(floor(low)), high: high === null ? null : atLeastZero(floor(high)) }
}
