import type { Expr } from '../../core/core.ts'
import type { Context, Place } from './context.ts'
import { atom, guardsOf, merged, NONE, type Guard, type NumberValue, type TruthValue, type Value } from './guards.ts'
import { constant, integer, isConstant, times, type Int } from './numbers.ts'
import { and, get, not, type Rule } from './rule.ts'

/** So many matters of one kind can be counted: it bounds every sum. */
export const MOST_MATTERS = 1000n

/** Counts, sums and extremes over the applicant's matters of one kind: filter, map and reduce. */
export function aggregate(expr: Expr & { kind: 'aggregate' }, place: Place, context: Context, translate: (expr: Expr, place: Place, context: Context) => Value): Value {
  if (place.matters === null) {
    context.refused.add('nested-aggregate')
    return atom([], false)
  }
  if (expr.entity.includes('.')) context.refused.add('name')
  const list = get(`${place.matters}.${expr.entity}`)
  // Inside a filter the data is the matter alone; each matter carries its applicant's facts.
  const inside: Place = { subject: place.subject === place.applicant ? 'applicant' : null, named: [], applicant: 'applicant', item: '', matters: null }
  const where = expr.where === null ? yes : asTruth(translate(expr.where, inside, context))
  const value = expr.value === null ? null : translate(expr.value, inside, context)
  const guards = merged(listGuards(list), eachMustBe(list, true, guardsOf(where)), value === null ? [] : eachMustBe(list, where.raw, guardsOf(value)))
  const kept: Rule = where.raw === true ? list : { filter: [list, where.raw] }
  switch (expr.op) {
    case 'count':
      return { kind: 'number', ...integer({ rule: length(kept), low: 0n, high: MOST_MATTERS }), guards }
    case 'exists':
      return atom(guards, { some: [list, and([where.raw, value?.kind === 'truth' ? value.raw : true])] })
    case 'sum':
    case 'min':
    case 'max':
      return over(expr.op, list, where.raw, kept, value, guards, context)
  }
}

const yes: TruthValue = { kind: 'truth', raw: true, sure: true }

function asTruth(value: Value): TruthValue {
  return value.kind === 'truth' ? value : atom(value.guards, false)
}

function length(list: Rule): Rule {
  return { reduce: [list, { '+': [get('accumulator'), 1] }, 0] }
}

function listGuards(list: Rule): readonly Guard[] {
  return [{ ok: { '!==': [list, null] }, marker: 'refused:missing-fact' }, { ok: { '<=': [length(list), Number(MOST_MATTERS)] }, marker: 'refused:too-many' }]
}

/** Of each matter in the list to which `when` applies these must hold. */
function eachMustBe(list: Rule, when: Rule, guards: readonly Guard[]): readonly Guard[] {
  if (guards.length === 0) return []
  return [{ ok: { none: [list, and([when, not(and(guards.map(({ ok }) => ok)))])] }, marker: 'refused:undetermined' }]
}

function over(op: 'sum' | 'min' | 'max', list: Rule, where: Rule, kept: Rule, value: Value | null, guards: readonly Guard[], context: Context): NumberValue {
  const { overflow } = context
  if (value?.kind !== 'number' || !isConstant(value.d)) {
    context.refused.add('nested-aggregate')
    return { kind: 'number', ...integer(constant(0n, overflow)), guards: [] }
  }
  const mapped: Rule = { map: [kept, value.n.rule] }
  const [before, next] = [get('accumulator'), get('current')]
  if (op === 'sum') {
    const most = times(value.n, { rule: null, low: 0n, high: MOST_MATTERS }, overflow)
    const n: Int = { rule: { reduce: [mapped, { '+': [before, next] }, 0] }, low: most.low, high: most.high }
    return { kind: 'number', n, d: value.d, guards }
  }
  const nearer: Rule = { [op === 'min' ? '<' : '>']: [next, before] }
  const rule: Rule = { reduce: [mapped, { if: [{ '===': [before, null] }, next, nearer, next, before] }, null] }
  // The smallest or largest of none has no outcome.
  const some: Guard = { ok: { some: [list, where] }, marker: NONE }
  return { kind: 'number', n: { ...value.n, rule }, d: value.d, guards: merged(guards, [some]) }
}
