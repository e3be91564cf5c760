import { unreachable } from '../../base/invariant.ts'
import type { Expr, RowKey } from '../../core/core.ts'
import { definitionOf } from '../../core/definition-of.ts'
import { rationalFromText, ZERO } from '../../values/rational.ts'
import { isNumeric, type Type } from '../../values/types.ts'
import { aggregate } from './aggregates.ts'
import { boundsOf, dayNumber, scaleOf, type Context, type Place } from './context.ts'
import { monthsLater } from './days.ts'
import { applies, atom, between, conjunction, disjunction, guardsOf, merged, negation, present, type Guard, type NumberValue, type TextValue, type TruthValue, type Value } from './guards.ts'
import {
  constant, differenceOf, floorOf, integer, isConstant, lowerOrHigher, plus, productOf, quotientOf, sumOf, times, together, type Fraction,
} from './numbers.ts'
import { get, type Rule } from './rule.ts'
import { select } from './select.ts'

/** A core expression as JSON Logic. What it cannot say is noted in `context.refused`; the value given then means nothing. */
export function translate(expr: Expr, place: Place, context: Context): Value {
  const value = translated(expr, place, context)
  if (context.guarded) return value
  return value.kind === 'truth' ? { ...value, sure: value.raw } : { ...value, guards: [] }
}

function translated(expr: Expr, place: Place, context: Context): Value {
  switch (expr.kind) {
    case 'literal':
      return literal(expr.type, expr.value, context)
    case 'subject':
    case 'applicant':
    case 'item':
      return identityAt(placeOf(expr, place, context))
    case 'field':
      return field(expr, place, context)
    case 'parameter':
      return parameter(expr, place, context)
    case 'definition':
      return definition(expr, place, context)
    case 'today':
      return day('on')
    case 'in-force-day':
      return day('inForceDay')
    case 'period-start':
    case 'period-number':
      context.refused.add('period')
      return number(integer(constant(0n, context.overflow)), [])
    case 'unary':
      return unary(expr, place, context)
    case 'binary':
      return binary(expr, place, context)
    case 'variadic':
      return variadic(expr, place, context)
    case 'in': {
      const value = translate(expr.value, place, context)
      return disjunction(expr.set.map((member) => compared('eq', value, translate(member, place, context), context)))
    }
    case 'choose':
      return select(
        expr.cases.map(({ when, then }) => ({ when: truth(translate(when, place, context)), value: translate(then, place, context) })),
        expr.otherwise === null ? null : translate(expr.otherwise, place, context), expr.type, context,
      )
    case 'marginal':
      return marginal(expr, place, context)
    case 'lookup':
      return lookup(expr, place, context)
    case 'aggregate':
      return aggregate(expr, place, context, translate)
    case 'granted':
      // Without earlier grants of these clauses nothing was granted before; with any the rule refuses.
      return number(integer(constant(0n, context.overflow)), [
        { ok: { '!==': [get('ledger'), null] }, marker: 'refused:ledger' },
        { ok: { none: [get('ledger'), { in: [get(''), [...expr.clauses]] }] }, marker: 'refused:ledger' },
      ])
    default:
      return unreachable(expr)
  }
}

export function number({ n, d }: Fraction, guards: readonly Guard[]): NumberValue {
  return { kind: 'number', n, d, guards }
}

/** A value where a number must stand: verify.ts says that it is one. */
export function asNumber(value: Value, context: Context): NumberValue {
  return value.kind === 'number' ? value : number(integer(constant(0n, context.overflow)), guardsOf(value))
}

export function truth(value: Value): TruthValue {
  return value.kind === 'truth' ? value : atom(value.guards, false)
}

export function asText(value: Value): TextValue {
  return value.kind === 'text' ? value : { kind: 'text', rule: '', guards: guardsOf(value) }
}

function literal(type: Type, text: string, context: Context): Value {
  if (type.kind === 'boolean') return { kind: 'truth', raw: text === 'true', sure: text === 'true' }
  if (type.kind === 'date') return number(integer(constant(dayNumber(text), context.overflow)), [])
  if (!isNumeric(type)) return { kind: 'text', rule: text, guards: [] }
  const { n, d } = rationalFromText(text) ?? ZERO
  return number({ n: constant(n, context.overflow), d: constant(d, context.overflow) }, [])
}

function day(path: string): NumberValue {
  return number(integer({ rule: get(path), low: 0n, high: 9999_12_31n }), [present(path)])
}

// ---------------------------------------------------------------- facts

function joined(prefix: string, rest: string): string {
  return prefix === '' ? rest : `${prefix}.${rest}`
}

/** Where a matter (or the applicant) stands in the data, and what must hold for it to be there. */
interface Found {
  readonly path: string
  readonly guards: readonly Guard[]
}

