import type { Span } from '../../base/span.ts'
import { finding, removal } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 分别, but a value has two outcomes. `row` is the second one. */
export function caseDoubled(span: Span, name: string, row: Span): Finding {
  return finding('case-doubled', span, { name }, [removal(row, name)])
}
