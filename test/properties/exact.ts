import { unreachable } from '../../src/base/invariant.ts'
import type { Expr, Policy, ReadingRef, RowKey } from '../../src/core/core.ts'
import type { Applicant, Fact, Facts, Input, LedgerEntry, LinePeriod } from '../../src/engines/engine.ts'
import { addDays, addMonths, yearOf } from '../../src/values/date.ts'
import { add, compare, divide, floor, greatest, least, multiply, negate, rational, type Rational, rationalFromText, subtract, ZERO } from '../../src/values/rational.ts'

/**
 * What an expression is worth when every fact that it needs is given: an evaluator of its own, written from the core's
 * docstrings without ranges, states or traces. Undefined: a fact is missing, so this oracle has nothing to say.
 * Null: no outcome (a `choose` without a case that holds).
 */
export type Exact = boolean | Rational | string | null | undefined

export interface Subject {
  readonly id: string
  readonly facts: Facts
}

export interface Scope {
  readonly policy: Policy
  readonly input: Input
  readonly inForce: string | null
  readonly applicant: Applicant
  readonly subject: Subject
  /** Where the clause pays by period: which one; undefined where that is not known, null where it does not pay by period. */
  readonly period: LinePeriod | null | undefined
  /** What parameters and limits a year go by; undefined: not known. */
  readonly day: string | undefined
  /** Innermost last. */
  readonly items: readonly Subject[]
}

export function isChosen(input: Input, policy: Policy, under: readonly ReadingRef[]): boolean {
  return under.every(({ ambiguity, reading }) => {
    const chosen = input.readings.find((one) => one.ambiguity === ambiguity)?.reading
    return reading === (chosen ?? policy.ambiguities.find(({ id }) => id === ambiguity)?.readings.find(({ isDefault }) => isDefault)?.name.zh)
  })
}

export function inForceDay(policy: Policy, input: Input): string | null {
  const from = policy.commencement?.from
  if (from?.kind === 'day') return from.day
  const published = input.asIfPublished ?? policy.published
  return published === null ? null : addDays(published, from?.days ?? 0)
}

const isNumber = (value: Exact): value is Rational => typeof value === 'object' && value !== null

function literal(expr: Expr & { kind: 'literal' }): Exact {
  switch (expr.type.kind) {
    case 'boolean':
      return expr.value === 'true'
    case 'date':
    case 'text':
    case 'identifier':
    case 'enumeration':
    case 'matter':
      return expr.value
    default:
      return rationalFromText(expr.value) ?? undefined
  }
}

function subjectOf(expr: Expr, scope: Scope): Subject | undefined {
  switch (expr.kind) {
    case 'subject':
      return scope.subject
    case 'applicant':
      return scope.applicant
    case 'item':
      return scope.items[scope.items.length - 1 - expr.depth]
    default: {
      const id = exact(expr, scope)
      return scope.applicant.matters.find((matter) => matter.id === id)
    }
  }
}

function given(facts: Facts | undefined, field: string): Exact {
  const fact: Fact | undefined = facts?.get(field)
  return fact?.state === 'given' ? fact.value : undefined
}

/** −1, 0, 1; undefined where the two cannot be ordered. */
function order(a: Exact, b: Exact): number | undefined {
  if (isNumber(a) && isNumber(b)) return compare(a, b)
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  return undefined
}

function arithmetic(expr: Expr & { kind: 'binary' }, a: Exact, b: Exact): Exact {
  if (typeof a === 'string' && isNumber(b)) {
    const by = Number(expr.op === 'subtract' ? -b.n : b.n)
    return (expr.right.type.kind === 'duration' ? addMonths(a, by) : addDays(a, by)) ?? undefined
  }
  if (!isNumber(a) || !isNumber(b)) return undefined
  switch (expr.op) {
    case 'add':
      return add(a, b)
    case 'subtract':
      return subtract(a, b)
    case 'multiply':
      return multiply(a, b)
    case 'divide':
      return b.n === 0n ? undefined : divide(a, b)
    case 'whole-steps':
      return b.n === 0n ? undefined : rational(floor(divide(a, b)))
    default:
      return undefined
  }
}

