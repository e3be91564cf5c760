import type { Expr } from '../core/core.ts'
import type { Expression } from '../syntax/tree.ts'
import { resultOf } from '../values/operators.ts'
import type { Type } from '../values/types.ts'
import type { Context, Scope } from './context.ts'
import { infer, inferAs } from './infer-as.ts'
import { cannotCompute } from './rules/cannot-compute.ts'

/** 投资额 分段 不超过 A 的部分 1% 超过 的部分 2%: each part of the base times its rate. */
export function inferMarginal(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'marginal' }, expected: Type | null): Expr | null {
  const base = infer(ctx, scope, tree.base, expected)
  if (base === null) return null
  let type: Type | null = null
  let whole = true
  const parts: { upTo: Expr | null; rate: Expr }[] = []
  for (const part of tree.parts) {
    const upTo = part.upTo === null ? null : inferAs(ctx, scope, part.upTo, base.type)
    const rate = infer(ctx, scope, part.rate, null)
    if (rate === null || (part.upTo !== null && upTo === null)) {
      whole = false
      continue
    }
    const product: Type | null = resultOf('multiply', [base.type, rate.type])
    if (product === null || (type !== null && resultOf('add', [type, product]) === null)) {
      ctx.findings.push(cannotCompute(part.rate.span, 'multiply', [base.type, rate.type], ctx.symbols))
      whole = false
      continue
    }
    type = product
    parts.push({ upTo, rate })
  }
  return whole && type !== null ? { kind: 'marginal', type, base, parts } : null
}
