import type { Expr, RowKey } from '../../core/core.ts'
import type { Bound, RowKey as RowKeyTree } from '../../syntax/tree.ts'
import type { Context, Scope } from '../context.ts'
import { BOOLEAN } from '../literals.ts'
import { comparison, every, infer, inferAs } from '../infer-as.ts'
import { typeMismatch } from '../rules/type-mismatch.ts'
import type { Type } from '../../values/types.ts'

/** The key of a row, of type `type`; null when something in it is wrong, reported. */
export function rowKey(ctx: Context, scope: Scope, tree: RowKeyTree, type: Type): RowKey | null {
  switch (tree.kind) {
    case 'otherwise':
      return { kind: 'otherwise' }
    case 'values': {
      const values = tree.values.map((value) => inferAs(ctx, scope, value, type))
      return every(values) ? { kind: 'values', values } : null
    }
    case 'interval':
      return interval(ctx, scope, tree.bounds, type)
  }
}

function interval(ctx: Context, scope: Scope, bounds: readonly Bound[], type: Type): RowKey | null {
  let low: { value: Expr; closed: boolean } | null = null
  let high: { value: Expr; closed: boolean } | null = null
  const subject: Expr = { kind: 'literal', type, value: '' }
  for (const bound of bounds) {
    const value = infer(ctx, scope, bound.right, type)
    if (value === null || comparison(ctx, bound, subject, value) === null) return null
    const end = { value, closed: bound.op === 'ge' || bound.op === 'le' || bound.op === 'eq' }
    if (bound.op === 'ge' || bound.op === 'gt' || bound.op === 'eq') low = end
    if (bound.op === 'le' || bound.op === 'lt' || bound.op === 'eq') high = end
    if (bound.op === 'ne') {
      ctx.findings.push(typeMismatch(bound.span, type, BOOLEAN, ctx.symbols))
      return null
    }
  }
  return { kind: 'interval', low, high }
}

/** When `of` falls in the row; null for the row of all else. */
export function rowCondition(key: RowKey, of: Expr): Expr | null {
  switch (key.kind) {
    case 'otherwise':
      return null
    case 'values': {
      const [only, second] = key.values
      if (only !== undefined && second === undefined) return { kind: 'binary', type: BOOLEAN, op: 'eq', left: of, right: only }
      return { kind: 'in', type: BOOLEAN, value: of, set: key.values }
    }
    case 'interval': {
      const parts: Expr[] = []
      if (key.low !== null) parts.push({ kind: 'binary', type: BOOLEAN, op: key.low.closed ? 'ge' : 'gt', left: of, right: key.low.value })
      if (key.high !== null) parts.push({ kind: 'binary', type: BOOLEAN, op: key.high.closed ? 'le' : 'lt', left: of, right: key.high.value })
      const [only, second] = parts
      return only !== undefined && second === undefined ? only : { kind: 'variadic', type: BOOLEAN, op: 'and', args: parts }
    }
  }
}
