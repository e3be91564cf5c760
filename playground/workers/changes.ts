import { compare, rationalFromText, ZERO } from '../../src/values/rational.ts'
import { figureText } from '../figures/figure-text.ts'
import type { Known } from '../figures/statements.ts'
import type { Changes, ChangedFigure, Figure, Place } from './protocol.ts'
import { textOf } from './reading.ts'
import type { TextView } from './reading.ts'

/** Statements that carry the policy's meaning: a change of an example or of a claim is not a change of the policy. */
const MEANING: ReadonlySet<string> = new Set(['clause', 'constraint', 'direction', 'commencement', 'parameter', 'table', 'definition', 'measure'])

const worth = (figure: Figure): string => `${figure.kind} ${figure.value}`
const short = (known: Known): string => known.key.split(' ').slice(1).join(' ')

/** What differs between two texts: figures by their value, and statements that differ in more than figures. */
export function changesBetween(before: TextView, after: TextView): Changes {
  const earlier = new Map(before.known.filter(carries).map((each) => [each.key, each]))
  const later = new Map(after.known.filter(carries).map((each) => [each.key, each]))
  const statements: string[] = []
  const reworded: string[] = []
  const alike = new Set<string>()
  for (const [key, known] of later) {
    const other = earlier.get(key)
    if (other === undefined) continue
    if (textOf(known) === textOf(other) || masked(known, placesIn(after)) === masked(other, placesIn(before))) alike.add(key)
    else if (masked(known, literalsAndQuotes(known, after)) === masked(other, literalsAndQuotes(other, before))) {
      // Only the sentence says it in other words: its figures are told as such.
      alike.add(key)
      reworded.push(short(known))
    } else statements.push(short(known))
  }
  const old = new Map(before.figures.map((each) => [each.id, each]))
  const figures = after.figures.flatMap((figure): ChangedFigure[] => {
    const other = alike.has(figure.statement) ? old.get(figure.id) : undefined
    if (other === undefined || worth(other) === worth(figure)) return []
    const rises = compare(rationalFromText(figure.value) ?? ZERO, rationalFromText(other.value) ?? ZERO) > 0
    return [{ figure: figure.id, clause: figure.clause ?? null, before: figureText(other), after: figureText(figure), rises }]
  })
  return {
    figures, statements,
    drifted: [...new Set([...after.outline.filter((each) => each.drifted.length > 0).map((each) => each.id ?? each.name.zh), ...reworded])],
    added: [...later].filter(([key]) => !earlier.has(key)).map(([, known]) => short(known)),
    removed: [...earlier].filter(([key]) => !later.has(key)).map(([, known]) => short(known)),
  }
}

function carries(known: Known): boolean {
  return MEANING.has(known.placed.statement.kind)
}

const placed = new WeakMap<TextView, readonly Place[]>()

/** The places of all figures in the code, the last ones of a file first. */
function placesIn(view: TextView): readonly Place[] {
  const known = placed.get(view)
  if (known !== undefined) return known
  const places = view.figures.flatMap((figure) => figure.places).filter((place) => place.role !== 'source').sort((a, b) => b.span.start - a.span.start)
  placed.set(view, places)
  return places
}

/** The figures of the code and whole quotations, the last ones of the file first. */
function literalsAndQuotes({ file, quotes }: Known, view: TextView): readonly Pick<Place, 'file' | 'span'>[] {
  const literals = placesIn(view).filter(({ role }) => role === 'literal')
  return [...literals, ...quotes.map(({ span }) => ({ file, span }))].sort((a, b) => b.span.start - a.span.start)
}

/** A statement's text with its figures left out, so that two that differ in figures alone are the same. */
function masked(known: Known, places: readonly Pick<Place, 'file' | 'span'>[]): string {
  const { start, statement } = known.placed
  let text = textOf(known)
  for (const { file, span } of places) {
    if (file === known.file && span.start >= start && span.end <= start + statement.span.end) text = `${text.slice(0, span.start - start)}\u0000${text.slice(span.end - start)}`
  }
  return text.replace(/\s+/g, ' ').trim()
}
