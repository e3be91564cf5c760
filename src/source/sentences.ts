import type { Span } from '../base/span.ts'

const OPENING = '“‘（(《〈「『【〔['
const CLOSING = '”’）)》〉」』】〕]'
const STOPS = '。！？'
const RESPONSIBILITY = /^[（(]\s*(?:责任|牵头|主责|配合|协助|协同|协办)(?:单位|部门|机关)\s*[：:]/

/** A bracket that is longer has lost its end; without this bound a text of such brackets would take the square of its length. */
const LONGEST_RESPONSIBILITY = 2000

export interface Sentence extends Span {
  readonly responsibility: boolean
}

/**
 * The sentences of `text` between two offsets within one line, trimmed: each ends at 。 outside quotation marks and brackets.
 * A bracket that names the responsible units is a sentence of its own, wherever it stands.
 */
export function sentencesOf(text: string, start: number, end: number): readonly Sentence[] {
  const found: Sentence[] = []
  const push = (from: number, to: number, responsibility: boolean): void => {
    const span = trim(text, from, to)
    if (span !== null) found.push({ ...span, responsibility })
  }
  let from = start
  let depth = 0
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at)
    if (OPENING.includes(character)) {
      const close = depth === 0 ? responsibilityEnd(text, at, end) : null
      if (close !== null) {
        push(from, at, false)
        push(at, close, true)
        from = close
        at = close - 1
      } else depth += 1
    } else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && STOPS.includes(character)) {
      push(from, at + 1, false)
      from = at + 1
    }
  }
  push(from, end, false)
  return found
}

/** Where the bracket of responsible units that opens at `at` ends, with a full stop that may follow it; null if there is none. */
function responsibilityEnd(text: string, at: number, end: number): number | null {
  if (!RESPONSIBILITY.test(text.slice(at, Math.min(end, at + 40)))) return null
  let depth = 0
  for (let here = at; here < Math.min(end, at + LONGEST_RESPONSIBILITY); here += 1) {
    const character = text.charAt(here)
    if ('（('.includes(character)) depth += 1
    else if ('）)'.includes(character)) depth -= 1
    if (depth === 0) return text.charAt(here + 1) === '。' && here + 1 < end ? here + 2 : here + 1
  }
  return null
}

/** The range without blanks at its ends; null when nothing is left. */
export function trim(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && text.charAt(from).trim() === '') from += 1
  while (to > from && text.charAt(to - 1).trim() === '') to -= 1
  return from < to ? { start: from, end: to } : null
}
