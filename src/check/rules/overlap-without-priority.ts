import type { Span } from '../../base/span.ts'
import type { Name } from '../../core/core.ts'
import { finding, insertion } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** Two outcomes that can both apply, and nothing says which comes first. There is no order of lines. */
export function overlapWithoutPriority(span: Span, first: Name, second: Name, insertAt: number | null): Finding {
  const fixes = insertAt === null ? [] : [insertion(insertAt, `\n  优先顺序 ${first.zh}，${second.zh}`)]
  return finding('overlap-without-priority', span, { first: first.zh, first_en: first.en, second: second.zh, second_en: second.en }, fixes)
}
