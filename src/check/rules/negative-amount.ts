import type { Expression } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 给予 −20万元; null when the amount has no sign. */
export function negativeAmount(tree: Expression): Finding | null {
  if (tree.kind === 'group') return negativeAmount(tree.inner)
  const negative = (tree.kind === 'unary' && tree.op === 'negate') || (tree.kind === 'literal' && tree.literal.kind === 'money' && tree.literal.value.startsWith('-'))
  return negative ? finding('negative-amount', tree.span) : null
}
