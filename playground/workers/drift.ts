import type { Span } from '../../src/base/span.ts'
import type { Known } from '../figures/statements.ts'
import { editBetween, moveSpan } from '../state/edits.ts'
import type { Drift, OutlineEntry, SegmentView } from './protocol.ts'
import { inTextOrder } from './reading.ts'
import type { TextView } from './reading.ts'

/**
 * Says of each quotation that the official text has no more what stands in its place now: the sentence with the number that the quotation
 * stood in, of it the part that the quotation was of.
 */
export function withDrift(view: TextView, base: TextView, source: string, baseSource: string): TextView {
  if (view.outline.every((entry) => entry.drifted.length === 0)) return view
  const earlier = new Map(base.known.map((each) => [each.key, each]))
  const outline = view.outline.map((entry): OutlineEntry => ({ ...entry, drifted: entry.drifted.map((drift) => ({ ...drift, now: standsNow(drift, entry, earlier.get(entry.key)) })) }))
  const parted = new Set(outline.flatMap((entry) => entry.drifted.flatMap((drift) => drift.now?.segment ?? [])))
  const keys = new Map(outline.flatMap((entry) => entry.drifted.flatMap((drift) => (drift.now === null ? [] : [[drift.now.segment, entry.key] as const]))))
  const segments = view.segments.map((segment): SegmentView =>
    parted.has(segment.id) ? { ...segment, coverage: 'drifted', statements: [...new Set([...segment.statements, keys.get(segment.id) ?? ''])].filter((key) => key !== '') } : segment)
  return { ...view, outline: inTextOrder(outline, segments), segments }

  function standsNow(drift: Drift, entry: OutlineEntry, known: Known | undefined): Drift['now'] {
    const quote = known?.quotes.find((each) => each.text === drift.quote && each.found !== null)
    const id = quote?.found?.segment ?? entry.id
    const segment = view.segments.find((each) => each.id === id)
    const before = base.segments.find((each) => each.id === id)
    if (segment === undefined) return null
    const span = quote?.found == null || before === undefined ? segment.span : within(quote.found.start, quote.text.length, before.span, segment.span)
    return { text: source.slice(span.start, span.end), span, segment: segment.id }
  }

  /** Where a part of a sentence is after the sentence has changed. */
  function within(start: number, length: number, before: Span, after: Span): Span {
    const change = editBetween('', baseSource.slice(before.start, before.end), source.slice(after.start, after.end))
    const part = moveSpan({ start: start - before.start, end: start - before.start + length }, '', change === null ? [] : [change])
    return { start: after.start + part.start, end: after.start + part.end }
  }
}
