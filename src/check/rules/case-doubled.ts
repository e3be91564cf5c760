import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 分别, but a value has two outcomes. */
export function caseDoubled(span: Span, name: string): Finding {
  return finding('case-doubled', span, { name })
}
