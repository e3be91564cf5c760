import type { Figure, Place } from '../workers/protocol.ts'
import type { Texts } from './catalogue.ts'

/**
 * The figures of an answer, with those that are being typed anew: where all digits of a place are deleted, the figure keeps its places until
 * there are digits again, so that the sentence follows. The places of `before` are those of the text that the answer is about.
 */
export function withRetyped(before: readonly Figure[], answer: readonly Figure[], texts: Texts): readonly Figure[] {
  const open = before.filter(({ places }) => places.length > 1 && places.some((place) => isEmptied(texts, place)))
  if (open.length === 0) return answer
  const ofOpen = new Map(open.flatMap((figure) => figure.places.map((place) => [spotOf(place), figure] as const)))
  const kept = new Set<Figure>()
  const figures = answer.flatMap((figure): Figure[] => {
    const [typed] = figure.places.flatMap((place) => ofOpen.get(spotOf(place)) ?? [])
    if (typed === undefined) return [figure]
    if (kept.has(typed)) return []
    kept.add(typed)
    return [typed]
  })
  return [...figures, ...open.filter((figure) => !kept.has(figure))]
}

const isEmptied = (texts: Texts, { file, span, unit }: Place): boolean => (texts[file] ?? '').slice(span.start, span.end).trim() === unit
const spotOf = ({ file, span }: Place): string => `${file} ${span.start}`
