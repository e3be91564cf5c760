import type { Citation } from './core.ts'

const known = new WeakMap<object, string>()

/** What a piece of a core says, as a text: equal texts say the same. Where a quotation stands in source.txt is left out; what it quotes is not. */
export function saidBy(piece: object): string {
  const before = known.get(piece)
  if (before !== undefined) return before
  const text = JSON.stringify(piece, (_key, value: unknown) => (isCitation(value) ? [value.sentence, value.quote] : value))
  known.set(piece, text)
  return text
}

function isCitation(value: unknown): value is Citation {
  return typeof value === 'object' && value !== null && 'sentence' in value && 'quote' in value && 'start' in value
}
