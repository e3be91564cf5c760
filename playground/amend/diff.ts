/** A piece of two texts: in both, in the first only, or in the second only. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Numbers with their unit, words of letters, and single characters: what a reader sees as one thing is changed as one. */
const TOKEN = /\d[\d,.]*\s*(?:[%％‰]|[万亿]?元|个月|[年月日天项家人名次件户篇台])?|[A-Za-z_]+|[^]/gu

/** Texts longer than this are told apart as wholes between their common ends. */
const MOST_TOKENS = 1500

const tokens = (text: string): readonly string[] => text.match(TOKEN) ?? []

/** The pieces of two texts, in their order, as few as there are. */
export function diff(before: string, after: string): readonly Piece[] {
  const [a, b] = [tokens(before), tokens(after)]
  if (a.length > MOST_TOKENS || b.length > MOST_TOKENS) return merged([{ kind: 'gone', text: before }, { kind: 'new', text: after }])
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = a[i] === b[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) {
      pieces.push({ kind: 'gone', text: a[i] ?? '' })
      i += 1
    } else {
      pieces.push({ kind: 'new', text: b[j] ?? '' })
      j += 1
    }
  }
  return merged(pieces)
}

/** Neighbours of one kind become one piece; of a replaced stretch what is gone comes first. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  let gone = ''
  let added = ''
  const flush = (): void => {
    if (gone !== '') result.push({ kind: 'gone', text: gone })
    if (added !== '') result.push({ kind: 'new', text: added })
    gone = ''
    added = ''
  }
  for (const piece of pieces) {
    if (piece.kind === 'gone') gone += piece.text
    else if (piece.kind === 'new') added += piece.text
    else {
      flush()
      const last = result.at(-1)
      if (last?.kind === 'same') result[result.length - 1] = { kind: 'same', text: last.text + piece.text }
      else result.push(piece)
    }
  }
  flush()
  return result.filter((piece) => piece.text !== '')
}
