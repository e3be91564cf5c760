import type { Type } from '../../values/types.ts'
import type { Missing } from '../engine.ts'
import { compare, greatest, isExact, least, type Exact } from './exact.ts'

/**
 * What an expression comes to. What is known is a plain value (yes/no, a number, a text): the fast path. All else, what
 * is open or has no value, is a `Wide`: the set of what is possible, as the meaning of the language has it.
 */
export type Val = boolean | Exact | string | Wide

export interface Wide {
  /** null: there is certainly no value. */
  readonly possible: Possible | null
  /** Bits: the ways in which there may be no value. */
  readonly lacks: number
  readonly missing: readonly Missing[]
}

export const NOT_APPLICABLE = 1
export const NO_OUTCOME = 2
export const UNDEFINED = 4

/** Bits of a truth: it may be true, it may be false. */
export type Truth = number
export const TRUE: Truth = 1
export const FALSE: Truth = 2
export const OPEN: Truth = 3

export type Possible = { readonly kind: 'truth'; readonly bits: Truth } | Range | Points

export interface Range {
  readonly kind: 'range'
  readonly low: Exact | null
  readonly high: Exact | null
}

export interface Points {
  readonly kind: 'points'
  readonly values: readonly string[] | null
  readonly within: string | null
}

export const ANY_NUMBER: Range = { kind: 'range', low: null, high: null }
export const ANY_TEXT: Points = { kind: 'points', values: null, within: null }
/** What separates an applicant's id from its matter's in an identity. */
export const WITHIN = '\u001f'

const NONE: readonly Missing[] = []

export function range(low: Exact | null, high: Exact | null): Range {
  return { kind: 'range', low, high }
}
export function truthOf(bits: Truth): Possible {
  return { kind: 'truth', bits }
}

export function isWide(val: Val): val is Wide {
  return typeof val === 'object' && 'lacks' in val
}

export function possibleOf(val: Val): Possible | null {
  switch (typeof val) {
    case 'boolean':
      return truthOf(val ? TRUE : FALSE)
    case 'number':
      return range(val, val)
    case 'string':
      return { kind: 'points', values: [val], within: null }
    default:
      return isExact(val) ? range(val, val) : val.possible
  }
}
export function lacksOf(val: Val): number {
  return isWide(val) ? val.lacks : 0
}
export function missingOf(val: Val): readonly Missing[] {
  return isWide(val) ? val.missing : NONE
}

/** The plain value, where there is only one; undefined otherwise. */
function only(possible: Possible): boolean | Exact | string | undefined {
  switch (possible.kind) {
    case 'truth':
      return possible.bits === TRUE ? true : possible.bits === FALSE ? false : undefined
    case 'range':
      return possible.low !== null && possible.high !== null && compare(possible.low, possible.high) === 0 ? possible.low : undefined
    case 'points':
      return possible.values?.length === 1 ? possible.values[0] : undefined
  }
}

/** When it is decided, no fact is missing any more. */
export function value(possible: Possible | null, lacks: number, missing: readonly Missing[]): Val {
  if (possible === null) return { possible, lacks, missing: (lacks & (lacks - 1)) === 0 ? NONE : distinct(missing) }
  if (lacks === 0) {
    const plain = only(possible)
    if (plain !== undefined) return plain
  }
  return { possible, lacks, missing: distinct(missing) }
}

/** A value that went through another node: what it has decided names no facts. */
export function passed(val: Val): Val {
  return isWide(val) ? value(val.possible, val.lacks, val.missing) : val
}

export function lacking(lacks: number): Wide {
  return { possible: null, lacks, missing: NONE }
}

/** Tells missing facts apart, and orders them: never by the input. */
export function missingKey({ entity, field, subject, state }: Missing): string {
  return `${entity}${WITHIN}${subject}${WITHIN}${field}${WITHIN}${state}`
}

export function distinct(missing: readonly Missing[]): readonly Missing[] {
  if (missing.length < 2) return missing
  const seen = new Map<string, Missing>()
  for (const one of missing) {
    const key = missingKey(one)
    if (!seen.has(key)) seen.set(key, one)
  }
  return seen.size === missing.length ? missing : [...seen.values()]
}

export function allLacks(vals: readonly Val[]): number {
  return vals.reduce<number>((all, one) => all | lacksOf(one), 0)
}
export function allMissing(vals: readonly Val[]): readonly Missing[] {
  return distinct(vals.flatMap(missingOf))
}

/** The smallest value that has room for all of these. */
export function hull(vals: readonly Val[], missing: readonly Missing[]): Val {
  const possibles = vals.flatMap((one) => possibleOf(one) ?? [])
  return value(possibles.length === 0 ? null : possibles.reduce(join), allLacks(vals), [...missing, ...allMissing(vals)])
}

function join(a: Possible, b: Possible): Possible {
  if (a.kind === 'truth' && b.kind === 'truth') return truthOf(a.bits | b.bits)
  if (a.kind === 'range' && b.kind === 'range') return joinRanges(a, b)
  if (a.kind === 'points' && b.kind === 'points') {
    if (a.values !== null && b.values !== null) return { kind: 'points', values: [...new Set([...a.values, ...b.values])], within: null }
    return { kind: 'points', values: null, within: a.values === null && b.values === null && a.within === b.within ? a.within : null }
  }
  return ANY_TEXT
}

export function joinRanges(a: Range, b: Range): Range {
  return range(a.low === null || b.low === null ? null : least(a.low, b.low), a.high === null || b.high === null ? null : greatest(a.high, b.high))
}

export function asRange(val: Val): Range {
  const possible = possibleOf(val)
  return possible?.kind === 'range' ? possible : ANY_NUMBER
}
export function asPoints(val: Val): Points {
  const possible = possibleOf(val)
  return possible?.kind === 'points' ? possible : ANY_TEXT
}

/** Where a condition stands: a fact that does not apply makes it false, what cannot be computed leaves it open. */
export function asTruth(val: Val): Truth {
  if (typeof val === 'boolean') return val ? TRUE : FALSE
  if (!isWide(val)) return OPEN
  return withLacks(val.possible === null ? null : val.possible.kind === 'truth' ? val.possible.bits : OPEN, val.lacks)
}

export function withLacks(base: Truth | null, lacks: number): Truth {
  return (base ?? 0) | (lacks & UNDEFINED ? TRUE : 0) | (lacks ? FALSE : 0)
}

export const isOpen = (truth: Truth): boolean => truth === OPEN || truth === 0
export const not = (truth: Truth): Truth => (truth & TRUE ? FALSE : 0) | (truth & FALSE ? TRUE : 0)

export const both = (a: Truth, b: Truth): Truth => (a & b & TRUE) | ((a | b) & FALSE)

export function and(all: readonly Truth[]): Truth {
  return all.reduce(both, TRUE)
}
export function or(all: readonly Truth[]): Truth {
  return not(and(all.map(not)))
}

/** Everything that a value of this type may be; a fact that counts or measures something is never negative. */
export function anything(type: Type, enumeration: (name: string) => readonly string[], isFact: boolean): Possible {
  switch (type.kind) {
    case 'boolean':
      return truthOf(OPEN)
    case 'integer': case 'quantity': case 'money': case 'price': case 'ratio': case 'duration': case 'days':
      return isFact ? range(0, null) : ANY_NUMBER
    case 'enumeration':
      return { kind: 'points', values: enumeration(type.name), within: null }
    default:
      return ANY_TEXT
  }
}
