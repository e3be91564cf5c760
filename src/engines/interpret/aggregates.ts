import { invariant } from '../../base/invariant.ts'
import type { Expr } from '../../core/core.ts'
import { rational, ZERO } from '../../values/rational.ts'
import type { Trace } from '../engine.ts'
import * as arithmetic from './arithmetic.ts'
import { and, or } from './comparisons.ts'
import { enumerationValues } from './facts.ts'
import type { Evaluate } from './choices.ts'
import type { Scope } from './scope.ts'
import { stepOf, type Step } from './trace.ts'
import {
  allLacks, allMissing, anything, asRange, asTruth, exactly, isDecided, joinRanges, known, lacking, TRUE, value,
  type Range, type Truth, type Value,
} from './values.ts'

/** One matter in the count: whether it belongs, and its value. */
interface Member {
  readonly belongs: Truth
  readonly condition: Value
  readonly value: Value
  readonly traces: readonly Trace[]
}

/** 个数, 总和, 最大, 最小, 有: over the applicant's matters of one kind for which the condition holds. */
export function aggregate(expr: Expr & { kind: 'aggregate' }, scope: Scope, path: string, evaluate: Evaluate): Step {
  if (scope.matters === null) {
    const unknown = anything(expr.type, (name) => enumerationValues(scope.run, name), expr.op === 'count')
    return stepOf(expr, scope, path, { possible: unknown, lacks: [], missing: [] }, [])
  }
  const members = scope.matters
    .filter(({ entity }) => entity === expr.entity)
    .map((matter) => member(expr, { ...scope, items: [matter, ...scope.items] }, `${path}/${matter.id ?? ''}`, evaluate))
    .filter(({ belongs }) => belongs.canBeTrue)
  return stepOf(expr, scope, path, combine(expr, members), members.flatMap(({ traces }) => traces))
}

function member(expr: Expr & { kind: 'aggregate' }, scope: Scope, path: string, evaluate: Evaluate): Member {
  const where = expr.where === null ? null : evaluate(expr.where, scope, `${path}/where`)
  const condition = where?.value ?? known(TRUE)
  const belongs = asTruth(condition)
  const amount = expr.value === null || !belongs.canBeTrue ? null : evaluate(expr.value, scope, `${path}/value`)
  const traces = [where, amount].flatMap((step) => (step === null ? [] : [step.trace]))
  return { belongs, condition, value: amount?.value ?? known(exactly(rational(1n))), traces }
}

function combine(expr: Expr & { kind: 'aggregate' }, members: readonly Member[]): Value {
  const missing = allMissing(members.flatMap((one) => (isDecided(one.belongs) ? [one.value] : [one.condition, one.value])))
  switch (expr.op) {
    case 'exists':
      return value(members.length === 0 ? { kind: 'truth', canBeTrue: false, canBeFalse: true } : or(members.map(holdsFor)), [], missing)
    case 'count':
      return value(sum(members.map((one) => ({ ...one, value: known(exactly(rational(1n))) }))), [], missing)
    case 'sum':
      return total(members, missing)
    case 'min':
    case 'max':
      return extreme(expr.op, members, missing)
  }
}

/** 有 X 的 E: for one that belongs, E holds as well. */
function holdsFor(one: Member): Truth {
  return one.value.possible?.kind === 'truth' || one.value.lacks.length > 0 ? and([one.belongs, asTruth(one.value)]) : one.belongs
}

function total(members: readonly Member[], missing: Value['missing']): Value {
  const lacks = allLacks(members.map((one) => one.value))
  const impossible = members.some((one) => !one.belongs.canBeFalse && one.value.possible === null)
  return value(impossible ? null : sum(members), lacks, missing)
}

/** What only may belong counts from nothing to all of it. */
function sum(members: readonly Member[]): Range {
  return members.reduce((before, one) => {
    if (one.value.possible === null) return before
    const range = asRange(one.value)
    return arithmetic.add(before, one.belongs.canBeFalse ? joinRanges(range, exactly(ZERO)) : range)
  }, exactly(ZERO))
}

/** The smallest or largest of none has no outcome. */
function extreme(op: 'min' | 'max', members: readonly Member[], missing: Value['missing']): Value {
  const sure = members.filter((one) => !one.belongs.canBeFalse)
  const withValue = members.filter((one) => one.value.possible !== null)
  const lacks = new Set(allLacks(members.map((one) => one.value)))
  if (sure.length === 0) lacks.add('no-outcome')
  if (withValue.length === 0 || sure.some((one) => one.value.possible === null)) return { ...lacking(...lacks), missing }
  invariant(withValue.every((one) => one.value.possible?.kind === 'range'), 'check takes the smallest and the largest of numbers only')
  const ends = withValue.map((one) => asRange(one.value))
  const certain = sure.map((one) => asRange(one.value))
  const pick = op === 'min' ? arithmetic.lower : arithmetic.higher
  const near = ends.reduce(pick)
  const all = ends.reduce(joinRanges)
  // One that surely belongs bounds the result on the far side; one that only may belong does not.
  const far = certain.length === 0 ? all : certain.reduce(pick)
  return value(op === 'min' ? { kind: 'range', low: near.low, high: far.high } : { kind: 'range', low: far.low, high: near.high }, [...lacks], missing)
}
