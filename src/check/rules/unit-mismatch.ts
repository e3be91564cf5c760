import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 3项 where 人 are counted. */
export function unitMismatch(span: Span, expected: string, found: string): Finding {
  return finding('unit-mismatch', span, { expected, found })
}
