import type { Span } from '../../base/span.ts'
import type { Name } from '../../core/core.ts'
import type { OperatorName } from '../../values/operators.ts'
import type { Type } from '../../values/types.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { typeName, type English } from '../type-names.ts'

const DONE: { readonly [operator in OperatorName]: Name } = {
  not: { zh: '取反', en: 'negated' },
  negate: { zh: '取负数', en: 'made negative' },
  'year-of': { zh: '取所在年', en: 'asked for a year' },
  'year-start': { zh: '取年初', en: 'asked for the start of its year' },
  'month-start': { zh: '取月初', en: 'asked for the start of its month' },
  add: { zh: '相加', en: 'added' },
  subtract: { zh: '相减', en: 'subtracted' },
  multiply: { zh: '相乘', en: 'multiplied' },
  divide: { zh: '相除', en: 'divided' },
  'whole-steps': { zh: '求“每满”的次数', en: 'counted in whole steps' },
  eq: { zh: '相比', en: 'compared' },
  ne: { zh: '相比', en: 'compared' },
  lt: { zh: '比较大小', en: 'put in order' },
  le: { zh: '比较大小', en: 'put in order' },
  gt: { zh: '比较大小', en: 'put in order' },
  ge: { zh: '比较大小', en: 'put in order' },
  and: { zh: '用“且”连接', en: 'joined by “and”' },
  or: { zh: '用“或”连接', en: 'joined by “or”' },
  min: { zh: '取孰低', en: 'compared for the lower' },
  max: { zh: '取孰高', en: 'compared for the higher' },
}

/** 金额与金额不能相乘: the operation has no meaning for these operands. */
export function cannotCompute(span: Span, operator: OperatorName, operands: readonly Type[], english: English): Finding {
  const names = operands.map((type) => typeName(type, english))
  const done = DONE[operator]
  return finding('cannot-compute', span, {
    operands: names.map((name) => name.zh).join('与'), operands_en: names.map((name) => name.en).join(' and '),
    operation: done.zh, operation_en: done.en,
  })
}
