import type { Limit } from '../../core/core.ts'
import type { Decision, Missing } from '../engine.ts'
import { areCumulable, isByClause, widenedLimit, widenedTo, type Widened } from '../limit-under.ts'
import { equal } from './comparisons.ts'
import type { Draft } from './drafts.ts'
import { floor, rounded, type Exact } from './exact.ts'
import { identity, type Frame } from './frame.ts'
import { keyText, sumOfEarlier, type Earlier, type Key } from './ledger.ts'
import { coverVal, NO_CODE, type LimitProgram, type Reach } from './limit-program.ts'
import { positive, type Claim, type Whole } from './shares.ts'
import { and, ANY_NUMBER, asRange, asTruth, FALSE, isWide, lacksOf, missingOf, not, NOT_APPLICABLE, OPEN, possibleOf, TRUE, WITHIN, type Range, type Truth, type Val } from './values.ts'

const NO_MISSING: readonly Missing[] = []
const nothingMissing = (): readonly Missing[] => NO_MISSING

/** What a limit finds of a line, whatever the line comes to: it rests on its frame alone. */
export interface Ground {
  readonly key: Key
  /** null: not decided. */
  readonly text: string | null
  /** null where none is evaluated. */
  readonly rank: Val | null
  /** For one payment. */
  readonly most: Whole
  /** The limit may be widened, and that is not decided. */
  readonly awaits: Widened['awaits']
  readonly widenedTo: Widened['to']
  readonly maxMissing: readonly Missing[]
  readonly earlier: readonly Earlier[]
  /** By earlier grants. */
  readonly used: Whole
  /** Whether the limit covers the line is not known. */
  readonly perhaps: boolean
  /** What the same thing gets elsewhere. */
  readonly elsewhere: Whole
}

/** A line where a limit is applied to it. */
export interface Claimant extends Claim, Ground {
  readonly draft: Draft
  /** Facts that would decide what lines that are not reduced take. */
  readonly takenMissing: () => readonly Missing[]
}

/** A direction never is touched; amounts, and payments kept or dropped, are those of grants and ceilings. */
export function isTouched(limit: Limit, { line, money }: Draft): boolean {
  if (line.kind === 'direction' || line.kind === 'repayment') return false
  return money || (limit.measure === 'count' && limit.kind !== 'non-cumulation' && limit.share.kind !== 'highest')
}

export function mayBePaid({ line, money }: Draft): boolean {
  if (line.standing === 'fails' || line.standing === 'withdrawn') return false
  return !money || line.possible !== 0n
}

export function isSurelyPaid({ line, money }: Draft): boolean {
  return money ? line.committed > 0n : line.standing === 'holds'
}

const UNUSED: Whole = { low: 0n, high: 0n }
const NO_EARLIER: readonly Earlier[] = []

const ALL: Reach = { truth: TRUE, missing: NO_MISSING }

/** Null: the limit does not cover the line. */
export function groundOf(program: LimitProgram, { frame, line }: Draft, decisions: readonly Decision[]): Ground | null {
  const { limit, elsewhere, keys, reaches, orders, find } = program
  const { clause } = line
  const reach = reaches.get(clause)?.(frame) ?? ALL
  if ((reach.truth & TRUE) === 0) return null
  const own = (keys.get(clause) ?? NO_CODE).map((part) => part(frame))
  const key = reaches.size === 0 ? own : [...own, coverVal(reach)]
  const { low, high, awaits, to, missing } = widening(program, frame, line, decisions)
  const outside = elsewhere.get(clause)?.(frame) ?? 0
  const earlier = find === null ? NO_EARLIER : countable(limit, frame, clause, find(frame.past, key))
  return {
    key, text: keyText(key), rank: orders.get(clause)?.(frame) ?? null, most: { low, high }, awaits, widenedTo: to, maxMissing: [...reach.missing, ...missing, ...missingOf(outside)],
    elsewhere: outside === 0 ? UNUSED : elsewhereOf(outside), used: earlier.length === 0 ? UNUSED : usedUp(earlier, limit.measure), earlier, perhaps: reach.truth === OPEN,
  }
}

export function claimant(limit: Limit, draft: Draft, ground: Ground): Claimant {
  const payments = isByClause(limit) ? 1 : draft.payments
  return { ...ground, draft, line: draft.line, payments, max: forAll(ground.most, payments), takenMissing: nothingMissing }
}

/** The limit as decisions widen it. */
function widening({ limit, max, widened }: LimitProgram, frame: Frame, line: Draft['line'], decisions: readonly Decision[]): Widened & { readonly missing: readonly Missing[] } {
  const base = max(frame)
  const { low, high } = wholeMax(base)
  if (widened === null) return { low, high, awaits: null, to: null, missing: missingOf(base) }
  const [widest, when] = [widened.max(frame), widened.when?.(frame) ?? true]
  const may = asTruth(when)
  const found = widenedLimit({ low, high }, wholeMax(widest), { canBeTrue: (may & TRUE) !== 0, canBeFalse: (may & FALSE) !== 0 }, widenedTo(limit, decisions, line.applicant, line.subject))
  return { ...found, missing: [...missingOf(base), ...missingOf(widest), ...(may === OPEN ? missingOf(when) : [])] }
}

/** Nothing where it does not apply. */
function elsewhereOf(val: Val): Whole {
  const lacks = lacksOf(val)
  if (possibleOf(val) === null && lacks === NOT_APPLICABLE) return UNUSED
  const { low, high } = (lacks & ~NOT_APPLICABLE) !== 0 ? { low: 0n, high: null } : wholeMax(isWide(val) ? { ...val, lacks: 0 } : val)
  return { low: lacks !== 0 ? 0n : low, high }
}

function usedUp(earlier: readonly Earlier[], measure: Limit['measure']): Whole {
  const { low, high } = sumOfEarlier(earlier, measure)
  return { low: positive(low), high: positive(high) }
}

/** An earlier instalment to the same subject under the same clause is no other payment. */
function countable(limit: Limit, { subject }: Frame, clause: string, earlier: readonly Earlier[]): readonly Earlier[] {
  if (limit.kind !== 'non-cumulation' || earlier.length === 0) return earlier
  return earlier.flatMap((one) => {
    if (areCumulable(limit, clause, one.entry.clause)) return []
    if (one.entry.clause !== clause || one.entry.applicant !== subject.owner) return [one]
    const same = and([one.same, not(isItself(subject, one))])
    return same & TRUE ? [{ ...one, same }] : []
  })
}

function isItself(subject: Frame['subject'], { entry }: Earlier): Truth {
  if (subject.isApplicant) return TRUE
  if (entry.subject === null) return OPEN
  const [own, earlier] = [possibleOf(identity(subject)), possibleOf(`${subject.owner}${WITHIN}${entry.subject}`)]
  return own === null || earlier === null ? OPEN : equal(own, earlier)
}

/** A line that stands for several payments may have the limit for each of them. */
function forAll(max: Whole, payments: number): Whole {
  return payments === 1 || max.high === null ? max : { low: max.low, high: max.high * BigInt(payments) }
}

/** A limit that cannot be computed may be anything, but is never below zero. A fraction of a fen is no fen. */
function wholeMax(max: Val): Whole {
  if (typeof max === 'number') {
    const fen = positive(BigInt(max))
    return { low: fen, high: fen }
  }
  const { low, high }: Range = isWide(max) && (max.possible === null || lacksOf(max) !== 0) ? ANY_NUMBER : asRange(max)
  const end = (of: Exact): bigint => positive(rounded(floor(of), 'down'))
  return { low: low === null ? 0n : end(low), high: high === null ? null : end(high) }
}

