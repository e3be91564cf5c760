import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 每年 不超过 1亿元 不足整笔不给予: whole for whom first? Only of money, and in an order, does it say who gets nothing. */
export function wholeWithoutOrder(item: Span): Finding {
  return finding('whole-without-order', item, {})
}
