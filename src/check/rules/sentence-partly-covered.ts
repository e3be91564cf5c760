import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { CoverageRow } from '../coverage.ts'

/** A part of a cited sentence that no quotation reaches. Shown in the official text itself. */
export function sentencePartlyCovered(rows: readonly CoverageRow[], file: string): readonly Diagnostic[] {
  return rows.filter((row) => row.standing === 'partly-covered').flatMap(({ segment, uncovered }) => uncovered.map((span): Diagnostic => ({
    code: 'sentence-partly-covered', file, span, facts: { sentence: segment.id, quote: segment.text.slice(span.start - segment.start, span.end - segment.start) }, fixes: [],
  })))
}
