import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { CoverageRow } from '../coverage.ts'

/** A piece of the official text that nothing cites. Shown in the official text itself. */
export function sentenceUncovered(rows: readonly CoverageRow[], file: string): readonly Diagnostic[] {
  return rows.filter((row) => row.standing === 'uncovered').map(({ segment }) => ({
    code: 'sentence-uncovered', file, span: { start: segment.start, end: segment.end }, facts: { sentence: segment.id, quote: segment.text }, fixes: [],
  }))
}
