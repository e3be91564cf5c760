import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain'
import { KEYWORDS, type KeywordId } from './keywords.ts'

/*
 * Two passes make the tokens. The lexer here knows names as whole runs of letters and digits, numbers, quotations and
 * punctuation; `words.ts` then finds the keywords and the units among them. A keyword is therefore always a whole run:
 * 当年 is a name, 当 a keyword.
 */

// Chevrotain drops a pattern's u flag, so the letters of the scripts stand here as ranges, those beyond the first plane as pairs.
const LETTER = 'A-Za-z_\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u1fff\\u2c00-\\u2dff'
  + '\\u3005-\\u3007\\u3031-\\u3035\\u3040-\\u30fa\\u30fc-\\u318f\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff'
  + '\\ua000-\\ud7ff\\uf900-\\ufaff'
const PAIR = '[\\ud840-\\ud888][\\udc00-\\udfff]'
const RUN = `(?:[${LETTER}]|${PAIR})(?:[${LETTER}\\d]|${PAIR})*`

/** A whole run of letters and digits that does not start with a digit, from `lastIndex`. */
export const runPattern = (): RegExp => new RegExp(RUN, 'y')
/** A number's digits, from `lastIndex`: 1,000,000.50 or 1.2.3. */
export const NUMBER = '\\d{1,3}(?:,\\d{3})+(?![\\d,])(?:\\.\\d+)?|\\d+(?:\\.\\d+)*'
export const DATE = '\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d)'

/** Deeper quotations within quotations count as not closed; the bound keeps the search for the end linear. */
const DEEPEST_QUOTE = 6

/** The offset after the ” that closes the “ at `offset`, or -1. */
export function endOfQuote(text: string, offset: number): number {
  let depth = 0
  for (let at = offset; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x201c) {
      depth += 1
      if (depth > DEEPEST_QUOTE) return -1
    } else if (code === 0x201d) {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}

function balancedQuote(text: string, offset: number): [string] | null {
  if (text.charCodeAt(offset) !== 0x201c) return null
  const end = endOfQuote(text, offset)
  return end === -1 ? null : [text.slice(offset, end)]
}

const named = (name: string, pattern: RegExp): TokenType => createToken({ name, pattern })

const Blank = createToken({ name: 'Blank', pattern: /[\s\u00a0\u3000\ufeff]+/, group: Lexer.SKIPPED, line_breaks: true })
/** 责任单位：甲局. A colon may follow any word and means nothing. */
const Colon = createToken({ name: 'Colon', pattern: /[:：]/, group: Lexer.SKIPPED })
export const Comment = createToken({ name: 'Comment', pattern: /(?:#|\/\/)[^\n\r]*/, group: 'comments' })

export const Name = named('Name', new RegExp(RUN))
/** An id such as X.1; numbers such as 6.1 are ids too. */
export const DottedId = createToken({ name: 'DottedId', pattern: Lexer.NA })
export const QuotedName = named('QuotedName', /「[^「」\n\r]*」/)
export const WholeNumber = named('Number', new RegExp(NUMBER))
export const DateLiteral = named('Date', new RegExp(DATE))
/** A number and its unit: 20万元, 40%, 0.8元/吨. Found by words.ts. */
export const Quantity = createToken({ name: 'Quantity', pattern: Lexer.NA })
export const Quote = createToken({ name: 'Quote', pattern: { exec: balancedQuote }, start_chars_hint: ['“'], line_breaks: true })
export const StraightQuote = named('StraightQuote', /"[^"\n\r]*"/)
/** To the end of its line, so that what follows can still be read. */
export const UnclosedQuote = named('UnclosedQuote', /[“"「][^\n\r]*/)

export const LeftParen = named('LeftParen', /[(（]/)
export const RightParen = named('RightParen', /[)）]/)
export const Separator = named('Separator', /[,，、]/)
export const Plus = named('Plus', /[+＋]/)
export const Minus = named('Minus', /[-－−]/)
export const Times = named('Times', /[×*＊]/)
export const Divide = named('Divide', /[÷/／]/)
export const NotEqual = named('NotEqual', /≠|!=|！＝/)
export const AtLeastSign = named('AtLeastSign', />=|≥|＞＝/)
export const AtMostSign = named('AtMostSign', /<=|≤|＜＝/)
export const MoreThanSign = named('MoreThanSign', /[>＞]/)
export const LessThanSign = named('LessThanSign', /[<＜]/)
export const EqualSign = named('EqualSign', /[=＝]/)
/** % and what else may belong to a number; alone it is a mistake. */
export const Stray = named('Stray', /[^]/)

function keywordTokens(): { readonly [id in KeywordId]: TokenType } {
  const ids = Object.keys(KEYWORDS) as KeywordId[]
  return Object.fromEntries(ids.map((name) => [name, createToken({ name, pattern: Lexer.NA })])) as { [id in KeywordId]: TokenType }
}
export const K = keywordTokens()

const LEXED = [
  Blank, Name, DateLiteral, WholeNumber, Comment, Quote, StraightQuote, QuotedName, UnclosedQuote, Colon, Separator, LeftParen,
  RightParen, NotEqual, AtLeastSign, AtMostSign, MoreThanSign, LessThanSign, EqualSign, Plus, Minus, Times, Divide, Stray,
]
export const ALL_TOKENS: readonly TokenType[] = [...LEXED, DottedId, Quantity, ...Object.values(K)]

const lexer = new Lexer([...LEXED], { positionTracking: 'onlyOffset', ensureOptimizations: false, skipValidations: true })

export interface RawTokens {
  readonly tokens: IToken[]
  readonly comments: readonly IToken[]
}

/** The text's runs, numbers, quotations and signs, keywords and units not yet found. Never fails: what it does not know is `Stray`. */
export function lexRaw(text: string): RawTokens {
  const { tokens, groups } = lexer.tokenize(text)
  // Where positions are offsets alone, Chevrotain leaves the end out.
  for (const token of tokens) token.endOffset = token.startOffset + token.image.length - 1
  return { tokens, comments: groups['comments'] ?? [] }
}
