import type { Limit } from '../../core/core.ts'
import { groupBy } from '../groups.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { isSure, rivalsOf, type Rival } from './rivals.ts'
import { plus } from './shares.ts'

/** 不减: lines of such clauses keep what they have, and take it from the limit before the others. The others, with what is left to them. */
export function afterSpared(limit: Limit, claimants: readonly Claimant[]): readonly Claimant[] {
  const takers = claimants.filter(({ line }) => limit.spared.includes(line.clause))
  if (takers.length === 0) return claimants
  const isDecided = takers.every(({ text }) => text !== null)
  const byKey = groupBy(takers, ({ text }) => text)
  const known = new Map<string, readonly Rival[]>()
  return claimants.filter((one) => !takers.includes(one)).map((one) => {
    const { text } = one
    const near = isDecided && text !== null ? (known.get(text) ?? rivalsOf(limit, one, byKey.get(text) ?? [])) : rivalsOf(limit, one, takers)
    if (isDecided && text !== null) known.set(text, near)
    return near.length === 0 ? one : less(limit, one, near)
  })
}

function less({ measure }: Limit, one: Claimant, takers: readonly Rival[]): Claimant {
  let { low, high } = one.used
  for (const taker of takers) {
    const { draft, line, payments } = taker.claimant
    if (isSure(taker)) low += measure === 'amount' ? line.committed : isSurelyPaid(draft) ? 1n : 0n
    high = plus(high, measure === 'amount' ? line.possible : BigInt(payments))
  }
  return { ...one, used: { low, high }, takenMissing: () => takers.flatMap(({ missing, claimant: { line } }) => [...missing, ...line.missing]) }
}
