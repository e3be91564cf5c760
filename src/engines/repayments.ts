import type { Line, Sum } from './engine.ts'

const NOTHING: Sum = { committed: 0n, possible: 0n, unstated: 0 }

/** What these lines say is to be paid back. No limit touches a repayment, so this is a plain sum. Most lines are none: over a population it is asked of every one. */
export function repaymentIn(lines: Iterable<Line>): Sum {
  let sum = NOTHING
  for (const { kind, committed, possible } of lines) {
    if (kind === 'repayment') sum = { committed: sum.committed + committed, possible: sum.possible + (possible ?? 0n), unstated: sum.unstated + (possible === null ? 1 : 0) }
  }
  return sum
}
