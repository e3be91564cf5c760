import type { Limit } from '../../core/core.ts'
import type { Decision, Missing } from '../engine.ts'
import { areCumulable, isByClause, limitUnder, widenedLimit, widenedTo, type Widened } from '../limit-under.ts'
import { equal } from './comparisons.ts'
import type { Draft } from './drafts.ts'
import { floor, rounded, type Exact } from './exact.ts'
import type { Compiler } from './expressions.ts'
import { identity, isKept, type Code, type Frame } from './frame.ts'
import { dayOf } from './in-period.ts'
import { earlierGrants, keyText, sumOfEarlier, type Earlier, type Find, type Key } from './ledger.ts'
import { positive, type Claim, type Whole } from './shares.ts'
import { and, asRange, asTruth, FALSE, ANY_NUMBER, ANY_TEXT, isWide, lacksOf, missingOf, not, NOT_APPLICABLE, OPEN, possibleOf, TRUE, WITHIN, type Points, type Range, type Truth, type Val } from './values.ts'

/** A limit as closures. */
export interface LimitProgram {
  readonly limit: Limit
  readonly keys: ReadonlyMap<string, readonly Code[]>
  /** Whether it covers a line of the clause; empty: all lines. */
  readonly reaches: ReadonlyMap<string, (frame: Frame) => Reach>
  readonly orders: ReadonlyMap<string, Code>
  /** What the same thing gets elsewhere, by clause. */
  readonly elsewhere: ReadonlyMap<string, Code>
  readonly max: Code
  readonly widened: { readonly max: Code; readonly when: Code | null } | null
  readonly find: Find | null
}

const NO_CODE: readonly Code[] = []
const NO_KEY: Key = []

interface Reach {
  readonly truth: Truth
  readonly missing: readonly Missing[]
}

function reachCode({ code }: Compiler, limit: Limit, clause: string): (frame: Frame) => Reach {
  const all = limit.when.map(({ value: { expr, negated } }) => {
    const of = expr[clause]
    return { of: of === undefined ? () => false : code(of), negated }
  })
  return (frame) => {
    let truth: Truth = TRUE
    const missing: Missing[] = []
    for (const { of, negated } of all) {
      const val = of(frame)
      const found = negated ? not(asTruth(val)) : asTruth(val)
      truth = and([truth, found])
      if (found === OPEN) missing.push(...missingOf(val))
    }
    return { truth, missing: truth === OPEN ? missing : NO_MISSING }
  }
}

const NO_MISSING: readonly Missing[] = []
const nothingMissing = (): readonly Missing[] => NO_MISSING
const COVERED = 'covered'
const IS_COVERED: Points = { kind: 'points', values: [COVERED], within: null }

/** What a limit may not cover shares it perhaps: a part of the key that may be none. */
function coverVal({ truth, missing }: Reach): Val {
  if (truth === TRUE) return COVERED
  return { possible: (truth & TRUE) === 0 ? null : IS_COVERED, lacks: NOT_APPLICABLE, missing }
}

export function limitProgram(compiler: Compiler, written: Limit): LimitProgram {
  const { on, code } = compiler
  const limit = limitUnder(written, (under) => isKept(compiler, under))
  const reaches = new Map(limit.when.length === 0 ? [] : limit.clauses.map((clause) => [clause, reachCode(compiler, limit, clause)]))
  const reachPart = (clause: string, frame: Frame): Key => {
    const reach = reaches.get(clause)
    return reach === undefined ? NO_KEY : [coverVal(reach(frame))]
  }
  const calendar = calendarPart(limit)
  const own = new Map(Object.entries(limit.key).map(([clause, parts]) => [clause, parts.map(code)]))
  const keys = calendar === null ? own : new Map([...own].map(([id, parts]) => [id, [...parts, (frame: Frame) => calendar(dayOf(compiler, frame))]]))
  const orders = new Map(limit.share.kind === 'ranked' ? Object.entries(limit.share.order).map(([clause, expr]) => [clause, code(expr)]) : [])
  const all = earlierGrants(compiler, limit.clauses, (entry, frame) => [...(own.get(entry.clause) ?? NO_CODE).map((part) => part(frame)), ...(calendar === null ? [] : [calendar(entry.day)]), ...reachPart(entry.clause, frame)])
  const find: Find = limit.period === 'ever' ? (past, key) => all(past, key).filter(({ entry }) => entry.day <= on) : all
  const elsewhere = new Map(Object.entries(limit.elsewhere ?? {}).map(([clause, expr]) => [clause, code(expr)]))
  return { limit, elsewhere, keys, reaches, orders, max: code(limit.max), widened: limit.widened === null ? null : { max: code(limit.widened.max), when: limit.widened.when === null ? null : code(limit.widened.when) }, find: limit.period === null ? null : find }
}

