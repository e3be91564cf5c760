import type { Word } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 条款 2.1，5.1 合计 … 不减 3.1: what the sum does not hold cannot be spared. */
export function sparedNotCovered(clause: Word): Finding {
  return finding('spared-not-covered', clause.span, { id: clause.text })
}
