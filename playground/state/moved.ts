import type { Span } from '../../src/base/span.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import { SOURCE_FILE } from './source-file.ts'
import type { Texts } from './catalogue.ts'
import { moveSpan } from './edits.ts'
import type { Drift, Evaluation, Figure, Place } from '../workers/protocol.ts'

/** An answer whose spans are where they are after edits, until the worker has answered for the new text. What does not move stays the same object. */
export function moved(evaluation: Evaluation, texts: Texts, edits: readonly Edit[]): Evaluation {
  const spanOf = (span: Span, file: string): Span => {
    const now = moveSpan(span, file, edits)
    return now.start === span.start && now.end === span.end ? span : now
  }
  const place = (each: Place): Place => {
    const span = spanOf(each.span, each.file)
    const written = /^([\d,]+(?:\.\d+)?)\s*(.*)$/s.exec((texts[each.file] ?? '').slice(span.start, span.end))
    const [digits, unit] = written === null ? [each.digits, each.unit] : [(written[1] ?? '').replaceAll(',', ''), written[2] ?? each.unit]
    return changed(each, { span, digits, unit })
  }
  const figure = (each: Figure): Figure => {
    const places = sameList(each.places, each.places.map(place))
    const shown = places.find(({ role }) => role === 'source') ?? places.find(({ role }) => role === 'quote') ?? places[0]
    const source = each.source === null ? null : spanOf(each.source, SOURCE_FILE)
    return changed(each, { places, source, digits: shown?.digits ?? each.digits, unit: shown?.unit ?? each.unit })
  }
  const drift = (each: Drift, file: string): Drift => changed(each, { span: spanOf(each.span, file), now: each.now === null ? null : changed(each.now, { span: spanOf(each.now.span, SOURCE_FILE) }) })
  return {
    ...evaluation,
    texts,
    outline: sameList(evaluation.outline, evaluation.outline.map((each) => changed(each, { span: spanOf(each.span, each.file), drifted: sameList(each.drifted, each.drifted.map((one) => drift(one, each.file))) }))),
    segments: sameList(evaluation.segments, evaluation.segments.map((each) => changed(each, { span: spanOf(each.span, SOURCE_FILE) }))),
    figures: sameList(evaluation.figures, evaluation.figures.map(figure)),
    findings: sameList(evaluation.findings, evaluation.findings.map((each) => changed(each, { span: spanOf(each.span, each.file) }))),
  }
}

/** The very object where nothing differs. */
function changed<T extends object>(before: T, now: Partial<T>): T {
  return (Object.keys(now) as (keyof T)[]).every((key) => Object.is(before[key], now[key])) ? before : { ...before, ...now }
}

function sameList<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  return now.every((each, at) => each === before[at]) ? before : now
}
