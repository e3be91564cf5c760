import { once } from '../../base/once.ts'
import type { Limit } from '../../core/core.ts'
import type { Line, Missing } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { FEW } from '../limit-under.ts'
import { amountIn, bundlesOf, merged, type Bundles, type Mate } from './bundles.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { compare, isExact } from './exact.ts'
import { areSortable, chosen, inTextOrder, isSure, oneABundle, rivalsOf, tallyOf, type Rival } from './rivals.ts'
import { ALONE, hasNoPlace, hasPlace, type Because, type Tally, type Whole } from './shares.ts'
import { and, FALSE, isWide, missingKey, missingOf, not, OPEN, or, TRUE, UNDEFINED, type Truth, type Val } from './values.ts'

/** What a line meets under a limit. */
export interface Contest {
  readonly claimant: Claimant
  readonly tally: Tally
  /** Lines that took the place, or may. Of many lines that share a limit they are not named. */
  readonly because: (which: Because) => readonly Line[]
  /** Facts that would decide who comes first, or whether the limit is shared. */
  readonly missing: () => readonly Missing[]
  readonly isKeyOpen: boolean
  readonly isRankOpen: boolean
  readonly tiedWith: (which: Because) => ReadonlySet<Line>
  /** One by one; of many lines that were sorted, none. */
  readonly rivals: readonly Rival[]
  /** Who comes first, or whether the limit is shared, is not decided for all of them. */
  readonly isOpen: boolean
  /** The lines that stay, or go, together with it, and what they come to. */
  readonly mates: readonly Mate[]
  readonly amount: Whole
}

const NOBODY: readonly Line[] = []
const NO_LINES: ReadonlySet<Line> = new Set()
const NO_MISSING: readonly Missing[] = []
const NO_RIVALS: readonly Rival[] = []
const NO_MATES: readonly Mate[] = []

function alone(claimant: Claimant, bundles: Bundles = null): Contest {
  const [mates, amount] = [bundles?.get(claimant)?.mates ?? NO_MATES, amountIn(bundles, claimant)]
  return { claimant, tally: ALONE, because: () => NOBODY, missing: () => NO_MISSING, isKeyOpen: false, isRankOpen: false, tiedWith: () => NO_LINES, rivals: NO_RIVALS, isOpen: false, mates, amount }
}

/** The lines that share a limit with each line: those with decided keys are looked up, and where they are many sorted once. */
export function contestsOf(limit: Limit, claimants: readonly Claimant[]): readonly Contest[] {
  const groups = groupBy(claimants, ({ text }) => text)
  const open = (groups.get(null) ?? []).filter((one) => !isKeyless(one))
  const sharing = open.length === 0 ? [] : claimants.filter((one) => !isKeyless(one))
  const bundles = bundlesOf(limit, claimants)
  const found = new Map<Claimant, Contest>()
  for (const [text, members] of groups) {
    const isDecided = text !== null && open.length === 0
    for (const one of (isDecided ? decidedContests(limit, members, bundles) : null) ?? members.map((each) => (isKeyless(each) ? alone(each, bundles) : compared(limit, each, text === null ? sharing : [...members, ...open], bundles)))) found.set(one.claimant, one)
  }
  return claimants.flatMap((one) => found.get(one) ?? [])
}

/** Of lines with one key, which all of them certainly have; null where they are to be compared one by one. */
function decidedContests(limit: Limit, members: readonly Claimant[], bundles: Bundles): readonly Contest[] | null {
  if (bundles === null) {
    if (members.length === 1) return members.map((one) => alone(one))
    return members.length > FEW && limit.cumulable.length === 0 && limit.elsewhere === null ? sortedContests(limit, members) : null
  }
  const together = limit.cumulable.length > 0 ? null : merged(members)
  if (together === null) return null
  const whole = [...together.keys()]
  const contests = decidedContests(limit, whole, null) ?? whole.map((one) => compared(limit, one, whole, null))
  const linesOf = new Map([...together].map(([one, alike]) => [one.line, alike.map(({ line }) => line)]))
  const apart = (lines: Iterable<Line>): readonly Line[] => [...lines].flatMap((line) => linesOf.get(line) ?? [])
  return contests.flatMap((contest) => (together.get(contest.claimant) ?? []).map((claimant): Contest => ({
    ...contest, claimant, because: (which) => apart(contest.because(which)), tiedWith: (which) => new Set(apart(contest.tiedWith(which))),
    missing: () => [...contest.missing(), ...(contest.isOpen ? contest.claimant.line.missing : [])],
  })))
}

/** What has no key shares it with nothing. */
function isKeyless({ key, text }: Claimant): boolean {
  return text === null && key.some((part) => isWide(part) && part.possible === null && (part.lacks & UNDEFINED) === 0)
}

