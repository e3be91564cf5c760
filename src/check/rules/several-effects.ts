import type { ReadingRef } from '../../core/core.ts'
import type { Span } from '../../base/span.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { choiceFacts } from './no-effect.ts'

/** Two outcomes at once under some choice of readings. `second` is the outcome that is too many. */
export function severalEffects(second: Span, id: string, choice: readonly ReadingRef[]): Finding {
  return finding('several-effects', second, { id, ...choiceFacts(choice) })
}