/** Lines and earlier grants share the limit of a year, or a month, when their days lie in one; null: no such limit. */
function calendarPart({ period }: Limit): ((day: string | null) => Val) | null {
  if (period !== 'year' && period !== 'month') return null
  return (day) => day?.slice(0, period === 'year' ? 4 : 7) ?? ANY_DAY
}

const ANY_DAY: Val = { possible: ANY_TEXT, lacks: 0, missing: [] }

/** A line where a limit is applied to it. */
export interface Claimant extends Claim {
  readonly at: number
  readonly draft: Draft
  readonly key: Key
  /** null: not decided. */
  readonly text: string | null
  /** null where none is evaluated. */
  readonly rank: Val | null
  /** The limit may be widened, and that is not decided. */
  readonly awaits: Widened['awaits']
  readonly widenedTo: Widened['to']
  readonly maxMissing: readonly Missing[]
  readonly earlier: readonly Earlier[]
  /** Facts that would decide what lines that are not reduced take. */
  readonly takenMissing: () => readonly Missing[]
  /** Whether the limit covers the line is not known. */
  readonly perhaps: boolean
  /** What the same thing gets elsewhere. */
  readonly elsewhere: Whole
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

/** Null: the limit does not cover the line. */
export function reachOf({ reaches }: LimitProgram, { frame, line }: Draft): Reach | null {
  const reach = reaches.get(line.clause)?.(frame) ?? ALL
  return (reach.truth & TRUE) === 0 ? null : reach
}

const ALL: Reach = { truth: TRUE, missing: NO_MISSING }

export function claimant(program: LimitProgram, draft: Draft, at: number, reach: Reach, decisions: readonly Decision[]): Claimant {
  const { limit, elsewhere, keys, reaches, orders, find } = program
  const { frame, program: { clause }, line } = draft
  const own = (keys.get(clause.id) ?? NO_CODE).map((part) => part(frame))
  const key = reaches.size === 0 ? own : [...own, coverVal(reach)]
  const most = widening(program, draft, decisions)
  const order = orders.get(clause.id)
  const payments = isByClause(limit) ? 1 : draft.payments
  const outside = elsewhere.get(clause.id)?.(frame) ?? 0
  const earlier = find === null ? NO_EARLIER : countable(limit, frame, clause.id, find(frame.past, key))
  return {
    at, draft, line, payments, key, text: keyText(key), rank: order === undefined ? null : order(frame),
    max: forAll(most, payments), awaits: most.awaits, widenedTo: most.to, maxMissing: [...reach.missing, ...most.missing, ...missingOf(outside)], elsewhere: outside === 0 ? UNUSED : elsewhereOf(outside), used: earlier.length === 0 ? UNUSED : usedUp(earlier, limit.measure), earlier, takenMissing: nothingMissing,
    perhaps: reach.truth === OPEN,
  }
}

/** The limit as decisions widen it. */
function widening({ limit, max, widened }: LimitProgram, { frame, line }: Draft, decisions: readonly Decision[]): Widened & { readonly missing: readonly Missing[] } {
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

