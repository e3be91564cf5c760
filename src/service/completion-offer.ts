import type { Span } from '../base/span.ts'
import type { Name } from '../core/core.ts'

/** Something that may be written at the cursor. */
export interface Completion {
  readonly kind: 'keyword' | 'fact' | 'value' | 'type' | 'agency' | 'definition' | 'clause' | 'unit' | 'quotation' | 'reading'
  /** What is written in place of `span`, and shown. */
  readonly text: string
  readonly span: Span
  readonly detail: Name
  /** By what else one may look for it: the other language's spelling. */
  readonly also: string
}

export type Offer = Omit<Completion, 'span'>
