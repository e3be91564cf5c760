import type { Limit } from '../../core/core.ts'
import type { Missing } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { areCumulable, payeeOf } from '../limit-under.ts'
import { amountIn, type BundleName, type Bundles } from './bundles.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { comparePossible, equal, sameKey, type Sameness } from './comparisons.ts'
import type { Draft } from './drafts.ts'
import { isExact } from './exact.ts'
import { hasNoPlace, hasPlace, plus, type Because, type Tally } from './shares.ts'
import { FALSE, isWide, lacksOf, OPEN, possibleOf, TRUE, type Truth, type Val } from './values.ts'

/** Another line that shares the limit with one, or may. */
export interface Rival {
  readonly claimant: Claimant
  readonly same: Truth
  /** Whether it comes before the line. */
  readonly before: Truth
  /** Equal ranks, both known. */
  readonly tied: boolean
  readonly missing: readonly Missing[]
  /** The same for lines that come, or go, together. */
  readonly bundle: BundleName
}

/** One of `others` by one: as the meaning has it, for lines that are few or not decided. */
export function rivalsOf(limit: Limit, one: Claimant, others: readonly Claimant[], bundles: Bundles = null): readonly Rival[] {
  const payee = bundles === null ? null : payeeOf(one.line)
  const rivals: Rival[] = []
  for (const other of others) {
    if (other === one || (payee !== null && payee === payeeOf(other.line)) || areCumulable(limit, one.line.clause, other.line.clause)) continue
    const { same, missing } = one.text !== null && one.text === other.text ? SAME : sameKey(one.key, other.key)
    if ((same & TRUE) === 0) continue
    const { before, tied } = order(limit, other, one, bundles)
    rivals.push({ claimant: other, same, missing, bundle: bundles === null ? other : (bundles.get(other)?.name ?? other), before, tied })
  }
  return rivals
}

const SAME: Sameness = { same: TRUE, missing: [] }

interface Order {
  readonly before: Truth
  readonly tied: boolean
}

const UNDECIDED: Order = { before: OPEN, tied: false }

/** Does `a` come before `b`? Of equal ranks neither does for certain. */
function order({ share }: Limit, a: Claimant, b: Claimant, bundles: Bundles): Order {
  switch (share.kind) {
    case 'ranked':
      return bundles === null ? byRank(a.rank, b.rank, share.direction) : byBestRank(ranksOf(a, bundles), ranksOf(b, bundles), share.direction)
    case 'highest':
      return { before: byAmount(a, b, bundles), tied: false }
    case 'text-order':
      return { before: comesFirst(a.draft, b.draft) ? TRUE : FALSE, tied: false }
    case 'pro-rata': case 'undetermined': case 'none':
      return UNDECIDED
  }
}

function byRank(a: Val | null, b: Val | null, direction: 'ascending' | 'descending'): Order {
  if (a === null || b === null || lacksOf(a) !== 0 || lacksOf(b) !== 0) return UNDECIDED
  const [x, y] = [possibleOf(a), possibleOf(b)]
  if (x === null || y === null) return UNDECIDED
  const better = comparePossible(direction === 'descending' ? 'gt' : 'lt', x, y)
  const mayTie = (equal(x, y) & TRUE) !== 0
  return { before: better | (mayTie ? TRUE : 0), tied: mayTie && !isWide(a) && !isWide(b) }
}

interface Ranks {
  readonly sure: readonly (Val | null)[]
  readonly maybe: readonly (Val | null)[]
}

function ranksOf(one: Claimant, bundles: Bundles): Ranks {
  const mates = bundles?.get(one)?.mates ?? []
  return { sure: [one.rank, ...mates.filter(({ same }) => (same & FALSE) === 0).map(({ claimant }) => claimant.rank)], maybe: [one.rank, ...mates.map(({ claimant }) => claimant.rank)] }
}

/** The best line of a bundle stands for it. */
function byBestRank(a: Ranks, b: Ranks, direction: 'ascending' | 'descending'): Order {
  const possibly = a.maybe.some((rank) => b.sure.every((against) => (byRank(rank, against, direction).before & TRUE) !== 0))
  const surely = a.sure.some((rank) => b.maybe.every((against) => (byRank(rank, against, direction).before & FALSE) === 0))
  return { before: (possibly ? TRUE : 0) | (surely ? 0 : FALSE), tied: possibly && !surely && [...a.maybe, ...b.maybe].every((rank) => rank !== null && !isWide(rank)) }
}

