import type { Span } from '../../base/span.ts'
import { KEYWORDS } from '../../../grammar/keywords.ts'
import { finding, removal } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 不设最高额 in a clause that limits its amount. */
export function capDenied(span: Span): Finding {
  return finding('cap-denied', span, {}, [removal(span, KEYWORDS.NoCap.zh)])
}
