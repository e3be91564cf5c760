import type { BinaryOperator, Expr } from './core.ts'

const OPPOSITES: { readonly [op in BinaryOperator]?: BinaryOperator } = { eq: 'ne', ne: 'eq', lt: 'ge', ge: 'lt', le: 'gt', gt: 'le' }

/** What holds where `expr` does not: 不为 for 为, 不满 for 以上; what is denied twice is not denied. */
export function negation(expr: Expr): Expr {
  if (expr.kind === 'unary' && expr.op === 'not') return expr.arg
  const opposite = expr.kind === 'binary' ? OPPOSITES[expr.op] : undefined
  return expr.kind === 'binary' && opposite !== undefined ? { ...expr, op: opposite } : { kind: 'unary', type: expr.type, op: 'not', arg: expr }
}
