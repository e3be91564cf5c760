/** A piece of two texts: in both, in the first only, or in the second only. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Numbers with their unit, words of letters, and single characters: what a reader sees as one thing is changed as one. */
const TOKEN = /\d[\d,.]*\s*(?:[%％‰]|[万亿]?元|个月|[年月日天项家人名次件户篇台])?|[A-Za-z_]+|[^]/gu
/** Texts with more tokens are not told apart within. */
const MOST_TOKENS = 1500
/** What stays between two changes, so short, is taken into them: a rewritten phrase reads better as a whole. */
const SHORT = 3

const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? []

/** The longest common subsequence of two lists, as steps through both. */
export function align<T>(before: readonly T[], after: readonly T[]): readonly ({ readonly kind: 'same' | 'gone'; readonly item: T } | { readonly kind: 'new'; readonly item: T })[] {
  const width = after.length + 1
  const longest = new Uint16Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = before[i] === after[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0)
    }
  }
  const steps: { kind: Piece['kind']; item: T }[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [old, now] = [before[i], after[j]]
    if (i < before.length && j < after.length && old !== undefined && old === now) {
      steps.push({ kind: 'same', item: old })
      i += 1
      j += 1
    } else if (i < before.length && old !== undefined && (j >= after.length || (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) {
      steps.push({ kind: 'gone', item: old })
      i += 1
    } else if (j < after.length && now !== undefined) {
      steps.push({ kind: 'new', item: now })
      j += 1
    } else return steps
  }
}

/** The pieces of two texts in their order; of a replaced stretch what is gone comes first. */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  if (a.length > MOST_TOKENS || b.length > MOST_TOKENS) return joined([{ kind: 'gone', text: before }, { kind: 'new', text: after }])
  const pieces = joined(align(a, b).map(({ kind, item }) => ({ kind, text: item })))
  return joined(pieces.flatMap((piece, at): readonly Piece[] => {
    const between = piece.kind === 'same' && at > 0 && at < pieces.length - 1
    return between && piece.text.length <= SHORT ? [{ kind: 'gone', text: piece.text }, { kind: 'new', text: piece.text }] : [piece]
  }))
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  let [gone, added] = ['', '']
  const flush = (): void => {
    if (gone !== '') result.push({ kind: 'gone', text: gone })
    if (added !== '') result.push({ kind: 'new', text: added });
    [gone, added] = ['', '']
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

/** How much of two texts is the same: 0 nothing, 1 all. */
export function likeness(before: string, after: string): number {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  if (a.length > MOST_TOKENS || b.length > MOST_TOKENS) return before === after ? 1 : 0
  const common = align(a, b).filter((step) => step.kind === 'same').length
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length)
}
