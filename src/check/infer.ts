import { unreachable } from '../base/invariant.ts'
import type { Expr } from '../core/core.ts'
import type { Expression } from '../syntax/tree.ts'
import { resultOf } from '../values/operators.ts'
import type { Type } from '../values/types.ts'
import type { Context, Scope } from './context.ts'
import { bareNumber, reportMismatch } from './expect.ts'
import { comparison, every, infer, inferAs } from './infer-as.ts'
import { inferAggregate, inferGranted } from './infer-matters.ts'
import { inferMarginal } from './infer-marginal.ts'
import { inferName } from './infer-names.ts'
import { inferOf } from './infer-of.ts'
import { BOOLEAN, DATE, literal, WHOLE } from './literals.ts'
import { cannotCompute } from './rules/cannot-compute.ts'
import { DEEPEST, tooDeep } from './rules/too-deep.ts'

/**
 * The core of an expression, with its type; null when something in it is wrong, which is reported. `expected` directs names and bare
 * numbers where they leave a choice; whether the result fits it is for the caller to check.
 */
export function inferExpression(ctx: Context, scope: Scope, tree: Expression, expected: Type | null): Expr | null {
  if (ctx.nesting.depth >= DEEPEST) {
    ctx.findings.push(tooDeep(tree.span))
    return null
  }
  ctx.nesting.depth += 1
  const expr = dispatch(ctx, scope, tree, expected)
  ctx.nesting.depth -= 1
  return expr
}

function dispatch(ctx: Context, scope: Scope, tree: Expression, expected: Type | null): Expr | null {
  switch (tree.kind) {
    case 'literal':
      return literal(ctx, tree.literal, expected)
    case 'name':
      return inferName(ctx, scope, tree.name, expected)
    case 'today':
      return { kind: 'today', type: DATE }
    case 'in-force-day':
      return { kind: 'in-force-day', type: DATE }
    case 'period-start':
      return { kind: 'period-start', type: DATE }
    case 'period-number':
      return { kind: 'period-number', type: WHOLE }
    case 'unary':
      return inferUnary(ctx, scope, tree)
    case 'binary':
      return inferBinary(ctx, scope, tree, expected)
    case 'of':
      return inferOf(ctx, scope, tree, expected)
    case 'logic': {
      const args = tree.args.map((arg) => inferAs(ctx, scope, arg, BOOLEAN))
      return every(args) ? { kind: 'variadic', type: BOOLEAN, op: tree.op, args } : null
    }
    case 'compare':
      return inferCompare(ctx, scope, tree)
    case 'in':
      return inferIn(ctx, scope, tree)
    case 'extreme':
      return inferExtreme(ctx, scope, tree, expected)
    case 'marginal':
      return inferMarginal(ctx, scope, tree, expected)
    case 'aggregate':
      return inferAggregate(ctx, scope, tree)
    case 'granted':
      return inferGranted(ctx, scope, tree)
    case 'group':
      return infer(ctx, scope, tree.inner, expected)
    case 'broken':
      return null
    default:
      return unreachable(tree)
  }
}

function inferUnary(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'unary' }): Expr | null {
  const arg = tree.op === 'not' ? inferAs(ctx, scope, tree.arg, BOOLEAN) : infer(ctx, scope, tree.arg, null)
  if (arg === null) return null
  const type = resultOf(tree.op, [arg.type])
  if (type !== null) return { kind: 'unary', type, op: tree.op, arg }
  ctx.findings.push(cannotCompute(tree.span, tree.op, [arg.type], ctx.symbols))
  return null
}

function inferBinary(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'binary' }, expected: Type | null): Expr | null {
  const alike = tree.op === 'add' || tree.op === 'subtract' || tree.op === 'whole-steps'
  const left = infer(ctx, scope, tree.left, alike ? expected : null)
  const right = infer(ctx, scope, tree.right, alike && left !== null ? left.type : null)
  if (left === null || right === null) return null
  const type = resultOf(tree.op, [left.type, right.type])
  if (type !== null) return { kind: 'binary', type, op: tree.op, left, right }
  const bare = bareNumber(tree.right)
  if (alike && (bare !== null || left.type.kind === right.type.kind)) reportMismatch(ctx, tree.right.span, bare, left.type, right.type)
  else ctx.findings.push(cannotCompute(tree.span, tree.op, [left.type, right.type], ctx.symbols))
  return null
}

function inferCompare(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'compare' }): Expr | null {
  const left = infer(ctx, scope, tree.left, null)
  const parts: (Expr | null)[] = []
  for (const bound of tree.bounds) {
    const right = infer(ctx, scope, bound.right, left?.type ?? null)
    parts.push(left === null || right === null ? null : comparison(ctx, bound, left, right))
  }
  const [only] = parts
  if (parts.length <= 1) return only ?? null
  return every(parts) ? { kind: 'variadic', type: BOOLEAN, op: 'and', args: parts } : null
}

function inferIn(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'in' }): Expr | null {
  const value = infer(ctx, scope, tree.value, null)
  if (value === null) return null
  const set = tree.set.map((one) => inferAs(ctx, scope, one, value.type))
  if (!every(set)) return null
  const member: Expr = { kind: 'in', type: BOOLEAN, value, set }
  return tree.negated ? { kind: 'unary', type: BOOLEAN, op: 'not', arg: member } : member
}

function inferExtreme(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'extreme' }, expected: Type | null): Expr | null {
  const inferred = tree.args.map((arg) => infer(ctx, scope, arg, expected))
  if (!every(inferred)) return null
  const args: readonly Expr[] = inferred
  const type = resultOf(tree.op, args.map((arg) => arg.type))
  if (type !== null) return { kind: 'variadic', type, op: tree.op, args }
  ctx.findings.push(cannotCompute(tree.span, tree.op, args.map((arg) => arg.type), ctx.symbols))
  return null
}
