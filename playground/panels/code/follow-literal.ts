import type { Edit } from '../../../src/diagnostics/diagnostic.ts'
import { figureEdits } from '../../figures/write.ts'
import { valueOf } from '../../figures/number.ts'
import type { Texts } from '../../state/catalogue.ts'
import type { Figure, Place } from '../../workers/protocol.ts'

/**
 * An edit that changes the digits of a literal, of its quotation or of its number in the official text changes the figure: the other
 * places follow in the same step. Any other edit is returned as it is.
 */
export function followLiteral(figures: readonly Figure[], texts: Texts, edit: Edit): readonly Edit[] {
  for (const figure of figures) {
    const place = figure.places.find((each) => holds(each, edit))
    if (place === undefined || figure.places.length < 2) continue
    const written = edited(texts, place, edit)
    const match = /^([\d,]+(?:\.\d+)?)(\s*)(.*)$/s.exec(written)
    if (match === null || match[3] !== place.unit) return [edit]
    const digits = (match[1] ?? '').replaceAll(',', '')
    const value = valueOf(digits, place.unit)
    if (value === null) return [edit]
    // Told in the literal's own unit; each place spells it in its own.
    const others = figureEdits(texts, { ...figure, unit: place.unit }, digits).filter((each) => each.file !== place.file || each.span.start !== place.span.start)
    return [edit, ...others]
  }
  return [edit]
}

function holds(place: Place, edit: Edit): boolean {
  return place.file === edit.file && edit.span.start >= place.span.start && edit.span.end <= place.span.end
}

function edited(texts: Texts, place: Place, edit: Edit): string {
  const text = texts[place.file] ?? ''
  return text.slice(place.span.start, edit.span.start) + edit.text + text.slice(edit.span.end, place.span.end)
}
