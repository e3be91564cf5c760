import type { IRecognitionException, IToken } from 'chevrotain'
import { createParser } from '../../grammar/parser.ts'
import { K, LeftParen, RightParen, Minus, Plus, Times, Divide } from '../../grammar/tokens.ts'
import { expectedFacts, spanOfToken, type Reader } from './cst.ts'
import { fromCst, type BareStatement } from './from-cst.ts'
import type { Placed, Statement, SyntaxProblem } from './tree.ts'

// Chevrotain keeps a parser's state in the object: one object, reset by every new input.
const parser = createParser()

/** Deeper nesting, or longer chains of operators, would exhaust the stack of whoever walks the tree. */
const DEEPEST = 48
const LONGEST_CHAIN = 400

const RECURSIVE = new Set([K.SumOf, K.LargestOf, K.SmallestOf, K.CountOf, K.Has])
const CHAINED = new Set([Plus, Minus, Times, Divide, K.EachFull, K.Of, K.Not])

/** The index of the token at which the statement gets too deep; -1 when it never does. */
function tooDeepAt(tokens: readonly IToken[]): number {
  let [depth, aggregates, chain] = [0, 0, 0]
  for (let at = 0; at < tokens.length; at += 1) {
    const type = tokens[at]?.tokenType
    if (type === LeftParen) depth += 1
    else if (type === RightParen) depth = Math.max(0, depth - 1)
    else if (type !== undefined && RECURSIVE.has(type)) aggregates += 1
    else if (type !== undefined && CHAINED.has(type)) chain += 1
    if (depth > DEEPEST || aggregates > DEEPEST || chain > LONGEST_CHAIN) return at
  }
  return -1
}

type Comments = Statement['comments']

/** Reads one statement, in a list of its own. `tokens` start with its keyword; their offsets become relative to `base`, as the tree's are. */
export function readStatement(tokens: IToken[], base: number, comments: Comments, lexical: readonly SyntaxProblem[]): Omit<Placed, 'start'> {
  for (const token of tokens) {
    token.startOffset -= base
    token.endOffset = (token.endOffset ?? token.startOffset + base) - base
  }
  const problems = [...lexical]
  const deep = tooDeepAt(tokens)
  const tooDeep = deep === -1 ? undefined : tokens[deep]
  parser.input = tooDeep === undefined ? tokens : tokens.slice(0, deep)
  const cst = parser.statement()
  const reader: Reader = { problems }
  if (tooDeep !== undefined) problems.push({ code: 'too-deep', span: spanOfToken(tooDeep), facts: {} })
  else for (const error of parser.errors) problems.push(syntaxProblem(error, tokens))
  const bare: BareStatement = fromCst(reader, cst) ?? UNREADABLE
  const last = tokens[tokens.length - 1]
  const span = { start: 0, end: last === undefined ? 0 : spanOfToken(last).end }
  return { statement: { ...bare, span, comments } as Statement, problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

const UNREADABLE: BareStatement = { kind: 'recital', id: { text: '', span: { start: 0, end: 0 } }, name: null, items: [] }

function syntaxProblem(error: IRecognitionException, tokens: readonly IToken[]): SyntaxProblem {
  const last = tokens[tokens.length - 1]
  const atEnd = Number.isNaN(error.token.startOffset)
  const end = last === undefined ? 0 : spanOfToken(last).end
  const span = atEnd ? { start: Math.max(0, end - 1), end } : spanOfToken(error.token)
  const expected = error.message === '' ? [] : error.message.split(' ')
  return { code: 'unexpected-token', span, facts: expectedFacts(atEnd ? 'END' : error.token.image, expected) }
}
