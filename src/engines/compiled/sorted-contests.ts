import { once } from '../../base/once.ts'
import type { Limit } from '../../core/core.ts'
import type { Missing } from '../engine.ts'
import { FEW } from '../limit-under.ts'
import { amountIn } from './bundles.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { detailsOf, NO_DETAILS, NO_LINES, NO_MATES, type Contest, type Details, type Pool } from './contest.ts'
import { compare, isExact } from './exact.ts'
import { areSortable, inTextOrder, rivalsOf } from './rivals.ts'
import { hasNoPlace, hasPlace, type Tally } from './shares.ts'
import { missingKey, type Val } from './values.ts'

type Sorted = readonly (readonly Claimant[])[]

/** From the first to the last, those of equal rank together; null where they cannot be sorted. */
function classes({ share }: Limit, members: readonly Claimant[]): Sorted | null {
  switch (share.kind) {
    case 'ranked': {
      if (!areSortable(members.map(({ rank }) => rank))) return null
      const sign = share.direction === 'descending' ? -1 : 1
      return runs(members, (a, b) => sign * compareRanks(a.rank, b.rank))
    }
    case 'text-order':
      return singles(runs(members, (a, b) => inTextOrder(a.draft, b.draft)))
    case 'highest':
      if (!members.every(({ line }) => line.committed === line.possible)) return null
      return singles(runs(members, (a, b) => (a.line.committed === b.line.committed ? inTextOrder(a.draft, b.draft) : a.line.committed > b.line.committed ? -1 : 1)))
    case 'pro-rata': case 'undetermined': case 'none':
      return [members]
  }
}

function compareRanks(a: Val | null, b: Val | null): number {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return isExact(a) && isExact(b) ? compare(a, b) : 0
}

function runs(members: readonly Claimant[], by: (a: Claimant, b: Claimant) => number): Sorted {
  const found: Claimant[][] = []
  for (const one of [...members].sort(by)) {
    const last = found.at(-1)
    const [first] = last ?? []
    if (last !== undefined && first !== undefined && by(first, one) === 0) last.push(one)
    else found.push([one])
  }
  return found
}

function singles(sorted: Sorted): Sorted | null {
  return sorted.every(({ length }) => length === 1) ? sorted : null
}

/** A sum of amounts, of which some may be without bound. */
interface Amount {
  readonly stated: bigint
  readonly unstated: number
}

function adding({ stated, unstated }: Amount, possible: bigint | null, times: 1 | -1): Amount {
  return possible === null ? { stated, unstated: unstated + times } : { stated: times === 1 ? stated + possible : stated - possible, unstated }
}
const amountOf = ({ stated, unstated }: Amount): bigint | null => (unstated > 0 ? null : stated)

interface Sums {
  readonly count: number
  readonly possible: Amount
  readonly committed: bigint
  readonly paid: number
  readonly paidCommitted: bigint
  /** Those who may have a place, and those paid who surely have one. */
  readonly placed: number
  readonly paidPlaced: number
}

const NOTHING: Sums = { count: 0, possible: { stated: 0n, unstated: 0 }, committed: 0n, paid: 0, paidCommitted: 0n, placed: 0, paidPlaced: 0 }

function including(sums: Sums, one: Claimant, times: 1 | -1): Sums {
  const { line, draft } = one
  const signed = times === 1 ? line.committed : -line.committed
  const paid = isSurelyPaid(draft)
  return {
    count: sums.count + times * one.payments, possible: adding(sums.possible, line.possible, times), committed: sums.committed + signed,
    paid: sums.paid + (paid ? times : 0), paidCommitted: sums.paidCommitted + (paid ? signed : 0n),
    placed: sums.placed + (hasNoPlace(one) ? 0 : times * one.payments), paidPlaced: sums.paidPlaced + (paid && hasPlace(one) ? times : 0),
  }
}

/** Of many lines under one key, all decided; null where they cannot be sorted. */
export function sortedContests(limit: Limit, pool: Pool, members: readonly Claimant[]): readonly Contest[] | null {
  const sorted = classes(limit, members)
  if (sorted === null) return null
  const all = members.reduce((sums, one) => including(sums, one, 1), NOTHING)
  const contests: Contest[] = []
  let before = NOTHING
  for (const level of sorted) {
    const upTo = level.reduce((sums, one) => including(sums, one, 1), before)
    const together = members.length > FEW ? once(() => detailsOfLevel(limit, level)) : null
    for (const one of level) {
      contests.push({
        claimant: one, pool, tally: tallyAmong(including(all, one, -1), before, including(upTo, one, -1)), mates: NO_MATES, amount: amountIn(null, one),
        // Of few lines those that took the place are named.
        details: together ?? once(() => detailsOf(limit, one, rivalsOf(limit, one, members), NO_MATES)),
      })
    }
    before = upTo
  }
  return contests
}

function detailsOfLevel({ share }: Limit, level: readonly Claimant[]): Details {
  if (level.length < 2) return NO_DETAILS
  const lines = once(() => new Set(level.map(({ line }) => line)))
  const placed = once(() => new Set(level.filter((one) => !hasNoPlace(one)).map(({ line }) => line)))
  return { ...NO_DETAILS, missing: once(() => missingIn(level)), tiedWith: (which) => (share.kind !== 'ranked' ? NO_LINES : which === 'maybe' ? lines() : which === 'maybe-placed' ? placed() : NO_LINES), isOpen: true }
}

function tallyAmong(all: Sums, before: Sums, maybe: Sums): Tally {
  return {
    count: all.count, possible: amountOf(all.possible), sureCommitted: all.committed, surePaid: all.paid, surePaidCommitted: all.paidCommitted,
    beforePaid: before.paidPlaced, beforeCommitted: before.committed, maybeCount: maybe.placed, maybePossible: amountOf(maybe.possible),
  }
}

function missingIn(level: readonly Claimant[]): readonly Missing[] {
  const found = new Map(level.flatMap(({ line }) => line.missing).map((one) => [missingKey(one), one]))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}
