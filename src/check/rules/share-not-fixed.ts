import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 分担 甲方 比例: who bears how much must be a figure above zero; where it changes, each case says its own. */
export function shareNotFixed(span: Span): Finding {
  return finding('share-not-fixed', span)
}
