import { shift } from '../base/span.ts'
import type { Span } from '../base/span.ts'
import { KEYWORDS } from '../../grammar/keywords.ts'
import { tokenize } from '../../grammar/words.ts'
import { occurrencesIn } from './occurrences.ts'
import type { TargetKind } from './target.ts'
import { symbolsOf, treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** How a piece of text is coloured. */
export const TOKEN_KINDS = ['statement', 'keyword', 'name', 'fact', 'type', 'value', 'definition', 'reading', 'subject', 'number', 'string', 'comment', 'operator'] as const
export type TokenKind = (typeof TOKEN_KINDS)[number]

export interface SemanticToken {
  readonly span: Span
  readonly kind: TokenKind
}

const BY_TARGET: { readonly [kind in TargetKind]: TokenKind } = {
  policy: 'name', clause: 'name', measure: 'name', claim: 'name', example: 'name', field: 'fact', column: 'fact', entity: 'type', enumeration: 'type', unit: 'type',
  value: 'value', agency: 'value', parameter: 'definition', definition: 'definition', table: 'definition', ambiguity: 'reading', reading: 'reading', subject: 'subject',
}

const BY_TOKEN: { readonly [name: string]: TokenKind } = {
  Name: 'name', QuotedName: 'name', Number: 'number', DottedId: 'number', Date: 'number', Quantity: 'number', Quote: 'string', StraightQuote: 'string', UnclosedQuote: 'string',
}

function lexical(name: string): TokenKind {
  const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name as keyof typeof KEYWORDS] : undefined
  if (keyword !== undefined) return 'starts' in keyword && keyword.starts ? 'statement' : 'keyword'
  return BY_TOKEN[name] ?? 'operator'
}

/** The tokens of a file as the parser reads them, names by what they stand for, in order and without overlaps. */
export function semanticTokens(workspace: Workspace, file: string): readonly SemanticToken[] {
  const tree = treeOf(workspace, file)
  if (tree === null) return []
  const symbols = symbolsOf(workspace)
  const named = new Map<number, TokenKind>()
  for (const { start, statement } of tree.statements) {
    for (const { span, target, numbered } of occurrencesIn(symbols, statement)) {
      named.set(shift(span, start).start, numbered && target.kind !== 'ambiguity' ? 'number' : BY_TARGET[target.kind])
    }
  }
  const { tokens, comments } = tokenize(tree.text)
  const of = (token: { readonly startOffset: number; readonly image: string }, kind: TokenKind): SemanticToken => ({ span: { start: token.startOffset, end: token.startOffset + token.image.length }, kind })
  return [
    ...tokens.map((token) => of(token, named.get(token.startOffset) ?? lexical(token.tokenType.name))),
    ...comments.map((token) => of(token, 'comment')),
  ].sort((a, b) => a.span.start - b.span.start)
}
