import type { CstElement, CstNode, IToken } from 'chevrotain'
import type { KeywordId } from '../../grammar/keywords.ts'
import type { Span } from '../base/span.ts'
import { expectedFacts } from './expected.ts'
import type { Declared, Quote, SyntaxProblem, Texts, Word } from './tree.ts'

/** What reading a statement collects on its way. */
export interface Reader {
  readonly problems: SyntaxProblem[]
}

const NONE: readonly CstElement[] = []
const NO_SPAN: Span = { start: 0, end: 0 }

export function kids(node: CstNode, name: string): readonly CstNode[] {
  return (node.children[name] ?? NONE) as readonly CstNode[]
}
export function kid(node: CstNode, name: string): CstNode | undefined {
  return node.children[name]?.[0] as CstNode | undefined
}
/** Tokens by name or label, those left out that recovery made up. */
export function toks(node: CstNode, name: string): readonly IToken[] {
  const found = (node.children[name] ?? NONE) as readonly IToken[]
  return found.some((token) => token.isInsertedInRecovery === true) ? found.filter((token) => token.isInsertedInRecovery !== true) : found
}
export function tok(node: CstNode, name: string): IToken | undefined {
  const token = node.children[name]?.[0] as IToken | undefined
  return token?.isInsertedInRecovery === true ? undefined : token
}
export function has(node: CstNode, keyword: KeywordId): boolean {
  return node.children[keyword] !== undefined
}
/** The one of `keywords` that the node holds. */
export function oneOf<Id extends KeywordId>(node: CstNode, keywords: readonly Id[]): Id | undefined {
  return keywords.find((keyword) => node.children[keyword] !== undefined)
}

export function spanOf(node: CstNode | undefined): Span {
  const location = node?.location
  if (location === undefined || Number.isNaN(location.startOffset)) return NO_SPAN
  return { start: location.startOffset, end: (location.endOffset ?? location.startOffset) + 1 }
}
export function spanOfToken(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 }
}
export function between(first: Span, last: Span): Span {
  return { start: first.start, end: last.end }
}

export function word(token: IToken): Word {
  const { image } = token
  const bare = image.charCodeAt(0) === 0x300c ? image.slice(1, image.endsWith('」') ? -1 : undefined) : image
  return { text: bare, span: spanOfToken(token) }
}
export function words(tokens: readonly IToken[]): readonly Word[] {
  return tokens.map(word)
}
export function maybeWord(token: IToken | undefined): Word | null {
  return token === undefined ? null : word(token)
}

/** The content without its marks; an unclosed quotation has no mark at its end. */
export function quote(token: IToken): Quote {
  const { start, end } = spanOfToken(token)
  const closing = token.payload === 'unclosed' ? 0 : 1
  return { text: token.image.slice(1, token.image.length - closing), span: { start: start + 1, end: end - closing }, quoted: true }
}

export function texts(node: CstNode | undefined): Texts | null {
  const [zh, en] = node === undefined ? [] : toks(node, 'Quote')
  return zh === undefined ? null : { zh: quote(zh), en: en === undefined ? null : quote(en) }
}

const NAMELESS: Declared = { name: { text: '', span: NO_SPAN }, alias: null }

/** Null when the name itself is missing. */
export function declared(node: CstNode | undefined): Declared | null {
  const [name, alias] = node === undefined ? [] : toks(node, 'Name')
  return name === undefined ? null : { name: word(name), alias: maybeWord(alias) }
}
/** For statements that cannot do without a name: an empty one stands for what could not be read. */
export function declaredOrNameless(node: CstNode | undefined): Declared {
  return declared(node) ?? NAMELESS
}
export function declaredAll(nodes: readonly CstNode[]): readonly Declared[] {
  return nodes.map(declared).filter((one) => one !== null)
}

/** 条款 1.1，1.2 as its ids. */
export function ids(node: CstNode | undefined): readonly Word[] {
  return node === undefined ? [] : kids(node, 'id').map(id).filter((one) => one !== null)
}
export function id(node: CstNode | undefined): Word | null {
  if (node === undefined) return null
  return maybeWord(tok(node, 'Number') ?? tok(node, 'DottedId'))
}
export function names(node: CstNode | undefined): readonly Word[] {
  return node === undefined ? [] : words(toks(node, 'Name'))
}
export function subject(node: CstNode | undefined): Word | Quote | null {
  if (node === undefined) return null
  const quoted = tok(node, 'Quote')
  return quoted === undefined ? maybeWord(tok(node, 'Name')) : quote(quoted)
}

/** Reports that `token` stands where one of `expected` should. */
export function reportUnexpected(reader: Reader, token: { readonly image: string; readonly span: Span }, expected: readonly string[]): void {
  reader.problems.push({ code: 'unexpected-token', span: token.span, facts: expectedFacts(token.image, expected) })
}

/** The text and place of the first token within a node. */
export function firstToken(node: CstNode): { readonly image: string; readonly span: Span } {
  let found: IToken | undefined
  for (const elements of Object.values(node.children)) {
    const [element] = elements
    const token = element === undefined ? undefined : 'children' in element ? undefined : element
    if (token !== undefined && token.isInsertedInRecovery !== true && (found === undefined || token.startOffset < found.startOffset)) found = token
    else if (element !== undefined && 'children' in element) {
      const inner = firstToken(element)
      if (inner.image !== '' && (found === undefined || inner.span.start < found.startOffset)) return inner
    }
  }
  return found === undefined ? { image: '', span: spanOf(node) } : { image: found.image, span: spanOfToken(found) }
}

/** Reports the second of what may be said once: the tree has room for one, and nothing may get lost. */
export function reportRepeated(reader: Reader, node: CstNode, names: readonly string[], expected: readonly string[]): void {
  for (const name of names) {
    const second = node.children[name]?.[1]
    if (second === undefined) continue
    reportUnexpected(reader, 'children' in second ? firstToken(second) : { image: second.image, span: spanOfToken(second) }, expected)
  }
}
