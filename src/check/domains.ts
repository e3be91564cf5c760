import { compare } from '../values/rational.ts'
import type { Rational } from '../values/rational.ts'

export interface End {
  readonly value: Rational
  readonly closed: boolean
}

/** What is known of one fact: between two numbers, one of some values (or none of them), or true or false. */
export type Domain =
  | { readonly kind: 'range'; readonly low: End | null; readonly high: End | null }
  | { readonly kind: 'choice'; readonly values: ReadonlySet<string>; readonly without: boolean }
  | { readonly kind: 'truth'; readonly value: boolean }

/** Whether a value can lie in both. */
export function meets(a: Domain, b: Domain): boolean {
  return narrow(a, b) !== null
}

/** What lies in both; null for nothing. Domains of different kinds are not compared. */
export function narrow(a: Domain, b: Domain): Domain | null {
  if (a.kind === 'range' && b.kind === 'range') {
    const low = tighter(a.low, b.low, 1)
    const high = tighter(a.high, b.high, -1)
    return isEmptyRange(low, high) ? null : { kind: 'range', low, high }
  }
  if (a.kind === 'choice' && b.kind === 'choice') return narrowChoice(a, b)
  if (a.kind === 'truth' && b.kind === 'truth') return a.value === b.value ? a : null
  return a
}

type Choice = Domain & { readonly kind: 'choice' }

function narrowChoice(a: Choice, b: Choice): Domain | null {
  if (a.without && b.without) return { kind: 'choice', values: new Set([...a.values, ...b.values]), without: true }
  const [some, other] = a.without ? [b, a] : [a, b]
  const values = new Set([...some.values].filter((value) => other.values.has(value) !== other.without))
  return values.size === 0 ? null : { kind: 'choice', values, without: false }
}

/** The narrower of two ends: the higher of two low ones (`side` 1), the lower of two high ones (−1). */
function tighter(a: End | null, b: End | null, side: 1 | -1): End | null {
  if (a === null) return b
  if (b === null) return a
  const order = compare(a.value, b.value) * side
  if (order === 0) return a.closed ? b : a
  return order > 0 ? a : b
}

export function isEmptyRange(low: End | null, high: End | null): boolean {
  if (low === null || high === null) return false
  const order = compare(low.value, high.value)
  return order > 0 || (order === 0 && !(low.closed && high.closed))
}
