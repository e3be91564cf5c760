import type { Span } from '../../src/base/span.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import { moveSpan } from '../state/edits.ts'
import type { Texts } from '../state/catalogue.ts'

/** A stretch of a file that the editor shows. */
export interface Part {
  readonly file: string
  readonly span: Span
}

/** What stands between two parts on the screen; it belongs to no file. */
const BETWEEN = '\n\n'

export function textOf(parts: readonly Part[], texts: Texts): string {
  return parts.map(({ file, span }) => (texts[file] ?? '').slice(span.start, span.end)).join(BETWEEN)
}

/** Where a part starts on the screen. */
function startOf(parts: readonly Part[], index: number): number {
  return parts.slice(0, index).reduce((sum, { span }) => sum + span.end - span.start + BETWEEN.length, 0)
}

/** A range on the screen as one of a file; null where it is not within one part. */
export function toFile(parts: readonly Part[], range: Span): Part | null {
  for (const [index, { file, span }] of parts.entries()) {
    const start = startOf(parts, index)
    const end = start + span.end - span.start
    if (range.start < start || range.end > end) continue
    return { file, span: { start: range.start - start + span.start, end: range.end - start + span.start } }
  }
  return null
}

/** A range of a file on the screen; null where it is not shown. */
export function toScreen(parts: readonly Part[], { file, span }: Part): Span | null {
  for (const [index, part] of parts.entries()) {
    if (part.file !== file || span.start < part.span.start || span.end > part.span.end) continue
    const by = startOf(parts, index) - part.span.start
    return { start: span.start + by, end: span.end + by }
  }
  return null
}

/** The parts after edits, whose spans are of the texts before: what is written at the edge of a part is in it. */
export function movedParts(parts: readonly Part[], edits: readonly Edit[]): readonly Part[] {
  return parts.map(({ file, span }) => ({ file, span: moveSpan(span, file, edits) }))
}
