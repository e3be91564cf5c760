import type { Expr } from '../core/core.ts'
import type { Expression } from '../syntax/tree.ts'
import { resultOf } from '../values/operators.ts'
import type { Type } from '../values/types.ts'
import type { Context, Scope } from './context.ts'
import { infer } from './infer-as.ts'
import { cannotCompute } from './rules/cannot-compute.ts'
import { unknownName } from './rules/unknown-name.ts'
import { fieldOf } from './infer-names.ts'
import { canonical } from './canonical.ts'

/** 的: a share when a ratio stands before it (40% 的 投资额), a fact when a matter does (项目 的 得分). */
export function inferOf(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'of' }, expected: Type | null): Expr | null {
  const left = infer(ctx, scope, tree.left, null)
  if (left === null) return null
  if (left.type.kind === 'matter') return inferFact(ctx, scope, left, left.type.name, tree.right, expected)
  const right = infer(ctx, scope, tree.right, null)
  if (right === null) return null
  const type = left.type.kind === 'ratio' ? resultOf('multiply', [left.type, right.type]) : null
  if (type !== null) return { kind: 'binary', type, op: 'multiply', left, right }
  ctx.findings.push(cannotCompute(tree.span, 'multiply', [left.type, right.type], ctx.symbols))
  return null
}

/** After 的 the names are those of the matter first. */
function inferFact(ctx: Context, scope: Scope, left: Expr, entityName: string, right: Expression, expected: Type | null): Expr | null {
  const entity = ctx.symbols.entities.get(entityName)
  if (entity === undefined) return null
  const inner: Scope = [{ entity, expr: left, item: false }, ...scope]
  if (right.kind !== 'name') return infer(ctx, inner, right, expected)
  const name = canonical(ctx.symbols, right.name.text)
  const field = entity.fields.get(name)
  if (field !== undefined) return fieldOf(ctx, field, left)
  const definition = ctx.symbols.definitions.get(name)?.some((one) => one.entities.includes(entityName)) === true
  if (definition) return infer(ctx, inner, right, expected)
  ctx.findings.push(unknownName(right.name, 'field', entity.fields.keys()))
  return null
}
