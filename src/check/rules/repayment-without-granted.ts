import type { Span } from '../../base/span.ts'
import { partsOf } from '../../core/expressions-of.ts'
import type { Expr } from '../../core/core.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

const RESTS_ON_A_CASE: ReadonlySet<Expr['kind']> = new Set(['granted', 'field', 'definition', 'aggregate', 'lookup'])

/** 退回 20万元: whatever was received. What is paid back is a part of what was granted, or an amount that the case itself gives; null when it is. */
export function repaymentWithoutGranted(span: Span, amount: Expr): Finding | null {
  return restsOn(amount, RESTS_ON_A_CASE) ? null : finding('repayment-without-granted', span)
}

/** Whether an expression of one of these kinds is part of it. */
export function restsOn(expr: Expr, kinds: ReadonlySet<Expr['kind']>): boolean {
  return kinds.has(expr.kind) || partsOf(expr).some((part) => part !== null && restsOn(part, kinds))
}
