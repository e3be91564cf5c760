import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { statementId } from '../coverage.ts'
import type { CoverageRow } from '../coverage.ts'
import { finding, placed } from '../finding.ts'
import { statementName } from '../item-names.ts'

/** A passage that two statements rest on: shown at the later one. */
export function sentenceCitedTwice(rows: readonly CoverageRow[]): readonly Diagnostic[] {
  return rows.flatMap(({ segment, doubled }) => doubled.map(({ span, first, second, at }) => {
    const { statement } = first.placed
    const [kind, id] = [statementName(statement.kind), statementId(statement)]
    const quote = segment.text.slice(span.start - segment.start, span.end - segment.start)
    return placed(finding('sentence-cited-twice', at, { sentence: segment.id, other: `${kind.zh} ${id}`, other_en: `${kind.en} ${id}`, quote }), second.file, second.placed.start)
  }))
}