function binary(expr: Expr & { kind: 'binary' }, scope: Scope): Exact {
  const [a, b] = [exact(expr.left, scope), exact(expr.right, scope)]
  if (a === undefined || b === undefined || a === null || b === null) return undefined
  const ordered = order(a, b)
  switch (expr.op) {
    case 'eq':
      return ordered === undefined ? undefined : ordered === 0
    case 'ne':
      return ordered === undefined ? undefined : ordered !== 0
    case 'lt':
      return ordered === undefined ? undefined : ordered < 0
    case 'le':
      return ordered === undefined ? undefined : ordered <= 0
    case 'gt':
      return ordered === undefined ? undefined : ordered > 0
    case 'ge':
      return ordered === undefined ? undefined : ordered >= 0
    default:
      return arithmetic(expr, a, b)
  }
}

function variadic(expr: Expr & { kind: 'variadic' }, scope: Scope): Exact {
  const values = expr.args.map((arg) => exact(arg, scope))
  if (values.includes(undefined)) return undefined
  switch (expr.op) {
    case 'and':
      return values.every((value) => value === true)
    case 'or':
      return values.some((value) => value === true)
    case 'min':
    case 'max': {
      const numbers = values.filter(isNumber)
      if (numbers.length !== values.length) return undefined
      return numbers.reduce(expr.op === 'min' ? least : greatest)
    }
    default:
      return unreachable(expr.op)
  }
}

function within(key: RowKey, value: Exact, scope: Scope): boolean {
  switch (key.kind) {
    case 'values':
      return key.values.some((one) => order(exact(one, scope), value) === 0)
    case 'interval': {
      const low = key.low === null ? 1 : order(value, exact(key.low.value, scope)) ?? -1
      const high = key.high === null ? -1 : order(value, exact(key.high.value, scope)) ?? 1
      return (low > 0 || (low === 0 && key.low?.closed === true)) && (high < 0 || (high === 0 && key.high?.closed === true))
    }
    case 'otherwise':
      return true
    default:
      return unreachable(key)
  }
}

function lookup(expr: Expr & { kind: 'lookup' }, scope: Scope): Exact {
  const table = scope.policy.tables.find(({ name }) => name.zh === expr.table)
  const value = exact(expr.key, scope)
  if (table === undefined || value === undefined) return undefined
  const row = table.rows.find(({ key }) => within(key, value, scope))
  const column = table.columns.findIndex(({ name }) => name.zh === expr.column)
  const cell = row?.values[column]
  return row === undefined ? null : cell === undefined ? undefined : exact(cell, scope)
}

function marginal(expr: Expr & { kind: 'marginal' }, scope: Scope): Exact {
  const base = exact(expr.base, scope)
  let [from, sum] = [ZERO, ZERO]
  for (const { upTo, rate } of expr.parts) {
    const [bound, share] = [upTo === null ? base : exact(upTo, scope), exact(rate, scope)]
    if (!isNumber(base) || !isNumber(bound) || !isNumber(share)) return undefined
    const reached = least(base, bound)
    if (compare(reached, from) > 0) sum = add(sum, multiply(subtract(reached, from), share))
    from = greatest(from, bound)
  }
  return sum
}

function aggregate(expr: Expr & { kind: 'aggregate' }, scope: Scope): Exact {
  const all = scope.applicant.matters.filter(({ entity }) => entity === expr.entity)
  const scopes = all.map((item) => ({ ...scope, items: [...scope.items, item] }))
  const tests = scopes.map((one) => (expr.where === null ? true : exact(expr.where, one)))
  if (tests.some((test) => typeof test !== 'boolean')) return undefined
  const chosen = scopes.filter((_, i) => tests[i] === true)
  if (expr.op === 'count') return rational(BigInt(chosen.length))
  if (expr.op === 'exists') return chosen.length > 0
  const inner = expr.value
  const values = chosen.map((one) => (inner === null ? undefined : exact(inner, one)))
  const numbers = values.filter(isNumber)
  if (numbers.length !== values.length) return undefined
  if (expr.op === 'sum') return numbers.reduce(add, ZERO)
  return numbers.length === 0 ? undefined : numbers.reduce(expr.op === 'min' ? least : greatest)
}

