import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import { SOURCE_FILE } from './source-file.ts'
import type { Texts } from './catalogue.ts'
import { moveSpan } from './edits.ts'
import type { Drift, Evaluation, Figure, Place } from '../workers/protocol.ts'

/** An answer whose spans are where they are after edits, until the worker has answered for the new text. */
export function moved(evaluation: Evaluation, texts: Texts, edits: readonly Edit[]): Evaluation {
  const place = (each: Place): Place => {
    const span = moveSpan(each.span, each.file, edits)
    const written = /^([\d,]+(?:\.\d+)?)\s*(.*)$/s.exec((texts[each.file] ?? '').slice(span.start, span.end))
    return written === null ? { ...each, span } : { ...each, span, digits: (written[1] ?? '').replaceAll(',', ''), unit: written[2] ?? each.unit }
  }
  const figure = (each: Figure): Figure => {
    const places = each.places.map(place)
    const shown = places.find(({ role }) => role === 'source') ?? places.find(({ role }) => role === 'quote') ?? places[0]
    const source = each.source === null ? null : moveSpan(each.source, SOURCE_FILE, edits)
    return { ...each, places, source, digits: shown?.digits ?? each.digits, unit: shown?.unit ?? each.unit }
  }
  return {
    ...evaluation,
    texts,
    outline: evaluation.outline.map((each) => ({ ...each, span: moveSpan(each.span, each.file, edits), drifted: each.drifted.map((drift) => movedDrift(drift, each.file, edits)) })),
    segments: evaluation.segments.map((each) => ({ ...each, span: moveSpan(each.span, SOURCE_FILE, edits) })),
    figures: evaluation.figures.map(figure),
    findings: evaluation.findings.map((each) => ({ ...each, span: moveSpan(each.span, each.file, edits) })),
  }
}

function movedDrift(drift: Drift, file: string, edits: readonly Edit[]): Drift {
  const now = drift.now === null ? null : { ...drift.now, span: moveSpan(drift.now.span, SOURCE_FILE, edits) }
  return { ...drift, span: moveSpan(drift.span, file, edits), now }
}
