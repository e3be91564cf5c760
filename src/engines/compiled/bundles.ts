import type { Limit } from '../../core/core.ts'
import type { Missing } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { bundleText, isByClause, payeeOf, steadyClauses } from '../limit-under.ts'
import type { Claimant } from './claimants.ts'
import { sameKey } from './comparisons.ts'
import { keyText } from './ledger.ts'
import { plus, type Whole } from './shares.ts'
import { distinct, FALSE, TRUE, type Truth } from './values.ts'

/** Lines that stay, or go, together: of a clause paid by period, those of one subject with one key. */
export interface Bundle {
  readonly mates: readonly Mate[]
  readonly amount: Whole
  readonly name: BundleName
}

/** A line that comes alone is a bundle of its own. */
export type BundleName = string | Claimant

export interface Mate {
  readonly claimant: Claimant
  readonly same: Truth
  readonly missing: readonly Missing[]
}

/** Null: each line stands for itself. */
export type Bundles = ReadonlyMap<Claimant, Bundle> | null

export function bundlesOf(limit: Limit, claimants: readonly Claimant[]): Bundles {
  if (!isByClause(limit) || claimants.every(({ draft: { frame } }) => frame.period === null)) return null
  const byPayee = groupBy(claimants, ({ line }) => payeeOf(line))
  const steady = steadyClauses(limit)
  return new Map([...byPayee.values()].flatMap((alike) => alike.map((one) => [one, bundle(one, alike, steady)] as const)))
}

function bundle(one: Claimant, alike: readonly Claimant[], steady: ReadonlySet<string>): Bundle {
  const mates = alike.flatMap((claimant): readonly Mate[] => {
    if (claimant === one) return []
    const { same, missing } = steady.has(one.line.clause) ? { same: TRUE, missing: [] } : sameKey(one.key, claimant.key)
    return same & TRUE ? [{ claimant, same, missing }] : []
  })
  let { committed: low, possible: high } = one.line
  for (const { claimant: { line }, same } of mates) {
    if ((same & FALSE) === 0) low += line.committed
    high = plus(high, line.possible)
  }
  return { mates, amount: { low, high }, name: bundleName(one, steady) }
}

export function bundleName(one: Claimant, steady: ReadonlySet<string>): BundleName {
  return bundleText(steady, one.line, one.text) ?? one
}

export function amountIn(bundles: Bundles, one: Claimant): Whole {
  return bundles?.get(one)?.amount ?? { low: one.line.committed, high: one.line.possible }
}

/** One claimant for lines of a decided key that come, or go, together; null where they are not of one rank, or get more or less elsewhere. */
export function merged(members: readonly Claimant[]): ReadonlyMap<Claimant, readonly Claimant[]> | null {
  const found = new Map<Claimant, readonly Claimant[]>()
  for (const alike of groupBy(members, ({ line }) => payeeOf(line)).values()) {
    const [first] = alike
    if (first === undefined) continue
    if (!alike.every((one) => isLike(first, one))) return null
    const line = {
      ...first.line,
      committed: alike.reduce((sum, one) => sum + one.line.committed, 0n),
      possible: alike.reduce<bigint | null>((sum, one) => plus(sum, one.line.possible), 0n),
      missing: distinct(alike.flatMap((one) => one.line.missing)),
    }
    found.set({ ...first, line, draft: { ...first.draft, line } }, alike)
  }
  return found
}

function isLike(a: Claimant, b: Claimant): boolean {
  const isOneRank = a.rank === b.rank || (a.rank !== null && b.rank !== null && keyText([a.rank]) !== null && keyText([a.rank]) === keyText([b.rank]))
  return isOneRank && a.elsewhere.low === b.elsewhere.low && a.elsewhere.high === b.elsewhere.high
}
