import { markOf } from './marks.ts'
import type { Segment } from './segments.ts'

export interface FoundQuote {
  readonly segment: Segment
  /** In the official text. */
  readonly start: number
  readonly end: number
  /** The quote is the whole segment, with or without its number. */
  readonly whole: boolean
}

/** Every place where `quote` stands within one segment, in the order of the text. Blanks at its ends do not count; an empty quote stands nowhere. */
export function findQuote(segments: readonly Segment[], quote: string): readonly FoundQuote[] {
  const wanted = quote.trim()
  if (wanted === '') return []
  const found: FoundQuote[] = []
  for (const segment of segments) {
    for (let at = segment.text.indexOf(wanted); at !== -1; at = segment.text.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length
      const whole = end === segment.text.length && at <= (markOf(segment.text)?.length ?? 0)
      found.push({ segment, start: segment.start + at, end: segment.start + end, whole })
    }
  }
  return found
}
