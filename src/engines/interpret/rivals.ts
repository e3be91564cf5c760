import type { Limit } from '../../core/core.ts'
import { groupBy } from '../groups.ts'
import { areCumulable } from '../limit-under.ts'
import type { Bundle, BundleOf } from './bundles.ts'
import { comparePossible, equal } from './comparisons.ts'
import type { Claimant } from './contenders.ts'
import { keyText, sameKey } from './ledger.ts'
import type { Draft } from './lines.ts'
import { FALSE, isDecided, OPEN, TRUE, truth, type Truth, type Value } from './values.ts'

/** Another line that shares the limit with this one, or may. */
export interface Rival {
  readonly claimant: Claimant
  readonly same: Truth
  /** Whether it comes before this line. */
  readonly before: Truth
  /** Equal ranks, both known. */
  readonly tied: boolean
  readonly missing: Value['missing']
  /** The same for lines that come, or go, together. */
  readonly bundle: string
}

/** The lines that share the limit with a line, or may. Lines whose keys are both decided are looked up, not compared. */
export function rivalsAmong(limit: Limit, all: readonly Claimant[], bundleOf: BundleOf): (one: Claimant) => readonly Rival[] {
  const decided = groupBy(all, (one) => keyText(one.key))
  const open = decided.get(null) ?? []
  return (one) => {
    const text = keyText(one.key)
    const near = text === null ? all : [...(decided.get(text) ?? []), ...open]
    return near.flatMap((other) => rival(limit, bundleOf(one), bundleOf(other)))
  }
}

/** Lines of one payee with one key are one bundle, with two keys they share nothing: whatever the keys, they are no rivals. */
function rival(limit: Limit, one: Bundle, other: Bundle): readonly Rival[] {
  const [own, theirs] = [one.claimant, other.claimant]
  if (theirs.at === own.at || (one.payee !== null && one.payee === other.payee) || areCumulable(limit, own.draft.line.clause, theirs.draft.line.clause)) return []
  const { same, missing } = sameKey(own.key, theirs.key)
  return same.canBeTrue ? [{ claimant: theirs, same, missing, bundle: other.name, ...order(limit, other, one) }] : []
}

/** Of lines that come, or go, together the first. */
export function oneABundle(rivals: readonly Rival[]): readonly Rival[] {
  return [...groupBy(rivals, ({ bundle }) => bundle).values()].flatMap((together) => together.slice(0, 1))
}

interface Order {
  readonly before: Truth
  readonly tied: boolean
}

/** Does `a` come before `b`? "No tie is ever broken silently": of equal ranks neither does for certain. */
function order({ share }: Limit, a: Bundle, b: Bundle): Order {
  switch (share.kind) {
    case 'ranked':
      return byRank(a, b, share.direction)
    case 'highest':
      return { before: byAmount(a, b), tied: false }
    case 'text-order':
      return { before: comesFirst(a.claimant.draft, b.claimant.draft) ? TRUE : FALSE, tied: false }
    case 'pro-rata':
    case 'undetermined':
    case 'none':
      return { before: OPEN, tied: false }
  }
}

/** The best line of a bundle stands for it. */
function byRank(a: Bundle, b: Bundle, direction: 'ascending' | 'descending'): Order {
  const [one, other] = [a.ranks, b.ranks]
  const possibly = one.maybe.some((rank) => other.sure.every((against) => better(rank, against, direction).canBeTrue))
  const surely = one.sure.some((rank) => other.maybe.every((against) => !better(rank, against, direction).canBeFalse))
  return { before: truth(possibly, !surely), tied: possibly && !surely && [...one.maybe, ...other.maybe].every(isKnown) }
}

type Rank = Claimant['rank']

function better(a: Rank, b: Rank, direction: 'ascending' | 'descending'): Truth {
  if (a === null || b === null || a.possible === null || b.possible === null || a.lacks.length + b.lacks.length > 0) return OPEN
  const is = comparePossible(direction === 'descending' ? 'gt' : 'lt', a.possible, b.possible)
  return truth(is.canBeTrue || equal(a.possible, b.possible).canBeTrue, is.canBeFalse)
}

function isKnown(rank: Rank): boolean {
  return rank?.possible != null && rank.lacks.length === 0 && isDecided(rank.possible)
}

/** The higher amount first; of equal amounts the earlier clause stands, and within it the smaller id: the sum is the same. */
function byAmount(a: Bundle, b: Bundle): Truth {
  const first = comesFirst(a.claimant.draft, b.claimant.draft)
  const surely = b.amount.high !== null && (a.amount.low > b.amount.high || (first && a.amount.low === b.amount.high))
  const possibly = a.amount.high === null || a.amount.high > b.amount.low || (first && a.amount.high === b.amount.low)
  return truth(possibly, !surely)
}

/** The order of the text, then of the ids, then of the periods: never that of the input. */
function comesFirst(a: Draft, b: Draft): boolean {
  const { policy } = a.assessment.scope.run
  const place = ({ line }: Draft): number => policy.clauses.findIndex(({ id }) => id === line.clause)
  const [left, right] = [place(a), place(b)]
  if (left !== right) return left < right
  if (a.line.subject !== b.line.subject) return a.line.subject < b.line.subject
  if (a.line.applicant !== b.line.applicant) return a.line.applicant < b.line.applicant
  return (a.line.period?.from ?? '') < (b.line.period?.from ?? '')
}
