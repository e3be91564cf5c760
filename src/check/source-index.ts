import type { Segment } from '../source/segments.ts'

/** The official text, with what makes a quotation quick to find. */
export interface SourceIndex {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly byId: ReadonlyMap<string, Segment>
  readonly byMeasure: ReadonlyMap<string, readonly Segment[]>
  /** Segments by the first characters of their text. */
  readonly byStart: ReadonlyMap<string, readonly Segment[]>
}

const START_LENGTH = 4

export function indexSource(text: string, segments: readonly Segment[]): SourceIndex {
  const byId = new Map<string, Segment>()
  const byMeasure = new Map<string, Segment[]>()
  const byStart = new Map<string, Segment[]>()
  for (const segment of segments) {
    byId.set(segment.id, segment)
    if (segment.measure !== null) append(byMeasure, segment.measure, segment)
    append(byStart, segment.text.slice(0, START_LENGTH), segment)
  }
  return { text, segments, byId, byMeasure, byStart }
}

function append(map: Map<string, Segment[]>, key: string, segment: Segment): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [segment])
  else list.push(segment)
}

export interface Place {
  readonly sentence: string
  readonly start: number
  readonly end: number
}

/**
 * Where `quote` stands in the official text: in the sentence of that number if it is there, then in a sentence of that measure, then anywhere.
 * Null when it stands nowhere.
 */
export function placeOf(source: SourceIndex, quote: string, id: string, measure: string | null): Place | null {
  if (quote === '') return null
  const own = source.byId.get(id)
  const here = own === undefined ? null : within(own, quote)
  if (here !== null) return here
  for (const segment of (measure === null ? undefined : source.byMeasure.get(measure)) ?? []) {
    const place = within(segment, quote)
    if (place !== null) return place
  }
  for (const segment of source.byStart.get(quote.slice(0, START_LENGTH)) ?? []) {
    if (segment.text.startsWith(quote)) return { sentence: segment.id, start: segment.start, end: segment.start + quote.length }
  }
  const start = source.text.indexOf(quote)
  return start === -1 ? null : { sentence: segmentAt(source.segments, start)?.id ?? '', start, end: start + quote.length }
}

function within(segment: Segment, quote: string): Place | null {
  const at = segment.text.indexOf(quote)
  return at === -1 ? null : { sentence: segment.id, start: segment.start + at, end: segment.start + at + quote.length }
}

/** The segment that `offset` lies in, or the next one after it. */
export function segmentAt(segments: readonly Segment[], offset: number): Segment | undefined {
  let low = 0
  let high = segments.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((segments[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return segments[low]
}