/** The higher amount first; of equal amounts the earlier clause stands, and within it the smaller id. */
function byAmount(a: Claimant, b: Claimant, bundles: Bundles): Truth {
  const [one, other] = [amountIn(bundles, a), amountIn(bundles, b)]
  const first = comesFirst(a.draft, b.draft)
  const surely = other.high !== null && (one.low > other.high || (first && one.low === other.high))
  const possibly = one.high === null || one.high > other.low || (first && one.high === other.low)
  return (possibly ? TRUE : 0) | (surely ? 0 : FALSE)
}

/** The order of the text, then of the ids: never that of the input. */
export function comesFirst(a: Draft, b: Draft): boolean {
  return inTextOrder(a, b) < 0
}

export function inTextOrder(a: Draft, b: Draft): number {
  if (a.clauseAt !== b.clauseAt) return a.clauseAt - b.clauseAt
  if (a.line.subject !== b.line.subject) return a.line.subject < b.line.subject ? -1 : 1
  if (a.line.applicant !== b.line.applicant) return a.line.applicant < b.line.applicant ? -1 : 1
  const [left, right] = [a.line.period?.from ?? '', b.line.period?.from ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

export function isSure({ same }: Pick<Rival, 'same'>): boolean {
  return (same & FALSE) === 0
}
const comesSurely = (rival: Rival): boolean => isSure(rival) && (rival.before & FALSE) === 0
const mayCome = ({ before }: Rival): boolean => (before & TRUE) !== 0
const isPaid = ({ claimant }: Rival): boolean => isSurelyPaid(claimant.draft)

export function chosen(rivals: readonly Rival[], because: Because): readonly Rival[] {
  switch (because) {
    case 'none':
      return []
    case 'all':
      return rivals
    case 'sure':
      return rivals.filter(isSure)
    case 'sure-paid':
      return rivals.filter((rival) => isSure(rival) && isPaid(rival))
    case 'before':
      return rivals.filter(comesSurely)
    case 'before-paid':
      return rivals.filter((rival) => comesSurely(rival) && isPaid(rival) && hasPlace(rival.claimant))
    case 'maybe':
      return rivals.filter(mayCome)
    case 'maybe-placed':
      return rivals.filter((rival) => mayCome(rival) && !hasNoPlace(rival.claimant))
  }
}

/** In one pass; of lines that come, or go, together the first one is counted. */
export function tallyOf(rivals: readonly Rival[]): Tally {
  const [isCounted, isPaidFirst, isPlacedFirst, isMaybeFirst] = [firstOfBundle(), firstOfBundle(), firstOfBundle(), firstOfBundle()]
  let [count, surePaid, beforePaid, maybeCount] = [0, 0, 0, 0]
  let [sureCommitted, surePaidCommitted, beforeCommitted] = [0n, 0n, 0n]
  let possible: bigint | null = 0n
  let maybePossible: bigint | null = 0n
  for (const rival of rivals) {
    const { claimant: { line: { committed, possible: most }, payments } } = rival
    const [sure, before, paid] = [isSure(rival), comesSurely(rival), isPaid(rival)]
    if (isCounted(rival)) count += payments
    if (most !== 0n) possible = plus(possible, most)
    if (sure && committed !== 0n) sureCommitted += committed
    if (before && committed !== 0n) beforeCommitted += committed
    if (sure && paid) {
      if (isPaidFirst(rival)) surePaid += 1
      surePaidCommitted += committed
    }
    if (before && paid && hasPlace(rival.claimant) && isPlacedFirst(rival)) beforePaid += 1
    if (!mayCome(rival)) continue
    if (most !== 0n) maybePossible = plus(maybePossible, most)
    if (!hasNoPlace(rival.claimant) && isMaybeFirst(rival)) maybeCount += payments
  }
  return { count, possible, sureCommitted, surePaid, surePaidCommitted, beforePaid, beforeCommitted, maybeCount, maybePossible }
}

function firstOfBundle(): (rival: Rival) => boolean {
  let seen: Set<BundleName> | null = null
  return ({ claimant, bundle }) => {
    if (bundle === claimant) return true
    seen ??= new Set()
    const before = seen.size
    return seen.add(bundle).size > before
  }
}

/** Of lines that come, or go, together the first. */
export function oneABundle(rivals: readonly Rival[]): readonly Rival[] {
  return rivals.length < 2 ? rivals : [...groupBy(rivals, ({ bundle }) => bundle).values()].flatMap((together) => together.slice(0, 1))
}

/** Ranks that can be sorted: all known, and of one sort. */
export function areSortable(ranks: readonly (Val | null)[]): boolean {
  return ranks.every((rank) => typeof rank === 'string') || ranks.every((rank) => rank !== null && isExact(rank))
}
