import type { Limit } from '../../core/core.ts'
import { isSurelyPaid, type Claimant } from './contenders.ts'
import type { Rival } from './rivals.ts'

/** 不减: lines of such a clause count toward the limit and keep what they have. */
export function isSpared({ spared }: Limit, { draft: { line } }: Claimant): boolean {
  return spared.includes(line.clause)
}

/** What lines that are not reduced take of the limit, before the others. */
export function afterSpared({ measure }: Limit, one: Claimant, takers: readonly Rival[]): Claimant {
  if (takers.length === 0) return one
  const least = ({ draft }: Claimant): bigint => (measure === 'amount' ? draft.line.committed : isSurelyPaid(draft) ? 1n : 0n)
  const most = ({ draft, payments }: Claimant): bigint | null => (measure === 'amount' ? draft.line.possible : payments)
  const low = takers.filter(({ same }) => !same.canBeFalse).reduce((sum, { claimant: taker }) => sum + least(taker), one.used.low)
  const high = takers.reduce<bigint | null>((sum, { claimant: taker }) => {
    const taken = most(taker)
    return sum === null || taken === null ? null : sum + taken
  }, one.used.high)
  return { ...one, used: { low, high } }
}
