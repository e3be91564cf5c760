import type { CstNode, IRecognitionException, IToken, TokenType } from 'chevrotain'
import { createParser } from '../../grammar/parser.ts'
import { Divide, K, LeftParen, Minus, Name, Plus, RightParen, Times } from '../../grammar/tokens.ts'
import { spanOfToken, type Reader } from './cst.ts'
import { expectedFacts } from './expected.ts'
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
  const errors = resumed(cst, tokens, parser.errors)
  const reader: Reader = { problems }
  if (tooDeep !== undefined) problems.push({ code: 'too-deep', span: spanOfToken(tooDeep), facts: {} })
  else {
    for (const error of errors) {
      const problem = syntaxProblem(error, tokens)
      if (!problems.some(({ span }) => span.start === problem.span.start)) problems.push(problem)
    }
  }
  const bare: BareStatement = fromCst(reader, cst) ?? UNREADABLE
  const last = tokens[tokens.length - 1]
  const span = { start: 0, end: last === undefined ? 0 : spanOfToken(last).end }
  return { statement: { ...bare, span, comments } as Statement, problems: problems.sort((a, b) => a.span.start - b.span.start) }
}

/** The rule that reads the rest of a statement's list, by the statement's rule, and the keywords that its members begin with. */
const CLAUSE_ITEMS = {
  rule: 'items',
  starts: new Set<TokenType>([
    K.Cites, K.See, K.ForEach, K.Addressee, K.When, K.Unless, K.May, K.Grant, K.UpTo, K.RecogniseAs, K.Provide, K.Refer, K.Priority, K.Deduct, K.CappedAt, K.NoCap, K.Once,
    K.ExceptionTo, K.Reinstates, K.ValidFrom, K.ValidUntil, K.InPrinciple, K.Same, K.EachYear, K.EachMonth, K.InAll, K.AllClauses, K.Respectively,
  ]),
} as const
const LISTS = {
  policy: { rule: 'headerItems', starts: new Set<TokenType>([K.Title, K.Jurisdiction, K.Edition, K.Source, K.Published, K.Rounding]) },
  entity: { rule: 'fields', starts: new Set<TokenType>([Name]) },
  ambiguity: { rule: 'ambiguityItems', starts: new Set<TokenType>([K.At, K.Ask, K.Reading]) },
  example: {
    rule: 'exampleItems', starts: new Set<TokenType>([K.Published, K.Today, K.UnderReading, K.Given, K.Paid, K.Decided, K.Exception, K.Expect]),
  },
  clause: CLAUSE_ITEMS, commencement: CLAUSE_ITEMS, definition: CLAUSE_ITEMS, table: CLAUSE_ITEMS,
} as const
/** A statement that needs more attempts than this is not worth reading on. */
const MOST_ATTEMPTS = 30

/** Where the parser gave up in the middle of a statement, what follows is read on from the next item. Returns all errors. */
function resumed(cst: CstNode, tokens: readonly IToken[], first: readonly IRecognitionException[]): readonly IRecognitionException[] {
  const rule = Object.keys(cst.children)[0] ?? ''
  const node = cst.children[rule]?.[0]
  if (first.length === 0 || node === undefined || !('children' in node) || !Object.hasOwn(LISTS, rule)) return first
  const list = LISTS[rule as keyof typeof LISTS]
  const errors = [...first]
  let gaveUp = cst.recoveredNode === true || node.recoveredNode === true
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const last = errors[errors.length - 1]
    if (last === undefined || !(gaveUp || last.name === 'NotAllInputParsedException')) break
    const from = nextOf(tokens, tokens.indexOf(last.token), list.starts)
    if (from === -1) break
    parser.input = tokens.slice(from)
    const more = parser[list.rule]()
    gaveUp = false
    appended(node, list.rule, more)
    if (parser.errors.length === 0) break
    errors.push(...parser.errors)
  }
  return errors
}

/** The first token after `from` that begins a member of the list. */
function nextOf(tokens: readonly IToken[], from: number, starts: ReadonlySet<TokenType>): number {
  if (from === -1) return -1
  for (let at = from + 1; at < tokens.length; at += 1) {
    const type = tokens[at]?.tokenType
    if (type !== undefined && starts.has(type)) return at
  }
  return -1
}

function appended(node: CstNode, list: string, more: CstNode): void {
  const target = node.children[list]?.[0]
  if (target === undefined || !('children' in target)) node.children[list] = [more]
  else for (const [name, found] of Object.entries(more.children)) (target.children[name] ??= []).push(...found)
}

const UNREADABLE: BareStatement = { kind: 'recital', id: { text: '', span: { start: 0, end: 0 } }, name: null, items: [] }

function syntaxProblem(error: IRecognitionException, tokens: readonly IToken[]): SyntaxProblem {
  const last = tokens[tokens.length - 1]
  const atEnd = Number.isNaN(error.token.startOffset)
  const end = last === undefined ? 0 : spanOfToken(last).end
  const span = atEnd ? { start: Math.max(0, end - 1), end } : spanOfToken(error.token)
  const expected = error.message === '' ? [] : error.message.split(' ')
  if (atEnd) {
    const { expected: zh = '', expected_en: en = '' } = expectedFacts('', expected)
    return { code: 'unexpected-token', span, facts: { found: '语句结尾', found_en: 'the end of the statement', expected: zh, expected_en: en } }
  }
  return { code: 'unexpected-token', span, facts: expectedFacts(error.token.image, expected) }
}
