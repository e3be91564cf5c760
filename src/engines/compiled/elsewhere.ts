import { isSurelyPaid } from './claimants.ts'
import type { Contest } from './contest.ts'
import { isSure } from './rivals.ts'
import type { Verdict, Whole } from './shares.ts'
import { FALSE, TRUE, type Truth } from './values.ts'

/** What the same thing gets elsewhere takes the place of a line that is not above it; of lines with one key the largest counts for each. */
export function beatenElsewhere({ claimant: { elsewhere }, amount, mates, details }: Contest): Truth {
  let least = elsewhere.low
  let most: Whole['high'] = elsewhere.high
  for (const rival of [...mates, ...details().rivals]) {
    const other = rival.claimant.elsewhere
    // A line that may come to nothing is perhaps no claim to anything.
    if (isSure(rival) && isSurelyPaid(rival.claimant.draft) && other.low > least) least = other.low
    most = most === null || other.high === null ? null : other.high > most ? other.high : most
  }
  const surely = least > 0n && amount.high !== null && least >= amount.high
  const possibly = most === null || (most > 0n && most >= amount.low)
  return (possibly ? TRUE : 0) | (surely ? 0 : FALSE)
}

export function afterElsewhere(verdict: Verdict, beaten: Truth): Verdict {
  if ((beaten & TRUE) === 0 || verdict.outcome === 'out') return verdict
  if ((beaten & FALSE) === 0) return { committed: 0n, possible: 0n, outcome: 'out', because: 'none' }
  return { ...verdict, committed: 0n, outcome: 'open' }
}
