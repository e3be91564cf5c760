import type { Limit } from '../../core/core.ts'
import type { Missing } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { isSure, rivalsOf, type Rival } from './rivals.ts'
import { plus, type Whole } from './shares.ts'

/** 不减: lines of such clauses keep what they have, and take it from the limit before the others. The others, with what is left to them. */
export function afterSpared(limit: Limit, claimants: readonly Claimant[]): readonly Claimant[] {
  const takers = claimants.filter(({ line }) => limit.spared.includes(line.clause))
  if (takers.length === 0) return claimants
  const isDecided = takers.every(({ text }) => text !== null)
  const byKey = groupBy(takers, ({ text }) => text)
  const known = new Map<string, Taken | null>()
  return claimants.filter(({ line }) => !limit.spared.includes(line.clause)).map((one) => {
    const { text } = one
    const before = isDecided && text !== null ? known.get(text) : undefined
    const taken = before === undefined ? takenBy(limit, rivalsOf(limit, one, isDecided && text !== null ? (byKey.get(text) ?? []) : takers)) : before
    if (isDecided && text !== null) known.set(text, taken)
    return taken === null ? one : { ...one, used: { low: one.used.low + taken.low, high: plus(one.used.high, taken.high) }, takenMissing: taken.missing }
  })
}

/** What such lines take from one limit. */
interface Taken extends Whole {
  readonly missing: () => readonly Missing[]
}

function takenBy({ measure }: Limit, takers: readonly Rival[]): Taken | null {
  if (takers.length === 0) return null
  let low = 0n
  let high: bigint | null = 0n
  for (const taker of takers) {
    const { draft, line, payments } = taker.claimant
    if (isSure(taker)) low += measure === 'amount' ? line.committed : isSurelyPaid(draft) ? 1n : 0n
    high = plus(high, measure === 'amount' ? line.possible : BigInt(payments))
  }
  return { low, high, missing: () => takers.flatMap(({ missing, claimant: { line } }) => [...missing, ...line.missing]) }
}
