import type { Range } from './protocol.ts'

export const NOTHING: Range = { committed: 0n, possible: 0n }

/** What two come to together: no limit in one is none in both. */
export function plus(one: Range, other: Range): Range {
  return { committed: one.committed + other.committed, possible: one.possible === null || other.possible === null ? null : one.possible + other.possible }
}

export const sumOf = (ranges: readonly Range[]): Range => ranges.reduce(plus, NOTHING)

/** The change of what is certain and of what is possible; null where one of the two has no limit. */
export function changeOf(before: Range, after: Range): Range {
  return { committed: after.committed - before.committed, possible: before.possible === null || after.possible === null ? null : after.possible - before.possible }
}

/** Which way a change goes, where all of it goes one way. */
export function directionOf({ committed, possible }: Range): 'gain' | 'loss' | 'mixed' {
  const most = possible ?? committed
  if (committed >= 0n && most >= 0n) return 'gain'
  return committed <= 0n && most <= 0n ? 'loss' : 'mixed'
}