/** What an expression stands for; null when it is out of reach. */
function placeOf(expr: Expr, place: Place, context: Context): Found | null {
  switch (expr.kind) {
    case 'subject':
      if (place.subject === null) context.refused.add('subject-in-aggregate')
      return place.subject === null ? null : { path: place.subject, guards: place.named }
    case 'applicant':
      return { path: place.applicant, guards: [] }
    case 'item':
      if (expr.depth > 0 || place.item === null) context.refused.add('nested-aggregate')
      return expr.depth > 0 || place.item === null ? null : { path: place.item, guards: [] }
    case 'field': {
      const of = placeOf(expr.of, place, context)
      if (of === null) return null
      const path = factPath(of.path, expr.field, context)
      return { path, guards: [...of.guards, applies(path)] }
    }
    default:
      context.refused.add('subject-in-aggregate')
      return null
  }
}

function factPath(of: string, field: string, context: Context): string {
  if (field.includes('.') || field in {}) context.refused.add('name')
  return joined(of, `facts.${field}`)
}

function identityAt(found: Found | null): TextValue {
  if (found === null) return { kind: 'text', rule: '', guards: [] }
  const id = joined(found.path, 'id')
  return { kind: 'text', rule: get(id), guards: merged(found.guards, [present(id)]) }
}

function field(expr: Expr & { kind: 'field' }, place: Place, context: Context): Value {
  const found = placeOf(expr, place, context)
  const { type } = expr
  if (found === null || type.kind === 'matter') return identityAt(found)
  const { path } = found
  const guards = merged(found.guards, [present(path)])
  if (type.kind === 'boolean') return atom(guards, { '===': [get(path), true] })
  if (!isNumeric(type) && type.kind !== 'date') return { kind: 'text', rule: get(path), guards }
  const { low, high } = boundsOf(type, context.bounds)
  return number({ n: { rule: get(path), low, high }, d: constant(scaleOf(type), context.overflow) }, merged(guards, [between(low, path, high)]))
}

function parameter(expr: Expr & { kind: 'parameter' }, place: Place, context: Context): Value {
  const dated = context.policy.parameters.find(({ name }) => name.zh === expr.name)?.values ?? []
  const cases = dated.toReversed().map(({ from, value }) => ({
    when: from === null ? always : atom([present('on')], { '>=': [get('on'), Number(dayNumber(from))] }),
    value: translate(value, place, context),
  }))
  return select(cases, null, expr.type, context)
}

const always: TruthValue = { kind: 'truth', raw: true, sure: true }

function definition(expr: Expr & { kind: 'definition' }, place: Place, context: Context): Value {
  const definition = definitionOf(context.policy, expr)
  const found = placeOf(expr.of, place, context)
  if (definition === undefined || found === null) return { kind: 'text', rule: '', guards: [] }
  // A matter that is named must be known before anything is said of it.
  const named = expr.of.kind === 'field' ? merged(found.guards, [present(joined(found.path, 'id'))]) : found.guards
  const value = translate(definition.value, { ...place, subject: found.path, named, item: null }, context)
  return expr.of.kind === 'field' ? needing(named, value) : value
}

// ---------------------------------------------------------------- operators

type Comparison = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'
const COMPARISONS = { eq: '===', ne: '!==', lt: '<', le: '<=', gt: '>', ge: '>=' } as const satisfies Record<Comparison, string>

export function compared(op: Comparison, left: Value, right: Value, context: Context): TruthValue {
  const guards = merged(guardsOf(left), guardsOf(right))
  const rule = (a: Rule, b: Rule): TruthValue => atom(guards, { [COMPARISONS[op]]: [a, b] })
  if (left.kind === 'number' && right.kind === 'number') {
    const over = together(left, right, context.overflow)
    return rule(over.a.rule, over.b.rule)
  }
  if (left.kind === 'truth' && right.kind === 'truth') return rule(left.raw, right.raw)
  return rule(asText(left).rule, asText(right).rule)
}

function unary(expr: Expr & { kind: 'unary' }, place: Place, context: Context): Value {
  const arg = translate(expr.arg, place, context)
  switch (expr.op) {
    case 'not':
      return negation(truth(arg))
    case 'negate':
      return minusOf(asNumber(arg, context), context)
    case 'year-of': {
      const { n, guards } = asNumber(arg, context)
      return number(integer(floorOf({ n, d: constant(10_000n, context.overflow) }, context.overflow)), guards)
    }
    // A day is the number YYYYMMDD.
    case 'year-start':
      return firstDay(asNumber(arg, context), 10_000n, 101n, context)
    case 'month-start':
      return firstDay(asNumber(arg, context), 100n, 1n, context)
  }
}

function firstDay({ n, guards }: NumberValue, length: bigint, first: bigint, { overflow }: Context): Value {
  const whole = times(floorOf({ n, d: constant(length, overflow) }, overflow), constant(length, overflow), overflow)
  return number(integer(plus(whole, constant(first, overflow), overflow)), guards)
}

/** Division is told only where the divisor is above zero. */
function aboveZero({ n }: NumberValue): readonly Guard[] {
  return n.low >= 1n ? [] : [{ ok: { '>': [n.rule, 0] }, marker: 'refused:division' }]
}

