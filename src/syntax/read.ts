import type { IToken } from 'chevrotain'
import { tokenize, type LexicalProblem } from '../../grammar/words.ts'
import { spanOfToken } from './cst.ts'
import { statementStarts } from './split.ts'
import { readStatement } from './statement.ts'
import type { FileTree, Placed, SyntaxProblem } from './tree.ts'

type Comment = FileTree['comments'][number]

/** The statements of a part of a text, all offsets absolute. */
export interface Part {
  readonly statements: readonly Placed[]
  readonly comments: readonly Comment[]
  /** Before the first statement. */
  readonly problems: readonly SyntaxProblem[]
  /** A quotation that does not end here may end further on in the text. */
  readonly openQuote: boolean
}

/** Statements already read, by their text; each is given out once. */
export type Known = Map<string, Placed[]>

/** Reads text[from, to) as if nothing else were there. */
export function readPart(text: string, from: number, to: number, known?: Known): Part {
  const source = from === 0 && to === text.length ? text : text.slice(from, to)
  const { tokens, comments, problems } = tokenize(source)
  const starts = statementStarts(tokens)
  const first = starts[0] ?? tokens.length
  const firstOffset = tokens[first]?.startOffset ?? source.length
  const leadingComments = takeUntil(comments, 0, firstOffset, (one) => one.startOffset)
  const leadingProblems = takeUntil(problems, 0, firstOffset, (one) => one.start)
  const outside: Comment[] = comments.slice(0, leadingComments).map((one) => commentOf(source, one, -from))
  const before = [...problems.slice(0, leadingProblems).map((one) => lexical(one, -from)), ...strayText(source, tokens.slice(0, first), from)]
  const statements: Placed[] = []
  let [comment, problem] = [leadingComments, leadingProblems]
  for (let at = 0; at < starts.length; at += 1) {
    const own = tokens.slice(starts[at], starts[at + 1])
    const next = tokens[starts[at + 1] ?? tokens.length]?.startOffset ?? source.length
    const [ownComments, ownProblems] = [comment, problem]
    comment = takeUntil(comments, comment, next, (one) => one.startOffset)
    problem = takeUntil(problems, problem, next, (one) => one.start)
    statements.push(place(source, from, own, comments.slice(ownComments, comment), problems.slice(ownProblems, problem), outside, known))
  }
  return { statements, comments: outside, problems: before, openQuote: problems.some(({ code }) => code === 'unclosed-quote') }
}

function takeUntil<T>(all: readonly T[], from: number, end: number, startOf: (one: T) => number): number {
  let at = from
  for (let one = all[at]; one !== undefined && startOf(one) < end; one = all[at]) at += 1
  return at
}

function place(
  source: string, from: number, own: IToken[], comments: readonly IToken[], problems: readonly LexicalProblem[], outside: Comment[], known: Known | undefined,
): Placed {
  const base = own[0]?.startOffset ?? 0
  const last = own[own.length - 1]
  const end = last === undefined ? base : spanOfToken(last).end
  const inside: Comment[] = []
  for (const one of comments) {
    const trailing = one.startOffset >= end && !source.slice(end, one.startOffset).includes('\n')
    if (one.startOffset < end || trailing) inside.push(commentOf(source, one, base))
    else outside.push(commentOf(source, one, -from))
  }
  const found = problems.map((one) => lexical(one, base))
  if (known !== undefined) {
    const same = known.get(source.slice(base, base + contentEnd(end - base, inside, found)))?.pop()
    if (same !== undefined) return same.start === base + from ? same : { ...same, start: base + from }
  }
  return { start: base + from, ...readStatement(own, base, inside, found) }
}

function contentEnd(end: number, comments: readonly Comment[], problems: readonly SyntaxProblem[]): number {
  let result = end
  for (const { span } of comments) result = Math.max(result, span.end)
  for (const { span } of problems) result = Math.max(result, span.end)
  return result
}

/** Where a statement and all that belongs to it end, relative to its start. */
export function endOfStatement({ statement, problems }: Placed): number {
  return contentEnd(statement.span.end, statement.comments, problems)
}

function commentOf(source: string, token: IToken, base: number): Comment {
  const { startOffset: start, image } = token
  let at = start - 1
  while (at >= 0 && source.charCodeAt(at) !== 10 && /\s/.test(source.charAt(at))) at -= 1
  return { text: image.trimEnd(), span: { start: start - base, end: start - base + image.length }, own: at < 0 || source.charCodeAt(at) === 10 }
}

function lexical({ code, start, end, found }: LexicalProblem, base: number): SyntaxProblem {
  return { code, span: { start: start - base, end: end - base }, facts: { found, ...(code === 'unexpected-character' ? insteadOf(found) : {}) } }
}

/** What to write for characters that cannot stand: full-width letters and digits have a half-width form. */
function insteadOf(found: string): { readonly suggestion: string; readonly suggestion_en: string } {
  const narrow = found.normalize('NFKC')
  return /^[\dA-Za-z.]+$/.test(narrow)
    ? { suggestion: `改用半角：${narrow}`, suggestion_en: `write it half-width: ${narrow}` }
    : { suggestion: '删去它；名称里有标点的，写成「名称」', suggestion_en: 'remove it; write a name that holds punctuation as 「name」' }
}

/** Tokens before the first statement. */
function strayText(source: string, tokens: readonly IToken[], from: number): readonly SyntaxProblem[] {
  const [first] = tokens
  const last = tokens[tokens.length - 1]
  if (first === undefined || last === undefined) return []
  const { start } = spanOfToken(first)
  const { end } = spanOfToken(last)
  return [{ code: 'text-outside-statement', span: { start: start + from, end: end + from }, facts: { found: source.slice(start, Math.min(end, start + 20)) } }]
}
