import { compare } from '../../values/rational.ts'
import { FALSE, OPEN, TRUE, truth, WITHIN, type Points, type Possible, type Range, type Truth } from './values.ts'

/** Comparisons of what is possible: true when true for every choice, false when false for every choice, otherwise open. */
export type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

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

export function not(a: Truth): Truth {
  return truth(a.canBeFalse, a.canBeTrue)
}

export function and(all: readonly Truth[]): Truth {
  return truth(all.every((one) => one.canBeTrue), all.some((one) => one.canBeFalse))
}

export function or(all: readonly Truth[]): Truth {
  return not(and(all.map(not)))
}

export function equal(a: Possible, b: Possible): Truth {
  if (a.kind === 'range' && b.kind === 'range') return equalRanges(a, b)
  if (a.kind === 'points' && b.kind === 'points') return truth(mayMeet(a, b), !mustMeet(a, b))
  if (a.kind === 'truth' && b.kind === 'truth') {
    return truth((a.canBeTrue && b.canBeTrue) || (a.canBeFalse && b.canBeFalse), (a.canBeTrue && b.canBeFalse) || (a.canBeFalse && b.canBeTrue))
  }
  return OPEN
}

function equalRanges(a: Range, b: Range): Truth {
  const apart = certainlyBelow(a, b) || certainlyBelow(b, a)
  if (apart) return FALSE
  const single = a.low !== null && a.high !== null && b.low !== null && b.high !== null && compare(a.low, b.high) === 0 && compare(a.high, b.low) === 0
  return single ? TRUE : OPEN
}

/** Every number of a is below every number of b. */
function certainlyBelow(a: Range, b: Range): boolean {
  return a.high !== null && b.low !== null && compare(a.high, b.low) < 0
}

function mayMeet(a: Points, b: Points): boolean {
  if (a.values !== null && b.values !== null) return a.values.some((one) => b.values?.includes(one))
  if (a.values !== null) return a.values.some((one) => isWithin(one, b.within))
  if (b.values !== null) return b.values.some((one) => isWithin(one, a.within))
  return a.within === null || b.within === null || a.within === b.within
}

function isWithin(identity: string, applicant: string | null): boolean {
  return applicant === null || identity.startsWith(`${applicant}${WITHIN}`)
}

function mustMeet(a: Points, b: Points): boolean {
  return a.values?.length === 1 && b.values?.length === 1 && a.values[0] === b.values[0]
}

/** a < b. Days are texts that sort. */
function below(a: Possible, b: Possible): Truth {
  if (a.kind === 'range' && b.kind === 'range') {
    const canBeFalse = a.high === null || b.low === null || compare(a.high, b.low) >= 0
    const canBeTrue = a.low === null || b.high === null || compare(a.low, b.high) < 0
    return truth(canBeTrue, canBeFalse)
  }
  if (a.kind === 'points' && b.kind === 'points' && a.values !== null && b.values !== null) {
    const results = a.values.flatMap((x) => (b.values ?? []).map((y) => x < y))
    return truth(results.includes(true), results.includes(false))
  }
  return OPEN
}
