import { stays, type Verdict } from './shares.ts'
import type { Bundle } from './bundles.ts'
import { isSurelyPaid, type Whole } from './contenders.ts'
import type { Rival } from './rivals.ts'
import { truth, type Truth } from './values.ts'

/**
 * 连同: "或者同时符合其他同类政策的，从高支持": what the same thing gets under policies that are not encoded takes the place
 * of a line that is not above it. Lines with one key are one thing: the largest of what is had elsewhere counts for each.
 */
export function beatenElsewhere({ claimant: { elsewhere }, mates, amount }: Bundle, rivals: readonly Rival[]): Truth {
  const others = [...mates, ...rivals]
  // A line that may come to nothing is perhaps no claim to anything.
  const sure = others.filter(({ same, claimant }) => !same.canBeFalse && isSurelyPaid(claimant.draft)).map(({ claimant }) => claimant.elsewhere)
  const maybe = others.map(({ claimant }) => claimant.elsewhere)
  const least = sure.reduce((most, { low }) => (low > most ? low : most), elsewhere.low)
  const most = maybe.reduce<Whole['high']>((high, one) => (high === null || one.high === null ? null : one.high > high ? one.high : high), elsewhere.high)
  const surely = least > 0n && amount.high !== null && least >= amount.high
  const possibly = most === null || (most > 0n && most >= amount.low)
  return truth(possibly, !surely)
}

export function afterElsewhere(one: Bundle['claimant'], verdict: Verdict, beaten: Truth): Verdict {
  if (!beaten.canBeTrue || verdict.outcome === 'out') return verdict
  if (!beaten.canBeFalse) return { committed: 0n, possible: 0n, outcome: 'out', because: [] }
  return { ...verdict, committed: 0n, outcome: 'open', possible: verdict.outcome === 'stays' ? stays(one).possible : verdict.possible }
}