function compared(limit: Limit, one: Claimant, others: readonly Claimant[], bundles: Bundles): Contest {
  const rivals = rivalsOf(limit, one, others, bundles)
  const mates = bundles?.get(one)?.mates ?? NO_MATES
  const isOpen = (rival: Rival): boolean => !isSure(rival) || rival.before === (TRUE | FALSE)
  const lineOf = ({ claimant: { line } }: Rival): Line => line
  return {
    claimant: one,
    tally: tallyOf(rivals),
    because: (which) => chosen(rivals, which).map(lineOf),
    missing: () => {
      const open = rivals.filter(isOpen)
      return [
        ...(open.length === 0 ? [] : mates.flatMap((mate) => [...mate.missing, ...mate.claimant.line.missing])),
        ...rivals.flatMap(({ missing }) => missing),
        ...(oneABundle(rivals).length < FEW ? rivals.filter((rival) => !isOpen(rival) && (rival.before & TRUE) !== 0 && isUnsettled(limit, rival.claimant)).flatMap(({ claimant: { line } }) => line.missing) : []),
        ...open.flatMap(({ claimant: { rank, line } }) => [...rankMissing(one.rank), ...rankMissing(rank), ...line.missing]),
      ]
    },
    isKeyOpen: rivals.some((rival) => !isSure(rival)),
    isRankOpen: rivals.some(({ before, tied }) => before === (TRUE | FALSE) && !tied),
    tiedWith: (which) => new Set(chosen(rivals, which).filter(({ tied }) => tied).map(lineOf)),
    rivals,
    isOpen: rivals.some(isOpen),
    mates,
    amount: amountIn(bundles, one),
  }
}

/** How much of the limit it takes is not known yet. */
function isUnsettled({ measure }: Limit, { draft, line }: Claimant): boolean {
  return measure === 'count' ? !isSurelyPaid(draft) : line.committed !== line.possible
}

function rankMissing(rank: Val | null): readonly Missing[] {
  return rank === null ? NO_MISSING : missingOf(rank)
}

/** Which lines are out where some clauses do not exclude each other: as the meaning has it, one that is out takes no place from the next. */
export function outAmong(contests: readonly Contest[]): (one: Claimant) => Truth {
  const all = contests.map(({ claimant, rivals }) => {
    const first = rivals.filter(({ before }) => (before & TRUE) !== 0)
    return { claimant, displacing: oneABundle([...first.filter(({ claimant: { draft } }) => isSurelyPaid(draft)), ...first]) }
  })
  const isOut = new Map<Claimant, Truth>(all.map(({ claimant }) => [claimant, OPEN]))
  for (let again = true; again;) {
    const next = all.map(({ claimant, displacing }) => outAfter(claimant, displacing, isOut))
    again = all.some(({ claimant }, at) => isOut.get(claimant) !== next[at])
    all.forEach(({ claimant }, at) => isOut.set(claimant, next[at] ?? OPEN))
  }
  return (one) => isOut.get(one) ?? OPEN
}

function outAfter(one: Claimant, displacing: readonly Contest['rivals'][number][], isOut: ReadonlyMap<Claimant, Truth>): Truth {
  if (hasNoPlace(one)) return TRUE
  const out = displacing.map(({ claimant, same, before }) => and([same, before, isSurelyPaid(claimant.draft) ? TRUE : OPEN, not(isOut.get(claimant) ?? OPEN)]))
  return or([...out, hasPlace(one) && one.payments === 1 ? FALSE : OPEN])
}

// ---------------------------------------------------------------- many lines under one key, all decided

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

function sortedContests(limit: Limit, members: readonly Claimant[]): readonly Contest[] | null {
  const sorted = classes(limit, members)
  if (sorted === null) return null
  const all = members.reduce((sums, one) => including(sums, one, 1), NOTHING)
  const ranked = limit.share.kind === 'ranked'
  const contests: Contest[] = []
  let before = NOTHING
  for (const level of sorted) {
    const upTo = level.reduce((sums, one) => including(sums, one, 1), before)
    const missing = level.length > 1 ? once(() => missingIn(level)) : () => NO_MISSING
    const lines = once(() => new Set(level.map(({ line }) => line)))
    const placed = once(() => new Set(level.filter((one) => !hasNoPlace(one)).map(({ line }) => line)))
    for (const one of level) {
      contests.push({
        claimant: one, tally: tallyAmong(including(all, one, -1), before, including(upTo, one, -1)), because: () => NOBODY, missing,
        isKeyOpen: false, isRankOpen: false, tiedWith: (which) => (!ranked || level.length < 2 ? NO_LINES : which === 'maybe' ? lines() : which === 'maybe-placed' ? placed() : NO_LINES),
        rivals: NO_RIVALS, isOpen: level.length > 1, mates: NO_MATES, amount: amountIn(null, one),
      })
    }
    before = upTo
  }
  return contests
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
