import type { Expr } from '../core/core.ts'
import type { Expression } from '../syntax/tree.ts'
import { fits, resultOf } from '../values/operators.ts'
import type { Type } from '../values/types.ts'
import type { Context, Scope } from './context.ts'
import { bareNumber, checked, reportMismatch } from './expect.ts'
import { BOOLEAN } from './literals.ts'
import { cannotCompute } from './rules/cannot-compute.ts'

/** See `inferExpression`. */
export function infer(ctx: Context, scope: Scope, tree: Expression, expected: Type | null): Expr | null {
  return ctx.infer(ctx, scope, tree, expected)
}

/** As {@link infer}, and the result fits `expected`. */
export function inferAs(ctx: Context, scope: Scope, tree: Expression, expected: Type): Expr | null {
  return checked(ctx, tree, ctx.infer(ctx, scope, tree, expected), expected)
}

/** As {@link infer}; what is wrong is not reported, nor counted as a use. */
export function inferQuietly(ctx: Context, scope: Scope, tree: Expression, expected: Type | null): Expr | null {
  const quiet: Context = { symbols: ctx.symbols, types: ctx.types, findings: [], uses: new Set(), infer: ctx.infer, nesting: ctx.nesting }
  const expr = ctx.infer(quiet, scope, tree, expected)
  if (expr !== null) for (const use of quiet.uses) ctx.uses.add(use)
  return expr
}

export function every(values: readonly (Expr | null)[]): values is readonly Expr[] {
  return !values.includes(null)
}

interface ComparedWith {
  readonly op: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'
  readonly right: Expression
}

/** `left` compared with `right`, which is the bound's; null when they do not compare, reported. */
export function comparison(ctx: Context, bound: ComparedWith, left: Expr, right: Expr): Expr | null {
  if (resultOf(bound.op, [left.type, right.type]) !== null) return { kind: 'binary', type: BOOLEAN, op: bound.op, left, right }
  if (fits(right.type, left.type)) ctx.findings.push(cannotCompute(bound.right.span, bound.op, [left.type, right.type], ctx.symbols))
  else reportMismatch(ctx, bound.right.span, bareNumber(bound.right), left.type, right.type)
  return null
}
