import type { Expr } from '../../core/core.ts'
import type { Expression } from '../../syntax/tree.ts'
import type { Context, Scope } from '../context.ts'
import { inferAs } from '../infer-as.ts'
import { MONEY } from '../literals.ts'
import { negativeAmount } from '../rules/negative-amount.ts'

/** An amount of money that is due or is a limit. */
export function amount(ctx: Context, scope: Scope, tree: Expression): Expr | null {
  const negative = negativeAmount(tree)
  if (negative !== null) {
    ctx.findings.push(negative)
    return null
  }
  return inferAs(ctx, scope, tree, MONEY)
}
