import type { Expr, RowKey, Table } from '../../core/core.ts'
import { inSomeCase } from '../../core/keyed-cases.ts'
import type { Trace } from '../engine.ts'
import * as arithmetic from './arithmetic.ts'
import { and } from './comparisons.ts'
import { compareValues, compute } from './operators.ts'
import { dayOf, type Scope } from './scope.ts'
import { stepOf, type Step } from './trace.ts'
import { allMissing, asRange, asTruth, FALSE, hull, known, lacking, TRUE, value, type Truth, type Value } from './values.ts'

/** Evaluates a part; the text is the part's place in the trace. */
export type Evaluate = (expr: Expr, scope: Scope, path: string) => Step

/** One of several outcomes, each under its condition. */
interface Alternative {
  readonly when: Truth
  readonly missing: Value['missing']
  readonly outcome: () => Step
}

interface Chosen {
  readonly value: Value
  readonly traces: readonly Trace[]
}

/**
 * 分别: the first alternative whose condition holds. Those that may hold, up to the first that certainly does, are
 * possible; where none need hold, there may be no outcome, unless the alternatives are all that there can be.
 */
function firstThatHolds(alternatives: readonly Alternative[], areAll: () => boolean): Chosen {
  const possible: Value[] = []
  const missing: Value['missing'][number][] = []
  const traces: Trace[] = []
  for (const { when, missing: toDecide, outcome } of alternatives) {
    if (!when.canBeTrue) continue
    const step = outcome()
    possible.push(step.value)
    traces.push(step.trace)
    if (!when.canBeFalse) return { value: hull(possible, missing), traces }
    missing.push(...toDecide)
  }
  const none = areAll() ? [] : [lacking('no-outcome')]
  return { value: hull([...possible, ...none], missing), traces }
}

export function choose(expr: Expr & { kind: 'choose' }, scope: Scope, path: string, evaluate: Evaluate): Step {
  const conditions = expr.cases.map(({ when }, at) => evaluate(when, scope, `${path}/when${at + 1}`))
  const alternatives = expr.cases.map(({ then }, at): Alternative => {
    const condition = conditions[at]?.value ?? lacking('no-outcome')
    return { when: asTruth(condition), missing: condition.missing, outcome: () => evaluate(then, scope, `${path}/then${at + 1}`) }
  })
  const { otherwise } = expr
  if (otherwise !== null) alternatives.push({ when: TRUE, missing: [], outcome: () => evaluate(otherwise, scope, `${path}/otherwise`) })
  const some = inSomeCase(expr.cases)
  const chosen = firstThatHolds(alternatives, () => some !== null && !asTruth(evaluate(some, scope, `${path}/some`).value).canBeFalse)
  return stepOf(expr, scope, path, chosen.value, [...conditions.map(({ trace }) => trace), ...chosen.traces])
}

/** 对照: the value in the row that the key falls in. */
export function lookup(expr: Expr & { kind: 'lookup' }, scope: Scope, path: string, evaluate: Evaluate): Step {
  const key = evaluate(expr.key, scope, `${path}/key`)
  const table = scope.run.policy.tables.find(({ name }) => name.zh === expr.table)
  const column = table?.columns.findIndex(({ name }) => name.zh === expr.column) ?? -1
  const inTable: Scope = { ...scope, cite: table?.cites[0] ?? scope.cite }
  const chosen = firstThatHolds(table === undefined ? [] : rows(table, column, key.value, inTable, path, evaluate), () => isInSomeRow(table, key.value, inTable, path, evaluate))
  const none = key.value.possible === null ? value(null, key.value.lacks, []) : chosen.value
  return stepOf(expr, inTable, path, none, [key.trace, ...chosen.traces])
}

function rows(table: Table, column: number, key: Value, scope: Scope, path: string, evaluate: Evaluate): Alternative[] {
  return table.rows.flatMap((row, at) => {
    const cell = row.values[column]
    if (cell === undefined) return []
    const when = fallsIn(key, row.key, (bound) => evaluate(bound, scope, `${path}/row${at + 1}`).value)
    return [{ when, missing: key.missing, outcome: () => evaluate(cell, scope, `${path}/row${at + 1}`) }]
  })
}

/** Every value that the key can have is in a row. */
function isInSomeRow(table: Table | undefined, key: Value, scope: Scope, path: string, evaluate: Evaluate): boolean {
  const listed = table?.rows.flatMap((row) => (row.key.kind === 'values' ? row.key.values : [])) ?? []
  return !asTruth(isOneOf(key, listed.map((one) => evaluate(one, scope, `${path}/some`).value))).canBeFalse
}

