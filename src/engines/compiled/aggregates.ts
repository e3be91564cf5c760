import type { Aggregate } from '../../core/core.ts'
import { invariant } from '../../base/invariant.ts'
import * as ranges from './ranges.ts'
import {
  allLacks, allMissing, and, asRange, asTruth, FALSE, isOpen, joinRanges, lacksOf, NO_OUTCOME, or, possibleOf, range, truthOf, value,
  type Range, type Truth, type Val,
} from './values.ts'

/** One matter in the count: whether it belongs, and its value. */
export interface Member {
  readonly belongs: Truth
  readonly condition: Val
  readonly value: Val
}

const surely = ({ belongs }: Member): boolean => (belongs & FALSE) === 0

/** 个数, 总和, 最大, 最小, 有: over those that may belong. */
export function combine(op: Aggregate, members: readonly Member[]): Val {
  const missing = allMissing(members.flatMap((one) => (isOpen(one.belongs) ? [one.condition, one.value] : [one.value])))
  switch (op) {
    case 'exists':
      return value(truthOf(members.length === 0 ? FALSE : or(members.map(holdsFor))), 0, missing)
    case 'count':
      return value(sum(members.map((one) => ({ ...one, value: 1 }))), 0, missing)
    case 'sum': {
      const impossible = members.some((one) => surely(one) && possibleOf(one.value) === null)
      return value(impossible ? null : sum(members), allLacks(members.map((one) => one.value)), missing)
    }
    case 'min':
    case 'max':
      return extreme(op, members, missing)
  }
}

function holdsFor(one: Member): Truth {
  return possibleOf(one.value)?.kind === 'truth' || lacksOf(one.value) > 0 ? and([one.belongs, asTruth(one.value)]) : one.belongs
}

/** What only may belong counts from nothing to all of it. */
function sum(members: readonly Member[]): Range {
  return members.reduce((before, one) => {
    if (possibleOf(one.value) === null) return before
    const own = asRange(one.value)
    return ranges.add(before, surely(one) ? own : joinRanges(own, range(0, 0)))
  }, range(0, 0))
}

/** The smallest or largest of none has no outcome. */
function extreme(op: 'min' | 'max', members: readonly Member[], missing: ReturnType<typeof allMissing>): Val {
  const sure = members.filter(surely)
  const withValue = members.filter((one) => possibleOf(one.value) !== null)
  const lacks = allLacks(members.map((one) => one.value)) | (sure.length === 0 ? NO_OUTCOME : 0)
  if (withValue.length === 0 || sure.some((one) => possibleOf(one.value) === null)) return { possible: null, lacks, missing }
  invariant(withValue.every((one) => possibleOf(one.value)?.kind === 'range'), 'check takes the smallest and the largest of numbers only')
  const ends = withValue.map((one) => asRange(one.value))
  const pick = op === 'min' ? ranges.lower : ranges.higher
  const near = ends.reduce(pick)
  const far = sure.length === 0 ? ends.reduce(joinRanges) : sure.map((one) => asRange(one.value)).reduce(pick)
  return value(op === 'min' ? range(near.low, far.high) : range(far.low, near.high), lacks, missing)
}