/** The scope of an earlier grant: its own subject, the applicant as far as this dossier has it; what was said of the applicant then stands. */
export function ledgerScope(entry: LedgerEntry, scope: Scope): Scope {
  const person = scope.input.applicants.find(({ id }) => id === entry.applicant) ?? { id: entry.applicant, facts: new Map(), matters: [] }
  const isOfApplicant = scope.policy.clauses.find(({ id }) => id === entry.clause)?.subject === scope.policy.applicant.name.zh
  const applicant = isOfApplicant ? { ...person, facts: new Map([...person.facts, ...entry.facts]) } : person
  const own: Scope = { ...scope, applicant, subject: { id: entry.subject ?? '', facts: entry.facts }, items: [], period: null, day: entry.day }
  const term = scope.policy.clauses.find(({ id }) => id === entry.clause)?.terms.find(({ under }) => isChosen(scope.input, scope.policy, under))?.value
  if (term === undefined) return { ...own, day: scope.input.on }
  const from = exact(term.from, own)
  const month = term.unit === 'month' ? { number: UNKNOWN, from: `${entry.day.slice(0, 7)}-01`, until: entry.day } : undefined
  return { ...own, period: typeof from === 'string' ? (periodWith(term.unit, from, entry.day) ?? month) : month }
}

/** Of a month it is known which one it is, but not how many came before. */
const UNKNOWN = 0

/** The period of a term from `from` that a day lies in, found by going through them. */
function periodWith(unit: 'month' | 'year', from: string, day: string): LinePeriod | undefined {
  const start = unit === 'month' ? `${from.slice(0, 7)}-01` : from
  const step = unit === 'month' ? 1 : 12
  for (let number = 1; ; number += 1) {
    const [first, next] = [addMonths(start, step * (number - 1)), addMonths(start, step * number)]
    if (first === null || next === null || first > day) return undefined
    if (day < next) return { number, from: first, until: addDays(next, -1) ?? first }
  }
}

/** The calendar part of a limit's key; undefined: not known. */
export function calendarOf(period: 'ever' | 'year' | 'month' | null, day: string | undefined): string | undefined {
  return period === 'year' ? day?.slice(0, 4) : period === 'month' ? day?.slice(0, 7) : ''
}

function granted(expr: Expr & { kind: 'granted' }, scope: Scope): Exact {
  const own = keyOf(expr.key, scope)
  if (own === undefined) return undefined
  const { on, ledger } = scope.input
  const [from, until] = [expr.from === null ? null : exact(expr.from, scope), expr.until === null ? null : exact(expr.until, scope)]
  if ((from !== null && typeof from !== 'string') || (until !== null && typeof until !== 'string')) return undefined
  let [sum, count] = [0n, 0n]
  for (const entry of ledger) {
    if (!expr.clauses.includes(entry.clause) || !isInPeriod(expr.period, entry.day, on) || entry.day > on) continue
    if ((from !== null && entry.day < from) || (until !== null && entry.day > until)) continue
    const theirs = expr.key.length === 0 ? undefined : keyOf(expr.key, ledgerScope(entry, scope))
    if (expr.key.length > 0 && theirs === undefined) return undefined
    if (expr.key.length === 0 ? entry.applicant !== scope.applicant.id : theirs !== own) continue
    sum += entry.amount
    count += 1n
  }
  return rational(expr.measure === 'amount' ? sum : count)
}

