import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Texts } from '../state/catalogue.ts'
import type { Figure, Place } from '../workers/protocol.ts'
import { numbersIn } from './number.ts'
import { figureEdits } from './write.ts'

/**
 * A quotation that is brought up to its sentence brings the numbers that it states with it: the literals that encode them follow. Where the
 * sentence has other numbers than the quotation had, or more or fewer, nobody can say which is which, and the literals stay.
 */
export function followQuotation(figures: readonly Figure[], texts: Texts, edit: Edit): readonly Edit[] {
  const quoted = new Map(figures.flatMap((figure) => figure.places.filter((place) => isWithin(place, edit)).map((place) => [place.span.start, figure] as const)))
  if (quoted.size === 0) return [edit]
  const units = figures.map(({ unit }) => unit).filter((unit) => unit !== '')
  const before = numbersIn((texts[edit.file] ?? '').slice(edit.span.start, edit.span.end), units)
  const after = numbersIn(edit.text, units)
  if (before.length !== after.length || before.some(({ kind }, at) => kind !== after[at]?.kind)) return [edit]
  const literals = before.flatMap((number, at): readonly Edit[] => {
    const [figure, now] = [quoted.get(edit.span.start + number.span.start), after[at]]
    if (figure === undefined || now === undefined || now.value === number.value) return []
    return figureEdits(texts, { ...figure, unit: now.unit, places: figure.places.filter(({ role }) => role === 'literal') }, now.digits)
  })
  return [edit, ...literals]
}

/** The edits of a quick fix, each with what it brings with it. */
export function fixEdits(figures: readonly Figure[], texts: Texts, edits: readonly Edit[]): readonly Edit[] {
  return edits.flatMap((each) => followQuotation(figures, texts, each))
}

function isWithin({ role, file, span }: Place, edit: Edit): boolean {
  return role === 'quote' && file === edit.file && edit.span.start <= span.start && span.end <= edit.span.end
}
