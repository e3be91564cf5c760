import { compare, greatest, least, rational, rationalToText, type Rational } from '../../values/rational.ts'
import type { Type } from '../../values/types.ts'
import type { Missing } from '../engine.ts'

/**
 * What an expression may still be. "Facts are in one of four states: given, known to be unknown, not asked, not
 * applicable. Missing is never zero or false." So a value is the set of what is possible, with the facts that would decide it.
 */
export interface Value {
  /** null: there is certainly no value, for the reasons in `lacks`. */
  readonly possible: Possible | null
  /** The ways in which there may be no value. */
  readonly lacks: readonly Lack[]
  /** Facts that would decide the value; none when it is decided. */
  readonly missing: readonly Missing[]
}

/** `not-applicable`: a fact that does not apply. `no-outcome`: no case fits. `undefined`: division by zero, a day outside the calendar. */
export type Lack = 'not-applicable' | 'no-outcome' | 'undefined'

export type Possible = Truth | Range | Points

/** "Conditions are three-valued (Kleene)": the set of truth values that are still possible, never empty. */
export interface Truth {
  readonly kind: 'truth'
  readonly canBeTrue: boolean
  readonly canBeFalse: boolean
}

/** All numbers from `low` to `high`; null: no bound. */
export interface Range {
  readonly kind: 'range'
  readonly low: Rational | null
  readonly high: Rational | null
}

/** One of these texts (days, enumeration values, identities); `values` null: any, or any matter `within` one applicant. */
export interface Points {
  readonly kind: 'points'
  readonly values: readonly string[] | null
  readonly within: string | null
}

export const TRUE: Truth = { kind: 'truth', canBeTrue: true, canBeFalse: false }
export const FALSE: Truth = { kind: 'truth', canBeTrue: false, canBeFalse: true }
export const OPEN: Truth = { kind: 'truth', canBeTrue: true, canBeFalse: true }
export const ANY_NUMBER: Range = { kind: 'range', low: null, high: null }
export const ANY_TEXT: Points = { kind: 'points', values: null, within: null }

export function exactly(number: Rational): Range {
  return { kind: 'range', low: number, high: number }
}
export function whole(number: bigint): Range {
  return exactly(rational(number))
}
export function point(text: string): Points {
  return { kind: 'points', values: [text], within: null }
}
export function truth(canBeTrue: boolean, canBeFalse: boolean): Truth {
  return { kind: 'truth', canBeTrue, canBeFalse }
}

export function known(possible: Possible): Value {
  return { possible, lacks: [], missing: [] }
}
export function lacking(...lacks: readonly Lack[]): Value {
  return { possible: null, lacks, missing: [] }
}

/** Everything that a value of this type may be; a fact that counts or measures something is never negative. */
export function anything(type: Type, enumeration: (name: string) => readonly string[], isFact: boolean): Possible {
  switch (type.kind) {
    case 'boolean':
      return OPEN
    case 'integer':
    case 'quantity':
    case 'money':
    case 'price':
    case 'ratio':
    case 'duration':
    case 'days':
      return isFact ? { kind: 'range', low: rational(0n), high: null } : ANY_NUMBER
    case 'enumeration':
      return { kind: 'points', values: enumeration(type.name), within: null }
    default:
      return ANY_TEXT
  }
}

export function isDecided(possible: Possible | null): boolean {
  if (possible === null) return true
  switch (possible.kind) {
    case 'truth':
      return possible.canBeTrue !== possible.canBeFalse
    case 'range':
      return possible.low !== null && possible.high !== null && compare(possible.low, possible.high) === 0
    case 'points':
      return possible.values !== null && possible.values.length === 1
  }
}

/** A value from its parts: when it is decided, no fact is missing any more. */
export function value(possible: Possible | null, lacks: readonly Lack[], missing: readonly Missing[]): Value {
  const decided = isDecided(possible) && (possible === null ? lacks.length <= 1 : lacks.length === 0)
  return { possible, lacks, missing: decided ? [] : distinct(missing) }
}

export function distinct(missing: readonly Missing[]): readonly Missing[] {
  const seen = new Map<string, Missing>()
  for (const one of missing) {
    const key = [one.entity, one.field, one.subject, one.state].join(WITHIN)
    if (!seen.has(key)) seen.set(key, one)
  }
  return seen.size === missing.length ? missing : [...seen.values()]
}

export function allLacks(values: readonly Value[]): readonly Lack[] {
  return [...new Set(values.flatMap((one) => one.lacks))]
}
export function allMissing(values: readonly Value[]): readonly Missing[] {
  return distinct(values.flatMap((one) => one.missing))
}

/** The smallest value that has room for all of these. */
export function hull(values: readonly Value[], missing: readonly Missing[]): Value {
  const possibles = values.flatMap((one) => (one.possible === null ? [] : [one.possible]))
  const joined = possibles.length === 0 ? null : possibles.reduce(join)
  return value(joined, allLacks(values), [...missing, ...allMissing(values)])
}

function join(a: Possible, b: Possible): Possible {
  if (a.kind === 'truth' && b.kind === 'truth') return truth(a.canBeTrue || b.canBeTrue, a.canBeFalse || b.canBeFalse)
  if (a.kind === 'range' && b.kind === 'range') return joinRanges(a, b)
  if (a.kind === 'points' && b.kind === 'points') {
    if (a.values !== null && b.values !== null) return { kind: 'points', values: [...new Set([...a.values, ...b.values])], within: null }
    return { kind: 'points', values: null, within: a.values === null && b.values === null && a.within === b.within ? a.within : null }
  }
  return ANY_TEXT
}

export function joinRanges(a: Range, b: Range): Range {
  return {
    kind: 'range',
    low: a.low === null || b.low === null ? null : least(a.low, b.low),
    high: a.high === null || b.high === null ? null : greatest(a.high, b.high),
  }
}

export function asRange(of: Value): Range {
  return of.possible?.kind === 'range' ? of.possible : ANY_NUMBER
}
export function asPoints(of: Value): Points {
  return of.possible?.kind === 'points' ? of.possible : ANY_TEXT
}

/**
 * A value where a condition stands. "A not-applicable fact makes the atom that reads it false", and so does a case
 * that the text has no outcome for; what cannot be computed leaves the condition undetermined.
 */
export function asTruth(of: Value): Truth {
  const base = of.possible === null ? null : of.possible.kind === 'truth' ? of.possible : OPEN
  return withLacks(base, of.lacks)
}

export function withLacks(base: Truth | null, lacks: readonly Lack[]): Truth {
  const broken = lacks.includes('undefined')
  const canBeTrue = (base?.canBeTrue ?? false) || broken
  const canBeFalse = (base?.canBeFalse ?? false) || lacks.length > 0
  return truth(canBeTrue, canBeFalse)
}

/** Canonical text of a decided value; null when it is not decided. */
export function decidedText(of: Value): string | null {
  if (of.possible === null || of.lacks.length > 0 || !isDecided(of.possible)) return null
  switch (of.possible.kind) {
    case 'truth':
      return String(of.possible.canBeTrue)
    case 'range':
      return of.possible.low === null ? null : rationalToText(of.possible.low)
    case 'points':
      return shown(of.possible.values?.[0] ?? '')
  }
}

/** What separates an applicant's id from its matter's in an identity: "unique within the applicant". */
export const WITHIN = '\u001f'

/** An identity as a person knows it: the matter's own id. */
export function shown(identity: string): string {
  return identity.slice(identity.lastIndexOf(WITHIN) + 1)
}
