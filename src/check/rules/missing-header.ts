import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { KEYWORDS } from '../../../grammar/keywords.ts'

const EXAMPLES = {
  Policy: { zh: '政策 名称 (name)', en: 'policy name (名称)' },
  Applicant: { zh: '申请人 企业 (enterprise)', en: 'applicant enterprise (企业)' },
} as const

/** A statement that every policy has. Reported at the start of the first file. */
export function missingHeader(part: keyof typeof EXAMPLES, file: string): Diagnostic {
  const { zh, en } = KEYWORDS[part]
  return { code: 'missing-header', file, span: { start: 0, end: 0 }, facts: { part: zh, part_en: en, example: EXAMPLES[part].zh, example_en: EXAMPLES[part].en }, fixes: [] }
}
