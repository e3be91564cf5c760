import type { Span } from '../../base/span.ts'
import type { Expr } from '../../core/core.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { restsOn } from './repayment-without-granted.ts'

const EVENTS: ReadonlySet<Expr['kind']> = new Set(['field', 'definition', 'aggregate'])

/** 退回 已领 条款 2 and no 当: every recipient would have to pay everything back at once; null when a condition or a fact says when. */
export function repaymentWithoutEvent(span: Span, amount: Expr, conditional: boolean): Finding | null {
  return conditional || restsOn(amount, EVENTS) ? null : finding('repayment-without-event', span)
}
