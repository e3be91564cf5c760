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

/** What a statement has looked up in an official text, and what it found: as long as that is there, another text changes nothing for it. */
export interface SourceReads {
  readonly quotes: { readonly quote: string; readonly id: string; readonly measure: string | null; readonly place: Place | null }[]
  readonly measures: { readonly id: string; readonly segments: readonly Segment[] }[]
}

/** Whether all that was read is as it was, in another official text. Of a quotation that was not found, any part of the text may matter. */
export function readsTheSame({ quotes, measures }: SourceReads, source: SourceIndex | null): boolean {
  if (quotes.length === 0 && measures.length === 0) return true
  if (source === null) return false
  return quotes.every(({ quote, id, measure, place }) => place !== null && samePlace(place, placeOf(source, quote, id, measure)))
    && measures.every(({ id, segments }) => sameSegments(segments, source.byMeasure.get(id) ?? []))
}

function samePlace(a: Place, b: Place | null): boolean {
  return b !== null && a.sentence === b.sentence && a.start === b.start && a.end === b.end
}

function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every((one, at) => one.id === b[at]?.id && one.kind === b[at]?.kind && one.start === b[at]?.start && one.text === b[at]?.text)
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
