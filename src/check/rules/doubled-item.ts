import type { Span } from '../../base/span.ts'
import { KEYWORDS } from '../../../grammar/keywords.ts'
import type { KeywordId } from '../../../grammar/keywords.ts'
import { finding, removal } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** Removing one of two changes nothing. */
const SAYS_NOTHING_ELSE: ReadonlySet<KeywordId> = new Set<KeywordId>(['May', 'NoCap', 'InPrinciple'])

/** Something that can be said once is said twice. */
export function doubledItem(span: Span, keyword: KeywordId): Finding {
  const { zh, en } = KEYWORDS[keyword]
  return finding('doubled-item', span, { item: zh.replaceAll(' ', ''), item_en: en }, SAYS_NOTHING_ELSE.has(keyword) ? [removal(span, zh)] : [])
}
