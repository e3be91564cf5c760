import type { Clause, Condition, Expr } from '../../core/core.ts'
import { definitionOf } from '../../core/definition-of.ts'
import { negation } from '../../core/negation.ts'
import type { Reason, Trace } from '../engine.ts'
import { and, not, or } from './comparisons.ts'
import { evaluate } from './expressions.ts'
import { kept, type Scope } from './scope.ts'
import { asTruth, decidedText, distinct, isDecided, TRUE, type Truth, type Value } from './values.ts'

/** Meaning 2. "Conditions are three-valued (Kleene). An undetermined condition names the facts, or the judgements, that would decide it." */
export interface Conditions {
  readonly truth: Truth
  readonly missing: Value['missing']
  /** "Short by default (only what decided)." */
  readonly reasons: readonly Reason[]
  readonly traces: readonly Trace[]
}

export function conditionsOf(clause: Clause, scope: Scope): Conditions {
  const all = kept(scope.run, clause.conditions).map((condition, at) => judge(condition, restingOn(condition, scope), `${clause.id}/condition${at + 1}`))
  const truth = all.length === 0 ? TRUE : and(all.map((one) => one.truth))
  // Of several conditions those that decided: the false ones, else the open ones, else all that are met.
  const decisive = all.filter((one) => one.truth.canBeTrue === truth.canBeTrue && one.truth.canBeFalse === truth.canBeFalse)
  const reasons = decisive.flatMap(({ condition, truth: found }) => reasonsFor(condition.expr, restingOn(condition, scope), condition.negated ? not(found) : found, condition.negated))
  const missing = truth.canBeTrue && truth.canBeFalse ? distinct(decisive.flatMap((one) => one.missing)) : []
  return { truth, missing, reasons, traces: all.map((one) => one.trace) }
}

/** Whether the clause is a power for this subject: 可, or 可 当 a condition that holds. */
export function powerOf(clause: Clause, scope: Scope): Conditions {
  const all = kept(scope.run, clause.powers)
  if (all.some(({ when }) => when === null)) return { truth: TRUE, missing: [], reasons: [], traces: [] }
  const judged = all.flatMap(({ when, cites }, at) => {
    if (when === null) return []
    const inPower: Scope = { ...scope, cite: cites[0] ?? scope.cite }
    return [{ when, inPower, ...evaluate(when, inPower, `${clause.id}/power${at + 1}`) }]
  })
  const truth = or(judged.map(({ value }) => asTruth(value)))
  const open = judged.filter(({ value }) => !isDecided(asTruth(value)))
  const decisive = truth.canBeFalse ? (truth.canBeTrue ? open : []) : judged.filter(({ value }) => !asTruth(value).canBeFalse)
  return {
    truth,
    missing: truth.canBeTrue && truth.canBeFalse ? distinct(open.flatMap(({ value }) => value.missing)) : [],
    reasons: decisive.flatMap(({ when, inPower, value }) => reasonsFor(when, inPower, asTruth(value), false)),
    traces: judged.map(({ trace }) => trace),
  }
}

/** A condition that a constraint sets rests on the constraint's sentence. */
function restingOn({ cites }: Condition, scope: Scope): Scope {
  return { ...scope, cite: cites[0] ?? scope.cite }
}

interface Judged {
  readonly condition: Condition
  readonly truth: Truth
  readonly missing: Value['missing']
  readonly trace: Trace
}

function judge(condition: Condition, scope: Scope, path: string): Judged {
  const { value, trace } = evaluate(condition.expr, scope, path)
  const found = asTruth(value)
  return { condition, truth: condition.negated ? not(found) : found, missing: value.missing, trace }
}

/** What decided that `expr` is found as it is: its parts, as deep as 且, 或, 非 and definitions go. */
export function reasonsFor(expr: Expr, scope: Scope, found: Truth, negated: boolean): readonly Reason[] {
  if (expr.kind === 'variadic' && (expr.op === 'and' || expr.op === 'or')) {
    const parts = expr.args.map((arg) => ({ arg, truth: asTruth(evaluate(arg, scope, '').value) }))
    const same = parts.filter(({ truth }) => truth.canBeTrue === found.canBeTrue && truth.canBeFalse === found.canBeFalse)
    return same.flatMap(({ arg, truth }) => reasonsFor(arg, scope, truth, negated))
  }
  if (expr.kind === 'unary' && expr.op === 'not') return reasonsFor(expr.arg, scope, not(found), !negated)
  if (expr.kind === 'definition' && expr.of.kind === 'subject') {
    const definition = definitionOf(scope.run.policy, expr)
    if (definition !== undefined) return reasonsFor(definition.value, { ...scope, cite: definition.cites[0] ?? scope.cite }, found, negated)
  }
  return [atom(expr, scope, found, negated)]
}

function atom(expr: Expr, scope: Scope, found: Truth, negated: boolean): Reason {
  const about = factIn(expr)
  const { value } = evaluate(about ?? expr, scope, '')
  const met = negated ? not(found) : found
  const code = met.canBeTrue && met.canBeFalse ? 'condition-unknown' : met.canBeTrue ? 'condition-met' : value.lacks.includes('not-applicable') ? 'not-applicable' : 'condition-failed'
  const needed = scope.run.label(negated ? negation(expr) : expr)
  return { code, fact: about?.kind === 'field' ? about.field : null, found: decidedText(value), applies: about === null || value.possible !== null, needed, cite: scope.cite }
}

/** The fact that an atom is about: itself, or one of the sides of its comparison. */
function factIn(expr: Expr): Expr | null {
  switch (expr.kind) {
    case 'field':
      return expr
    case 'binary':
      return expr.left.kind === 'field' ? expr.left : expr.right.kind === 'field' ? expr.right : null
    case 'in':
      return expr.value.kind === 'field' ? expr.value : null
    default:
      return null
  }
}
