import type { IToken } from 'chevrotain'
import { tokenize, type LexicalProblem } from '../../grammar/words.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { shift } from '../base/span.ts'
import { readStatement } from './statement.ts'
import { statementStarts } from './split.ts'
import { expectedFacts, spanOfToken } from './cst.ts'
import type { FileTree, Placed, SyntaxProblem } from './tree.ts'

type Comment = FileTree['comments'][number]

export interface Parsed {
  readonly value: FileTree
  readonly diagnostics: readonly Diagnostic[]
}

/** The statements of a file, and every syntax error in it. Pure; takes any text. */
export function parseFile(file: string, text: string, previous?: FileTree): Parsed {
  const value = read(file, text)
  return { value, diagnostics: diagnosticsOf(value) }
}

/** The syntax errors of a tree, at their places in the file. */
export function diagnosticsOf(tree: FileTree): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const add = (problems: readonly SyntaxProblem[], by: number): void => {
    for (const { code, span, facts } of problems) found.push({ code, file: tree.file, span: shift(span, by), facts, fixes: [] })
  }
  add(tree.problems, 0)
  for (const { start, problems } of tree.statements) if (problems.length > 0) add(problems, start)
  return found
}

function read(file: string, text: string): FileTree {
  const { tokens, comments, problems } = tokenize(text)
  const starts = statementStarts(tokens)
  const statements: Placed[] = []
  const outside: Comment[] = []
  const firstStart = tokens[starts[0] ?? tokens.length]?.startOffset ?? Infinity
  let [comment, problem] = [0, 0]
  while (comment < comments.length && (comments[comment]?.startOffset ?? Infinity) < firstStart) outside.push(commentOf(text, comments[comment++], 0))
  while (problem < problems.length && (problems[problem]?.start ?? Infinity) < firstStart) problem += 1
  const before = [...problems.slice(0, problem).map((one) => lexical(one, 0)), ...strayText(text, tokens.slice(0, starts[0] ?? tokens.length))]
  for (let at = 0; at < starts.length; at += 1) {
    const own = tokens.slice(starts[at], starts[at + 1])
    const base = own[0]?.startOffset ?? 0
    const last = own[own.length - 1]
    const end = last === undefined ? base : (last.endOffset ?? last.startOffset) + 1
    const next = tokens[starts[at + 1] ?? tokens.length]?.startOffset ?? Infinity
    const inside: Comment[] = []
    for (; comment < comments.length && (comments[comment]?.startOffset ?? Infinity) < next; comment += 1) {
      const one = comments[comment]
      if (one === undefined) continue
      const trailing = one.startOffset > end && !text.slice(end, one.startOffset).includes('\n')
      if (one.startOffset < end || trailing) inside.push(commentOf(text, one, base))
      else outside.push(commentOf(text, one, 0))
    }
    const found: SyntaxProblem[] = []
    for (; problem < problems.length && (problems[problem]?.start ?? Infinity) < next; problem += 1) {
      const one = problems[problem]
      if (one !== undefined) found.push(lexical(one, base))
    }
    statements.push({ start: base, ...readStatement(own, base, inside, found) })
  }
  return { file, text, statements, problems: before, comments: outside }
}

function commentOf(text: string, token: IToken | undefined, base: number): Comment {
  const start = token?.startOffset ?? 0
  const image = token?.image ?? ''
  let at = start - 1
  while (at >= 0 && text.charCodeAt(at) !== 10 && /\s/.test(text.charAt(at))) at -= 1
  return { text: image.trimEnd(), span: { start: start - base, end: start - base + image.length }, own: at < 0 || text.charCodeAt(at) === 10 }
}

function lexical({ code, start, end, found }: LexicalProblem, base: number): SyntaxProblem {
  return { code, span: { start: start - base, end: end - base }, facts: { found } }
}

/** Tokens before the first statement. */
function strayText(text: string, tokens: readonly IToken[]): readonly SyntaxProblem[] {
  const [first] = tokens
  const last = tokens[tokens.length - 1]
  if (first === undefined || last === undefined) return []
  const span = { start: first.startOffset, end: spanOfToken(last).end }
  return [{ code: 'text-outside-statement', span, facts: { found: text.slice(span.start, Math.min(span.end, span.start + 20)) } }]
}