function binary(expr: Expr & { kind: 'binary' }, place: Place, context: Context): Value {
  const left = translate(expr.left, place, context)
  const right = translate(expr.right, place, context)
  const { op } = expr
  if (op === 'eq' || op === 'ne' || op === 'lt' || op === 'le' || op === 'gt' || op === 'ge') return compared(op, left, right, context)
  const [a, b] = [asNumber(left, context), asNumber(right, context)]
  if (expr.left.type.kind === 'date') return movedDay(a, op === 'subtract' ? minusOf(b, context) : b, expr.right.type, context)
  if (expr.right.type.kind === 'date') return movedDay(b, a, expr.left.type, context)
  const guards = merged(a.guards, b.guards)
  switch (op) {
    case 'add':
      return number(sumOf(a, b, context.overflow), guards)
    case 'subtract':
      return number(differenceOf(a, b, context.overflow), guards)
    case 'multiply':
      return number(productOf(a, b, context.overflow), guards)
    case 'divide':
      return number(quotientOf(a, b, context.overflow), merged(guards, aboveZero(b)))
    case 'whole-steps':
      return number(integer(floorOf(quotientOf(a, b, context.overflow), context.overflow)), merged(guards, aboveZero(b)))
  }
}

/** A day so many months before or after; days are not counted. */
function movedDay(day: NumberValue, by: NumberValue, type: Type, context: Context): Value {
  if (type.kind !== 'duration' || !isConstant(by.d) || by.d.low !== 1n) {
    context.refused.add('date-arithmetic')
    return day
  }
  const later = monthsLater(day.n, by.n, context.overflow)
  return number(integer(later.day), merged(day.guards, by.guards, [later.within]))
}

function minusOf({ n, d, guards }: NumberValue, { overflow }: Context): NumberValue {
  return number({ n: times(n, constant(-1n, overflow), overflow), d }, guards)
}

function variadic(expr: Expr & { kind: 'variadic' }, place: Place, context: Context): Value {
  const args = expr.args.map((arg) => translate(arg, place, context))
  const { op } = expr
  if (op === 'and') return conjunction(args.map(truth))
  if (op === 'or') return disjunction(args.map(truth))
  const [first, ...rest] = args.map((arg) => asNumber(arg, context))
  if (first === undefined) return number(integer(constant(0n, context.overflow)), [])
  return rest.reduce((before, next) => number(lowerOrHigher(op, before, next, context.overflow), merged(before.guards, next.guards)), first)
}

/** Each part of the base at its own rate: Σ max(0, min(base, bound) − bound before) × rate. */
function marginal(expr: Expr & { kind: 'marginal' }, place: Place, context: Context): Value {
  const { overflow } = context
  const zero = integer(constant(0n, overflow))
  const base = asNumber(translate(expr.base, place, context), context)
  let guards = base.guards
  let below: Fraction = zero
  let sum: Fraction = zero
  for (const part of expr.parts) {
    const upTo = part.upTo === null ? null : asNumber(translate(part.upTo, place, context), context)
    const rate = asNumber(translate(part.rate, place, context), context)
    guards = merged(guards, upTo?.guards ?? [], rate.guards)
    const top = upTo === null ? base : lowerOrHigher('min', base, upTo, overflow)
    const within = lowerOrHigher('max', zero, differenceOf(top, below, overflow), overflow)
    sum = sumOf(sum, productOf(within, rate, overflow), overflow)
    if (upTo !== null) below = upTo
  }
  return number(sum, guards)
}

function lookup(expr: Expr & { kind: 'lookup' }, place: Place, context: Context): Value {
  const table = context.policy.tables.find(({ name }) => name.zh === expr.table)
  const column = table?.columns.findIndex(({ name }) => name.zh === expr.column) ?? -1
  const key = translate(expr.key, place, context)
  const cases = (table?.rows ?? []).flatMap((row) => {
    const cell = row.values[column]
    return cell === undefined ? [] : [{ when: fallsIn(key, row.key, place, context), value: translate(cell, place, context) }]
  })
  // A key without a value is in no row, not even in the one for all others.
  return needing(guardsOf(key), select(cases, null, expr.type, context))
}

/** The value, where these guards hold as well. */
function needing(guards: readonly Guard[], value: Value): Value {
  return value.kind === 'truth' ? atom(merged(guards, guardsOf(value)), value.raw) : { ...value, guards: merged(guards, value.guards) }
}

function fallsIn(key: Value, row: RowKey, place: Place, context: Context): TruthValue {
  switch (row.kind) {
    case 'otherwise':
      return always
    case 'values':
      return disjunction(row.values.map((value) => compared('eq', key, translate(value, place, context), context)))
    case 'interval': {
      const low = row.low === null ? [] : [compared(row.low.closed ? 'ge' : 'gt', key, translate(row.low.value, place, context), context)]
      const high = row.high === null ? [] : [compared(row.high.closed ? 'le' : 'lt', key, translate(row.high.value, place, context), context)]
      return conjunction([...low, ...high])
    }
  }
}
