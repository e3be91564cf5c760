import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 分别, but a value of the enumeration has no outcome. */
export function caseMissing(span: Span, name: string): Finding {
  return finding('case-missing', span, { name })
}
