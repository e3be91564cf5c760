import { shift } from '../base/span.ts'
import { endOfStatement, readPart, type Known } from './read.ts'
import type { FileTree, Placed } from './tree.ts'

/*
 * After an edit only the statements around it are read again; those before and after are kept as the same objects. What
 * the edit may reach beyond its own statement:
 * - whether a keyword starts a statement depends on the two tokens after it, so three statements more are read before it;
 * - a quotation that does not end may end anywhere later: then everything after it is read again.
 */
const MARGIN = 3
const CHUNK = 2048

/** How many characters two texts have in common at the start. */
function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let at = 0
  while (at + CHUNK <= most && a.slice(at, at + CHUNK) === b.slice(at, at + CHUNK)) at += CHUNK
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  return at
}

/** How many at the end, not counting the first `prefix` of either. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix
  let size = 0
  while (size + CHUNK <= most && a.slice(a.length - size - CHUNK, a.length - size) === b.slice(b.length - size - CHUNK, b.length - size)) size += CHUNK
  while (size < most && a.charCodeAt(a.length - size - 1) === b.charCodeAt(b.length - size - 1)) size += 1
  return size
}

/** The index of the first statement that starts at `offset` or later. */
function firstFrom(statements: readonly Placed[], offset: number): number {
  let [low, high] = [0, statements.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((statements[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const hasOpenQuote = ({ problems }: { readonly problems: Placed['problems'] }): boolean => problems.some(({ code }) => code === 'unclosed-quote')

/** The tree of `text`, equal to what reading it afresh gives. */
export function reread(previous: FileTree, text: string): FileTree {
  const { statements: old, text: oldText } = previous
  if (oldText === text) return previous
  const prefix = commonPrefix(oldText, text)
  const suffix = commonSuffix(oldText, text, prefix)
  const delta = text.length - oldText.length
  const open = hasOpenQuote(previous) ? 0 : old.findIndex(hasOpenQuote)
  const touched = firstFrom(old, prefix + 1) - 1 - MARGIN
  const head = Math.max(0, open === -1 ? touched : Math.min(touched, open))
  const from = head === 0 ? 0 : (old[head]?.start ?? 0)
  const sync = syncPoint(previous, text, oldText.length - suffix, delta)
  const known = knownFrom(previous, head, sync.index)
  const part = readPart(text, from, sync.to, known)
  const meets = sync.index === old.length || (!part.openQuote && part.statements.some(({ start }) => start === sync.at))
  return meets ? spliced(previous, text, head, from, part, sync, delta) : spliced(previous, text, head, from, readPart(text, from, text.length, knownFrom(previous, head, old.length)), NONE(previous, text), delta)
}

interface Sync {
  /** The first old statement that may stay, and where it starts in the new text. */
  readonly index: number
  readonly at: number
  /** Up to where the new text must be read to be sure. */
  readonly to: number
}

const NONE = ({ statements }: FileTree, text: string): Sync => ({ index: statements.length, at: text.length, to: text.length })

/** The first statement after the edit that begins a line, so that nothing before it can run into it. */
function syncPoint(previous: FileTree, text: string, oldEnd: number, delta: number): Sync {
  const { statements } = previous
  for (let index = firstFrom(statements, oldEnd + 1); index < statements.length; index += 1) {
    const at = (statements[index]?.start ?? 0) + delta
    const after = statements[index + MARGIN]
    if (text.charCodeAt(at - 1) === 10) return { index, at, to: after === undefined ? text.length : after.start + delta }
  }
  return NONE(previous, text)
}

function knownFrom({ statements, text }: FileTree, from: number, to: number): Known {
  const known: Known = new Map()
  for (const placed of statements.slice(from, to)) {
    const key = text.slice(placed.start, placed.start + endOfStatement(placed))
    const same = known.get(key)
    if (same === undefined) known.set(key, [placed])
    else same.unshift(placed)
  }
  return known
}

function spliced(previous: FileTree, text: string, head: number, from: number, part: ReturnType<typeof readPart>, sync: Sync, delta: number): FileTree {
  const { file, statements: old, comments } = previous
  const tailFrom = sync.at - delta
  const read = part.statements.filter(({ start }) => start < sync.at)
  const tail = old.slice(sync.index)
  const moved = delta === 0 ? tail : tail.map(({ start, statement, problems }) => ({ start: start + delta, statement, problems }))
  const later = sync.index === old.length ? [] : comments.filter(({ span }) => span.start >= tailFrom)
  return {
    file, text,
    statements: [...old.slice(0, head), ...read, ...moved],
    problems: from === 0 ? part.problems : previous.problems,
    comments: [
      ...comments.filter(({ span }) => span.start < from), ...part.comments.filter(({ span }) => span.start < sync.at),
      ...(delta === 0 ? later : later.map((one) => ({ ...one, span: shift(one.span, delta) }))),
    ],
  }
}
