import type { Segment } from '../source/segments.ts'

export interface Match {
  readonly sentence: string
  /** The passage of the official text that was most likely meant. */
  readonly text: string
  /** Where the two first and last differ, in the quotation and in the text. */
  readonly written: string
  readonly official: string
}

const LONGEST_ALIGNED = 600
const SHOWN = 24
/** A number is shown whole: 30 and 20, not 3 and 2. */
const DIGIT = /[\d.,]/

/** The passage of one segment that is most like `quote`; null when nothing is alike. */
export function bestMatch(segments: readonly Segment[], quote: string): Match | null {
  if (quote.length < 2 || quote.length > LONGEST_ALIGNED) return null
  const segment = mostAlike(segments, quote)
  if (segment === null || segment.text.length > LONGEST_ALIGNED * 2) return null
  const text = nearestPassage(segment.text, quote)
  if (text === null) return null
  return { sentence: segment.id, text, ...difference(quote, text) }
}

/** By the number of pairs of neighbouring characters that both have. */
function mostAlike(segments: readonly Segment[], quote: string): Segment | null {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < quote.length; at += 1) pairs.add(quote.slice(at, at + 2))
  let best: Segment | null = null
  let most = Math.max(1, Math.floor(pairs.size / 3))
  for (const segment of segments) {
    const seen = new Set<string>()
    for (let at = 0; at + 1 < segment.text.length; at += 1) {
      const pair = segment.text.slice(at, at + 2)
      if (pairs.has(pair)) seen.add(pair)
    }
    if (seen.size > most) {
      most = seen.size
      best = segment
    }
  }
  return best
}

/** Sellers' algorithm: the passage of `text` that needs the fewest changes to become `quote`. */
function nearestPassage(text: string, quote: string): string | null {
  let costs = new Array<number>(text.length + 1).fill(0)
  let starts = Array.from({ length: text.length + 1 }, (_, index) => index)
  for (let i = 1; i <= quote.length; i += 1) {
    const nextCosts = [i]
    const nextStarts = [0]
    for (let j = 1; j <= text.length; j += 1) {
      const change = (costs[j - 1] ?? 0) + (quote.charAt(i - 1) === text.charAt(j - 1) ? 0 : 1)
      const left = (nextCosts[j - 1] ?? 0) + 1
      const up = (costs[j] ?? 0) + 1
      const least = Math.min(change, left, up)
      nextCosts.push(least)
      nextStarts.push(least === change ? starts[j - 1] ?? 0 : least === up ? starts[j] ?? 0 : nextStarts[j - 1] ?? 0)
    }
    costs = nextCosts
    starts = nextStarts
  }
  let end = 0
  for (let j = 1; j <= text.length; j += 1) if ((costs[j] ?? 0) < (costs[end] ?? 0)) end = j
  const start = starts[end] ?? 0
  return (costs[end] ?? 0) > quote.length / 2 || start >= end ? null : text.slice(start, end)
}

function difference(quote: string, text: string): { readonly written: string; readonly official: string } {
  let start = 0
  while (start < quote.length && start < text.length && quote.charAt(start) === text.charAt(start)) start += 1
  let end = 0
  while (end < quote.length - start && end < text.length - start && quote.charAt(quote.length - 1 - end) === text.charAt(text.length - 1 - end)) end += 1
  while (start > 0 && DIGIT.test(quote.charAt(start - 1))) start -= 1
  while (end > 0 && DIGIT.test(quote.charAt(quote.length - end))) end -= 1
  return { written: shortened(quote.slice(start, quote.length - end)), official: shortened(text.slice(start, text.length - end)) }
}

function shortened(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN / 2)}…${text.slice(-SHOWN / 2)}`
}
