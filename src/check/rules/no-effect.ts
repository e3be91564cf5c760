import type { ReadingRef } from '../../core/core.ts'
import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** Under some choice of readings (or at all) nothing follows from the clause. */
export function noEffect(span: Span, id: string, choice: readonly ReadingRef[]): Finding {
  return finding('no-effect', span, { id, ...choiceFacts(choice) })
}

export function choiceFacts(choice: readonly ReadingRef[]): { readonly case: string; readonly case_en: string } {
  if (choice.length === 0) return { case: '', case_en: '' }
  const refs = choice.map((ref) => `${ref.ambiguity} ${ref.reading}`)
  return { case: `在解读 ${refs.join('、')} 下`, case_en: ` under the reading ${refs.join(', ')}` }
}
