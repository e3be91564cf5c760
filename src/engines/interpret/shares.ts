import type { Limit } from '../../core/core.ts'
import { and, not, or } from './comparisons.ts'
import { isSurelyPaid, type Claimant, type Whole } from './contenders.ts'
import { oneABundle, type Rival } from './rivals.ts'
import { FALSE, OPEN, TRUE, type Truth } from './values.ts'

/** What a limit leaves of a line. Each of these is inclusion-isotonic in the ranges of the lines, the ledger and the limit. */
export interface Verdict {
  readonly committed: bigint
  readonly possible: bigint | null
  /** `stays`: the limit leaves it as it is. `out`: nothing is left. `reduced`: less money. `open`: not certain which. */
  readonly outcome: 'stays' | 'out' | 'reduced' | 'open'
  /** The lines that took the place, or may. */
  readonly because: readonly Rival[]
}

export function verdictOf(limit: Limit, one: Claimant, rivals: readonly Rival[]): Verdict {
  if (limit.share.kind === 'none') return noneWhenTooMany(limit, one, rivals)
  if (limit.measure === 'count') return byCount(one, rivals)
  if (limit.whole) return wholeOrNothing(one, rivals)
  return limit.share.kind === 'pro-rata' ? proRata(one, rivals) : byAmount(one, rivals)
}

/** Whatever the lines turn out to be within their ranges, the limit is not reached. */
export function cannotBite(limit: Limit, one: Claimant, rivals: readonly Rival[]): boolean {
  const others = limit.measure === 'count' ? paymentsOf(rivals) : sumPossible(rivals)
  const own = limit.measure === 'count' ? one.payments : one.draft.line.possible
  return others !== null && own !== null && one.used.high !== null && one.used.high + others + own <= one.max.low
}

const isSure = ({ same }: Rival): boolean => !same.canBeFalse
const surelyBefore = (rival: Rival): boolean => isSure(rival) && !rival.before.canBeFalse
const maybeBefore = ({ before }: Rival): boolean => before.canBeTrue

function keep({ draft: { line } }: Claimant): { readonly committed: bigint; readonly possible: bigint | null } {
  return { committed: line.committed, possible: line.possible }
}

export function stays(one: Claimant): Verdict {
  return { ...keep(one), outcome: 'stays', because: [] }
}
function out(because: readonly Rival[]): Verdict {
  return { committed: 0n, possible: 0n, outcome: 'out', because }
}

/** So many payments, in the order of the share: those that surely have a place stay, those that surely have none are out. */
function byCount(one: Claimant, rivals: readonly Rival[]): Verdict {
  const sure = rivals.filter((rival) => surelyBefore(rival) && isSurelyPaid(rival.claimant.draft) && hasPlace(rival.claimant))
  const possible = rivals.filter((rival) => maybeBefore(rival) && !hasNoPlace(rival.claimant))
  const { max, used } = one
  if (used.high !== null && used.high + paymentsOf(possible) + one.payments <= max.low) return stays(one)
  if (max.high !== null && used.low + BigInt(oneABundle(sure).length) >= max.high) return out(sure)
  return { committed: 0n, possible: one.draft.line.possible, outcome: 'open', because: possible }
}

/**
 * Where some clauses do not exclude each other: who is out takes no place from the next. A line is out when one that comes
 * before it, that it shares the limit with, and that is paid, is not out itself. A circle (the order is not known) is open.
 */
export function byTurns(one: Claimant, rivals: readonly Rival[], isOut: Truth): Verdict {
  if (!isOut.canBeTrue) return stays(one)
  if (!isOut.canBeFalse) return out(rivals.filter((rival) => surelyBefore(rival) && isSurelyPaid(rival.claimant.draft) && hasPlace(rival.claimant)))
  return { committed: 0n, possible: one.draft.line.possible, outcome: 'open', because: rivals.filter((rival) => maybeBefore(rival) && !hasNoPlace(rival.claimant)) }
}

/** Which lines are out. At first all is open; each round settles what follows from what is settled, until nothing more does. */
export function outAmong(all: readonly Claimant[], rivalsOf: (one: Claimant) => readonly Rival[]): (one: Claimant) => Truth {
  const displacing = new Map(all.map((one) => {
    const first = rivalsOf(one).filter(maybeBefore)
    return [one, oneABundle([...first.filter(({ claimant: { draft } }) => isSurelyPaid(draft)), ...first])] as const
  }))
  let settled = new Map(all.map((one) => [one, OPEN]))
  for (;;) {
    const next = new Map(all.map((one) => [one, outAfter(one, displacing.get(one) ?? [], settled)]))
    if (all.every((one) => isSame(next.get(one), settled.get(one)))) return (one) => settled.get(one) ?? OPEN
    settled = next
  }
}

function outAfter(one: Claimant, displacing: readonly Rival[], settled: ReadonlyMap<Claimant, Truth>): Truth {
  if (hasNoPlace(one)) return TRUE
  const displaced = displacing.map(({ claimant, same, before }) => {
    const paid = isSurelyPaid(claimant.draft) ? TRUE : OPEN
    return and([same, before, paid, not(settled.get(claimant) ?? OPEN)])
  })
  return or([...displaced, hasPlace(one) && one.payments === 1n ? FALSE : OPEN])
}

function isSame(a: Truth | undefined, b: Truth | undefined): boolean {
  return a?.canBeTrue === b?.canBeTrue && a?.canBeFalse === b?.canBeFalse
}

