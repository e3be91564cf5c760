import { compare } from './exact.ts'
import { allLacks, allMissing, asPoints, asTruth, both, FALSE, lacksOf, not, OPEN, possibleOf, TRUE, truthOf, value, withLacks, WITHIN, type Points, type Possible, type Range, type Truth, type Val } from './values.ts'

export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

function bits(canBeTrue: boolean, canBeFalse: boolean): Truth {
  return (canBeTrue ? TRUE : 0) | (canBeFalse ? FALSE : 0)
}

export function comparePossible(op: Comparison, a: Possible, b: Possible): Truth {
  switch (op) {
    case 'eq':
      return equal(a, b)
    case 'ne':
      return not(equal(a, b))
    case 'lt':
      return below(a, b)
    case 'ge':
      return not(below(a, b))
    case 'gt':
      return below(b, a)
    case 'le':
      return not(below(b, a))
  }
}

export function equal(a: Possible, b: Possible): Truth {
  if (a.kind === 'range' && b.kind === 'range') return equalRanges(a, b)
  if (a.kind === 'points' && b.kind === 'points') {
    const must = a.values?.length === 1 && b.values?.length === 1 && a.values[0] === b.values[0]
    return bits(mayMeet(a, b), !must)
  }
  if (a.kind === 'truth' && b.kind === 'truth') return bits((a.bits & b.bits) !== 0, ((a.bits & TRUE) !== 0 && (b.bits & FALSE) !== 0) || ((a.bits & FALSE) !== 0 && (b.bits & TRUE) !== 0))
  return OPEN
}

function equalRanges(a: Range, b: Range): Truth {
  const isBelow = (x: Range, y: Range): boolean => x.high !== null && y.low !== null && compare(x.high, y.low) < 0
  if (isBelow(a, b) || isBelow(b, a)) return FALSE
  const single = a.low !== null && a.high !== null && b.low !== null && b.high !== null && compare(a.low, b.high) === 0 && compare(a.high, b.low) === 0
  return single ? TRUE : OPEN
}

function mayMeet(a: Points, b: Points): boolean {
  const isWithin = (identity: string, applicant: string | null): boolean => applicant === null || identity.startsWith(`${applicant}${WITHIN}`)
  if (a.values !== null && b.values !== null) return a.values.some((one) => b.values?.includes(one))
  if (a.values !== null) return a.values.some((one) => isWithin(one, b.within))
  if (b.values !== null) return b.values.some((one) => isWithin(one, a.within))
  return a.within === null || b.within === null || a.within === b.within
}

function below(a: Possible, b: Possible): Truth {
  if (a.kind === 'range' && b.kind === 'range') {
    return bits(a.low === null || b.high === null || compare(a.low, b.high) < 0, a.high === null || b.low === null || compare(a.high, b.low) >= 0)
  }
  if (a.kind === 'points' && b.kind === 'points' && a.values !== null && b.values !== null) {
    const results = a.values.flatMap((x) => (b.values ?? []).map((y) => x < y))
    return bits(results.includes(true), results.includes(false))
  }
  return OPEN
}

/** Two plain values of one kind are compared at once; all else as what is possible. */
export function compareVals(op: Comparison, a: Val, b: Val): Val {
  if ((typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string')) return comparePlain(op, a, b)
  const [left, right] = [possibleOf(a), possibleOf(b)]
  const base = left === null || right === null ? null : comparePossible(op, left, right)
  return value(truthOf(withLacks(base, lacksOf(a) | lacksOf(b))), 0, allMissing([a, b]))
}

function comparePlain<T extends number | string>(op: Comparison, a: T, b: T): boolean {
  switch (op) {
    case 'eq':
      return a === b
    case 'ne':
      return a !== b
    case 'lt':
      return a < b
    case 'le':
      return a <= b
    case 'gt':
      return a > b
    case 'ge':
      return a >= b
  }
}

/** True when surely equal to one, false when surely equal to none. */
export function isOneOf(one: Val, set: readonly Val[]): Val {
  if (typeof one === 'string' && set.every((each) => typeof each === 'string')) return set.includes(one)
  const results = set.map((other) => compareVals('eq', one, other))
  const truths = results.map(asTruth)
  const canBeFalse = truths.every((each) => (each & FALSE) !== 0) && !containsAll(one, set)
  return value(truthOf(bits(truths.some((each) => (each & TRUE) !== 0), canBeFalse)), 0, allMissing(results))
}

/** Whatever the value is, it is in the set: every value of an enumeration is listed, or both yes and no. */
function containsAll(one: Val, set: readonly Val[]): boolean {
  if (allLacks([one]) !== 0) return false
  if (possibleOf(one)?.kind === 'truth') return set.some((each) => asTruth(each) === TRUE) && set.some((each) => asTruth(each) === FALSE)
  if (possibleOf(one)?.kind !== 'points') return false
  const { values } = asPoints(one)
  const listed = set.flatMap((each) => {
    const possible = possibleOf(each)
    return possible?.kind === 'points' && possible.values?.length === 1 ? possible.values : []
  })
  return values !== null && values.every((each) => listed.includes(each))
}

export interface Sameness {
  readonly same: Truth
  readonly missing: ReturnType<typeof allMissing>
}

const NOT_SAME: Sameness = { same: FALSE, missing: [] }

/** Are two keys the same? What has no key (a fact that does not apply) shares it with nothing. */
export function sameKey(a: readonly Val[], b: readonly Val[]): Sameness {
  let same: Truth = TRUE
  let at = 0
  for (const left of a) {
    const right = b[at]
    at += 1
    same = both(same, right === undefined ? OPEN : samePart(left, right))
    // One part that differs settles it.
    if ((same & TRUE) === 0) return NOT_SAME
  }
  return { same, missing: same === OPEN ? allMissing([...a, ...b]) : [] }
}

function samePart(left: Val, right: Val): Truth {
  if ((typeof left === 'string' && typeof right === 'string') || (typeof left === 'number' && typeof right === 'number')) return left === right ? TRUE : FALSE
  const [x, y] = [possibleOf(left), possibleOf(right)]
  return withLacks(x === null || y === null ? null : equal(x, y), lacksOf(left) | lacksOf(right))
}
