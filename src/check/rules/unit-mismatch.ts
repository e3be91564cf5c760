import type { Span } from '../../base/span.ts'
import type { Name } from '../../core/core.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 50万 where money is meant: the sum was meant in 万元. */
const SUMS: ReadonlySet<string> = new Set(['万', '亿'])

/** 3项 where 人 are counted. */
export function unitMismatch(span: Span, wanted: Name, found: Name): Finding {
  const expected = wanted.zh === '元' && SUMS.has(found.zh) ? { zh: `${found.zh}元`, en: `${found.zh}元` } : wanted
  return finding('unit-mismatch', span, { expected: expected.zh, expected_en: expected.en, found: found.zh, found_en: found.en })
}
