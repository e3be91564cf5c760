import { unreachable } from '../../base/invariant.ts'
import { rationalFromText, ZERO } from '../../values/rational.ts'
import { isNumeric } from '../../values/types.ts'
import type { Expr } from '../../core/core.ts'
import { definitionOf } from '../../core/definition-of.ts'
import { aggregate } from './aggregates.ts'
import { choose, inForceDay, isOneOf, lookup, marginal, parameter, type Evaluate } from './choices.ts'
import { factOf, overReferents, referents } from './facts.ts'
import { inPeriod } from './in-period.ts'
import { grantedBefore, type Key } from './ledger.ts'
import { applyBinary, applyUnary, applyVariadic } from './operators.ts'
import { identity, type Scope } from './scope.ts'
import { stepOf, type Step } from './trace.ts'
import { ANY_TEXT, exactly, known, point, truth, type Possible, type Value } from './values.ts'

/** "One expression language for conditions and amounts": what an expression may be, and how that came about. */
export const evaluate: Evaluate = (expr: Expr, scope: Scope, path: string): Step => {
  switch (expr.kind) {
    case 'literal':
      return stepOf(expr, scope, path, known(literal(expr)), [])
    case 'today':
      return stepOf(expr, scope, path, known(point(scope.run.input.on)), [])
    case 'in-force-day':
      return inForceDay(expr, scope, path)
    case 'period-start':
    case 'period-number':
      return inPeriod(expr, scope, path, evaluate)
    case 'parameter':
      return parameter(expr, scope, path, evaluate)
    case 'subject':
      return stepOf(expr, scope, path, known(identity(scope.subject)), [])
    case 'applicant':
      return stepOf(expr, scope, path, known(identity(scope.applicant)), [])
    case 'item': {
      const item = scope.items[expr.depth]
      return stepOf(expr, scope, path, known(item === undefined ? ANY_TEXT : identity(item)), [])
    }
    case 'field':
      return stepOf(expr, scope, path, fieldValue(expr, scope, path), [])
    case 'definition':
      return definition(expr, scope, path)
    case 'choose':
      return choose(expr, scope, path, evaluate)
    case 'marginal':
      return marginal(expr, scope, path, evaluate)
    case 'lookup':
      return lookup(expr, scope, path, evaluate)
    case 'aggregate':
      return aggregate(expr, scope, path, evaluate)
    case 'granted':
      return stepOf(expr, scope, path, grantedBefore(expr, scope, keyOf), [])
    case 'in':
      return within(expr, scope, path)
    case 'unary':
    case 'binary':
    case 'variadic':
      return operation(expr, scope, path)
    default:
      return unreachable(expr)
  }
}

/** The values of a key; lines with equal keys share a limit. */
export function keyOf(exprs: readonly Expr[], scope: Scope): Key {
  return exprs.map((expr, at) => evaluate(expr, scope, `key${at + 1}`).value)
}

function literal({ type, value: text }: Expr & { kind: 'literal' }): Possible {
  if (type.kind === 'boolean') return truth(text === 'true', text !== 'true')
  return isNumeric(type) ? exactly(rationalFromText(text) ?? ZERO) : point(text)
}

function fieldValue(expr: Expr & { kind: 'field' }, scope: Scope, path: string): Value {
  const of = referents(expr.of, scope, () => evaluate(expr.of, scope, `${path}/of`).value)
  return overReferents(of, expr.type, scope, (instance) => factOf(scope.run, instance, expr.field, expr.type))
}

/** A named expression, with the matter that it is said of as its subject. */
function definition(expr: Expr & { kind: 'definition' }, scope: Scope, path: string): Step {
  const found = definitionOf(scope.run.policy, expr)
  if (found === undefined) return stepOf(expr, scope, path, { possible: ANY_TEXT, lacks: [], missing: [] }, [])
  const of = referents(expr.of, scope, () => evaluate(expr.of, scope, `${path}/of`).value)
  const steps: Step[] = []
  const cite = found.cites[0] ?? scope.cite
  const result = overReferents(of, expr.type, scope, (subject) => {
    const step = evaluate(found.value, { ...scope, subject, items: [], cite }, `${path}/definition`)
    steps.push(step)
    return step.value
  })
  return stepOf(expr, { ...scope, cite }, path, result, steps.map(({ trace }) => trace))
}

function within(expr: Expr & { kind: 'in' }, scope: Scope, path: string): Step {
  const one = evaluate(expr.value, scope, `${path}/value`)
  const set = expr.set.map((member, at) => evaluate(member, scope, `${path}/${at + 1}`))
  return stepOf(expr, scope, path, isOneOf(one.value, set.map((step) => step.value)), [one.trace])
}

function operation(expr: Expr & { kind: 'unary' | 'binary' | 'variadic' }, scope: Scope, path: string): Step {
  switch (expr.kind) {
    case 'unary': {
      const arg = evaluate(expr.arg, scope, `${path}/1`)
      return stepOf(expr, scope, path, applyUnary(expr.op, arg.value), [arg.trace])
    }
    case 'binary': {
      const [left, right] = [evaluate(expr.left, scope, `${path}/1`), evaluate(expr.right, scope, `${path}/2`)]
      return stepOf(expr, scope, path, applyBinary(expr.op, left.value, right.value, [expr.left.type, expr.right.type]), [left.trace, right.trace])
    }
    case 'variadic': {
      const args = expr.args.map((arg, at) => evaluate(arg, scope, `${path}/${at + 1}`))
      return stepOf(expr, scope, path, applyVariadic(expr.op, args.map((step) => step.value)), args.map(({ trace }) => trace))
    }
  }
}