function fallsIn(key: Value, row: RowKey, evaluate: (bound: Expr) => Value): Truth {
  switch (row.kind) {
    case 'otherwise':
      return TRUE
    case 'values':
      return asTruth(isOneOf(key, row.values.map(evaluate)))
    case 'interval': {
      const above = row.low === null ? TRUE : asTruth(compareValues(row.low.closed ? 'ge' : 'gt', key, evaluate(row.low.value)))
      const under = row.high === null ? TRUE : asTruth(compareValues(row.high.closed ? 'le' : 'lt', key, evaluate(row.high.value)))
      return and([above, under])
    }
  }
}

/** Equal to one of them: true when surely equal to one, false when surely equal to none. */
export function isOneOf(one: Value, set: readonly Value[]): Value {
  const results = set.map((other) => compareValues('eq', one, other))
  const truths = results.map(asTruth)
  const canBeTrue = truths.some((each) => each.canBeTrue)
  const canBeFalse = truths.every((each) => each.canBeFalse) && !containsAll(one, set)
  return value({ kind: 'truth', canBeTrue, canBeFalse }, [], allMissing(results))
}

/** Whatever the value is, it is in the set: every value of an enumeration is listed, or both yes and no. */
function containsAll(one: Value, set: readonly Value[]): boolean {
  if (one.lacks.length > 0) return false
  if (one.possible?.kind === 'truth') return [TRUE, FALSE].every((each) => set.some(({ possible }) => possible?.kind === 'truth' && possible.canBeTrue === each.canBeTrue && possible.canBeFalse === each.canBeFalse))
  if (one.possible?.kind !== 'points' || one.possible.values === null) return false
  const listed = set.flatMap(({ possible }) => (possible?.kind === 'points' && possible.values?.length === 1 ? possible.values : []))
  return one.possible.values.every((each) => listed.includes(each))
}

export function marginal(expr: Expr & { kind: 'marginal' }, scope: Scope, path: string, evaluate: Evaluate): Step {
  const base = evaluate(expr.base, scope, `${path}/base`)
  const parts = expr.parts.map(({ upTo, rate }, at) => ({
    upTo: upTo === null ? null : evaluate(upTo, scope, `${path}/part${at + 1}/up-to`),
    rate: evaluate(rate, scope, `${path}/part${at + 1}/rate`),
  }))
  const steps = [base, ...parts.flatMap(({ upTo, rate }) => (upTo === null ? [rate] : [upTo, rate]))]
  const ranges = parts.map(({ upTo, rate }) => ({ upTo: upTo === null ? null : asRange(upTo.value), rate: asRange(rate.value) }))
  const result = compute(steps.map((step) => step.value), () => ({ possible: arithmetic.marginal(asRange(base.value), ranges), lacks: [] }))
  return stepOf(expr, scope, path, result, steps.map(({ trace }) => trace))
}

/** The value of a parameter on the day asked for, or of the period: the last change up to it. */
export function parameter(expr: Expr & { kind: 'parameter' }, scope: Scope, path: string, evaluate: Evaluate): Step {
  const dated = scope.run.policy.parameters.find(({ name }) => name.zh === expr.name)?.values ?? []
  const day = dayOf(scope)
  const current = dated.filter(({ from }) => from === null || from <= (day ?? scope.run.input.on)).slice(day === null ? 0 : -1)
  const steps = current.map((one, at): Step => {
    const inParameter: Scope = { ...scope, cite: one.cites[0] ?? scope.cite }
    const own = day === null ? `${path}/${at + 1}` : path
    const step = evaluate(one.value, inParameter, `${own}/value`)
    return stepOf(expr, inParameter, own, step.value, [step.trace])
  })
  const [only] = steps
  if (only !== undefined && day !== null) return only
  // Of a period that is not known any of the values may hold, and before the first there is none.
  const none = dated[0]?.from === null ? [] : [lacking('no-outcome')]
  return stepOf(expr, scope, path, hull([...steps.map((step) => step.value), ...none], []), steps.map(({ trace }) => trace))
}

/** The day from which the policy is in force, when it is published. */
export function inForceDay(expr: Expr, scope: Scope, path: string): Step {
  const day = scope.run.inForceDay
  const result = day === null ? lacking('undefined') : known({ kind: 'points', values: [day], within: null })
  return stepOf(expr, scope, path, result, [])
}
