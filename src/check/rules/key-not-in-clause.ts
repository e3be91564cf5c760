import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 同一 地块 的 条款 3.1, and what 3.1 is about has no 地块. */
export function keyNotInClause(span: Span, id: string, name: string): Finding {
  return finding('key-not-in-clause', span, { id, name })
}
