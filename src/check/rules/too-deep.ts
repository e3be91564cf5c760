import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** No office writes so; every later step can rely on it. */
export const DEEPEST = 200

export function tooDeep(span: Span): Finding {
  return finding('too-deep', span)
}