export function isInPeriod(period: 'ever' | 'year' | 'month' | null, day: string, on: string): boolean {
  switch (period) {
    case 'year':
      return day.slice(0, 4) === on.slice(0, 4)
    case 'month':
      return day.slice(0, 7) === on.slice(0, 7)
    case 'ever':
      return true
    case null:
      return false
    default:
      return unreachable(period)
  }
}

const identity = (applicant: string, id: string): string => (applicant === id ? `\u0000${id}` : `\u0000${applicant}\u0000${id}`)

/** One text for a key: equal texts share a limit. Undefined where a part is not known. */
export function keyOf(key: readonly Expr[], scope: Scope): string | undefined {
  const parts = key.map((expr) => {
    if (expr.kind === 'subject' || expr.kind === 'item') {
      const subject = subjectOf(expr, scope)
      return subject === undefined || subject.id === '' ? undefined : identity(scope.applicant.id, subject.id)
    }
    if (expr.kind === 'applicant') return identity(scope.applicant.id, scope.applicant.id)
    const value = exact(expr, scope)
    if (value === undefined || value === null) return undefined
    if (expr.type.kind === 'matter') return identity(scope.applicant.id, String(value))
    return isNumber(value) ? `${value.n}/${value.d}` : String(value)
  })
  return parts.includes(undefined) ? undefined : parts.join('\u0001')
}

export function exact(expr: Expr, scope: Scope): Exact {
  switch (expr.kind) {
    case 'literal':
      return literal(expr)
    case 'subject':
    case 'applicant':
    case 'item':
      return subjectOf(expr, scope)?.id
    case 'field':
      return given(subjectOf(expr.of, scope)?.facts, expr.field)
    case 'parameter': {
      const values = scope.policy.parameters.find(({ name }) => name.zh === expr.name)?.values ?? []
      const { day } = scope
      const last = day === undefined ? undefined : values.filter(({ from }) => from === null || from <= day).at(-1)
      return last === undefined ? undefined : exact(last.value, scope)
    }
    case 'definition': {
      const entity = expr.of.type.kind === 'matter' ? expr.of.type.name : ''
      const definition = scope.policy.definitions.find((one) => one.name.zh === expr.name && one.entity === entity)
      const subject = subjectOf(expr.of, scope)
      return definition === undefined || subject === undefined ? undefined : exact(definition.value, { ...scope, subject, items: [] })
    }
    case 'today':
      return scope.input.on
    case 'in-force-day':
      return scope.inForce ?? undefined
    case 'unary': {
      const value = exact(expr.arg, scope)
      if (expr.op === 'not') return typeof value === 'boolean' ? !value : undefined
      if (expr.op === 'negate') return isNumber(value) ? negate(value) : undefined
      if (typeof value !== 'string') return undefined
      if (expr.op === 'year-of') return rational(BigInt(yearOf(value)))
      return expr.op === 'year-start' ? `${value.slice(0, 4)}-01-01` : `${value.slice(0, 7)}-01`
    }
    case 'binary':
      return binary(expr, scope)
    case 'variadic':
      return variadic(expr, scope)
    case 'in': {
      const value = exact(expr.value, scope)
      return value === undefined ? undefined : expr.set.some((one) => order(exact(one, scope), value) === 0)
    }
    case 'choose': {
      for (const { when, then } of expr.cases) {
        const holds = exact(when, scope)
        if (typeof holds !== 'boolean') return undefined
        if (holds) return exact(then, scope)
      }
      return expr.otherwise === null ? null : exact(expr.otherwise, scope)
    }
    case 'marginal':
      return marginal(expr, scope)
    case 'lookup':
      return lookup(expr, scope)
    case 'aggregate':
      return aggregate(expr, scope)
    case 'granted':
      return granted(expr, scope)
    case 'period-start':
      return scope.period === null ? null : scope.period?.from
    case 'period-number':
      return scope.period === null ? null : scope.period === undefined || scope.period.number === UNKNOWN ? undefined : rational(BigInt(scope.period.number))
    default:
      return unreachable(expr)
  }
}
