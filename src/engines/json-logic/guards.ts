import type { Fraction } from './numbers.ts'
import { and, firstOf, get, not, or, same, type Rule } from './rule.ts'

/** No case of the text fits: that is an answer. No name holds a colon. */
export const NONE = 'none:no-case-fits'

/** Why a rule gives no value: what a foreign engine sees too. */
export type Marker = 'refused:missing-fact' | 'refused:out-of-range' | 'refused:undetermined' | 'refused:ledger' | 'refused:division' | 'refused:too-many' | typeof NONE

/** What must hold for a value to be one; the earlier guards hold where a later one is looked at. */
export interface Guard {
  readonly ok: Rule
  readonly marker: Marker
}

export interface NumberValue extends Fraction {
  readonly kind: 'number'
  readonly guards: readonly Guard[]
}

export interface TextValue {
  readonly kind: 'text'
  readonly rule: Rule
  readonly guards: readonly Guard[]
}

/** `raw` is yes or no once all is known; `sure` is yes, no, or a refusal: Kleene's third value. */
export interface TruthValue {
  readonly kind: 'truth'
  readonly raw: Rule
  readonly sure: Rule
}

export type Value = NumberValue | TextValue | TruthValue

export function present(path: string): Guard {
  return { ok: not({ missing: [path] }), marker: 'refused:missing-fact' }
}

export function between(low: bigint, path: string, high: bigint): Guard {
  return { ok: { '<=': [Number(low), get(path), Number(high)] }, marker: 'refused:out-of-range' }
}

/** What stands in the data for a fact that does not apply. */
export const NOT_APPLICABLE = 'state:not-applicable'

/** "A fact that does not apply makes the atom that reads it false", and an amount that needs it has no case. */
export function applies(path: string): Guard {
  return { ok: { '!==': [get(path), NOT_APPLICABLE] }, marker: NONE }
}

export function merged(...lists: readonly (readonly Guard[])[]): readonly Guard[] {
  const all: Guard[] = []
  for (const guard of lists.flat()) {
    if (guard.ok !== true && !all.some((other) => other.marker === guard.marker && same(other.ok, guard.ok))) all.push(guard)
  }
  return all
}

/** Guards that count only where `when` holds. */
export function onlyWhen(when: Rule, guards: readonly Guard[]): readonly Guard[] {
  return when === true ? guards : guards.map(({ ok, marker }) => ({ ok: or([not(when), ok]), marker }))
}

/** That a case fits, as far as that is a question. */
export function fits(guards: readonly Guard[]): Rule {
  return and(guards.filter(({ marker }) => marker === NONE).map(({ ok }) => ok))
}

/** The value, or what `otherwise` makes of the marker of the first guard that does not hold. */
export function guarded(guards: readonly Guard[], value: Rule, otherwise: (marker: Marker) => Rule = (marker) => marker): Rule {
  const cases: (readonly [Rule, Rule])[] = []
  let run: Guard[] = []
  const close = () => {
    const [first] = run
    if (first !== undefined) cases.push([not(and(run.map(({ ok }) => ok))), otherwise(first.marker)])
    run = []
  }
  for (const guard of guards) {
    if (run.length > 0 && run[0]?.marker !== guard.marker) close()
    run.push(guard)
  }
  close()
  return firstOf(cases, value)
}

/** An atom: no where the text has no case for it, a refusal where it cannot tell. */
export function atom(guards: readonly Guard[], rule: Rule): TruthValue {
  const raw = and([fits(guards), rule])
  return { kind: 'truth', raw, sure: guards.every(({ marker }) => marker === NONE) ? raw : guarded(guards, rule, (marker) => (marker === NONE ? false : marker)) }
}

/** What a yes or no needs to be one. */
export function guardsOf(value: Value): readonly Guard[] {
  if (value.kind !== 'truth') return value.guards
  return same(value.raw, value.sure) ? [] : [{ ok: { in: [value.sure, [true, false]] }, marker: 'refused:undetermined' }]
}

export function negation({ raw, sure }: TruthValue): TruthValue {
  if (same(raw, sure)) return { kind: 'truth', raw: not(raw), sure: not(raw) }
  // One step over a list of one: the refusal is looked at without computing it twice.
  const flipped: Rule = { if: [{ '===': [get('current'), true] }, false, { '===': [get('current'), false] }, true, get('current')] }
  return { kind: 'truth', raw: not(raw), sure: { reduce: [[sure], flipped, false] } }
}

/** Kleene's 且: no when one is surely no, whatever the others are. */
export function conjunction(values: readonly TruthValue[]): TruthValue {
  const raw = and(values.map((value) => value.raw))
  const [first, ...rest] = values
  if (first === undefined || values.every((value) => same(value.raw, value.sure))) return { kind: 'truth', raw, sure: raw }
  if (rest.length === 0) return first
  const [before, next] = [get('accumulator'), get('current')]
  const step: Rule = { if: [{ '===': [before, false] }, false, { '===': [next, false] }, false, { '===': [before, true] }, next, before] }
  return { kind: 'truth', raw, sure: { reduce: [values.map((value) => value.sure), step, true] } }
}

export function disjunction(values: readonly TruthValue[]): TruthValue {
  return negation(conjunction(values.map(negation)))
}
