/** A half-open range [start, end) of UTF-16 code units in one text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same range, `by` code units later. */
export function shift(span: Span, by: number): Span {
  return by === 0 ? span : { start: span.start + by, end: span.end + by }
}

/** A place for a person: line and column, both counted from 1; a column counts code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Offsets of the first code unit of each line. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The position of `offset`, by binary search in `starts` (see {@link lineStarts}). */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}