/** The limit covers the line, or leaves it as it is: all that either may give. */
export function perhaps(one: Claimant, verdict: Verdict): Verdict {
  return verdict.outcome === 'stays' ? verdict : { ...verdict, possible: one.draft.line.possible, outcome: 'open' }
}

/** A line that earlier grants leave without a place takes none from another: the ledger need not count alike for both (see `ledger.ts`). */
const hasPlace = ({ max, used }: Claimant): boolean => used.high !== null && used.high < max.low
const hasNoPlace = ({ max, used }: Claimant): boolean => max.high !== null && used.low >= max.high

/** So much money, in the order of the share: each takes what those before it leave. */
function byAmount(one: Claimant, rivals: readonly Rival[]): Verdict {
  const sure = rivals.filter(surelyBefore)
  const possible = rivals.filter(maybeBefore)
  const left = remaining(one, sumCommitted(sure), sumPossible(possible))
  const { line } = one.draft
  return amountVerdict(one, smaller(line.committed, left.low), atMost(line.possible, left.high), sure, possible)
}

function amountVerdict(one: Claimant, committed: bigint, possible: bigint | null, sure: readonly Rival[], maybe: readonly Rival[]): Verdict {
  const { line } = one.draft
  if (committed === line.committed && possible === line.possible) return stays(one)
  if (possible === 0n) return out(sure)
  return { committed, possible, outcome: possible !== line.possible || committed === possible ? 'reduced' : 'open', because: possible !== line.possible ? sure : maybe }
}

/**
 * 不足整笔不给予: a line is paid as a whole or not at all. It is paid when it and all before it are within the limit: after the
 * first that is not, nobody is, though a smaller one might still fit. So a line never overtakes one that came before it.
 */
function wholeOrNothing(one: Claimant, rivals: readonly Rival[]): Verdict {
  const sure = rivals.filter(surelyBefore)
  const possible = rivals.filter(maybeBefore)
  const left = remaining(one, sumCommitted(sure), sumPossible(possible))
  const { line } = one.draft
  if (line.possible !== null && line.possible <= left.low) return stays(one)
  if (left.high !== null && (left.high === 0n || line.committed > left.high)) return out(sure)
  const most = atMost(line.possible, left.high)
  return line.committed === 0n && most === line.possible ? stays(one) : { committed: 0n, possible: most, outcome: 'open', because: possible }
}

/** What is left of the limit, at least and at most. */
function remaining({ max, used }: Claimant, sure: bigint, possible: bigint | null): Whole {
  const low = possible === null || used.high === null ? 0n : positive(max.low - used.high - possible)
  return { low, high: max.high === null ? null : positive(max.high - used.low - sure) }
}

/** 按比例压减: "all at the same proportion, each rounded down to the fen." */
function proRata(one: Claimant, rivals: readonly Rival[]): Verdict {
  const sure = rivals.filter(isSure)
  const budget = remaining(one, 0n, 0n)
  const { line } = one.draft
  const others = { low: sumCommitted(sure), high: sumPossible(rivals) }
  const committed = others.high === null ? 0n : proportion(line.committed, others.high, budget.low)
  const possible = budget.high === null ? line.possible : line.possible === null ? budget.high : proportion(line.possible, others.low, budget.high)
  return amountVerdict(one, committed, possible, sure, rivals)
}

/** amount × min(1, budget ÷ (amount + others)), rounded down: it rises with the amount and the budget and falls with the others. */
function proportion(amount: bigint, others: bigint, budget: bigint): bigint {
  return amount + others <= budget ? amount : (amount * budget) / (amount + others)
}

/** "When there are too many, none is paid until the data is corrected." */
function noneWhenTooMany(limit: Limit, one: Claimant, rivals: readonly Rival[]): Verdict {
  const { line } = one.draft
  const count = limit.measure === 'count'
  const certain = rivals.filter((rival) => isSure(rival) && isSurelyPaid(rival.claimant.draft))
  const [own, ownMost] = count ? [1n, one.payments] : [line.committed, line.possible]
  const [sure, most] = count ? [BigInt(oneABundle(certain).length), paymentsOf(rivals)] : [sumCommitted(certain), sumPossible(rivals)]
  const { max, used } = one
  if (max.high !== null && used.low + sure + own > max.high) return out(certain)
  if (used.high !== null && most !== null && ownMost !== null && used.high + most + ownMost <= max.low) return stays(one)
  const left = max.high === null || count ? null : positive(max.high - used.low - sure)
  return { committed: 0n, possible: atMost(line.possible, left), outcome: 'open', because: rivals }
}

// ---------------------------------------------------------------- whole numbers

/** A line of a term whose beginning is not known may be several payments. */
function paymentsOf(rivals: readonly Rival[]): bigint {
  return oneABundle(rivals).reduce((sum, { claimant }) => sum + claimant.payments, 0n)
}

function sumCommitted(rivals: readonly Rival[]): bigint {
  return rivals.reduce((sum, { claimant }) => sum + claimant.draft.line.committed, 0n)
}

/** null: one of them has no bound. */
function sumPossible(rivals: readonly Rival[]): bigint | null {
  return rivals.reduce<bigint | null>((sum, { claimant }) => {
    const { possible } = claimant.draft.line
    return sum === null || possible === null ? null : sum + possible
  }, 0n)
}

function positive(a: bigint): bigint {
  return a < 0n ? 0n : a
}
function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
function atMost(a: bigint | null, b: bigint | null): bigint | null {
  return a === null ? b : b === null ? a : smaller(a, b)
}
