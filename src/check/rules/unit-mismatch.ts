import type { Span } from '../../base/span.ts'
import type { Name } from '../../core/core.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 3项 where 人 are counted. */
export function unitMismatch(span: Span, expected: Name, found: Name): Finding {
  return finding('unit-mismatch', span, { expected: expected.zh, expected_en: expected.en, found: found.zh, found_en: found.en })
}
