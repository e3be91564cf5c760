import type { IToken, TokenType } from 'chevrotain'
import { KEYWORDS, type KeywordId } from '../../grammar/keywords.ts'
import { AtMostSign, DottedId, K, LeftParen, Name, Separator, WholeNumber } from '../../grammar/tokens.ts'

/*
 * A statement starts at its keyword and ends where the next one starts. 条款 1.1 is also how a clause is referred to: such
 * a keyword starts a statement only where no reference can stand.
 */

const STARTS = new Set<TokenType>((Object.keys(KEYWORDS) as KeywordId[]).filter((id) => 'starts' in KEYWORDS[id]).map((id) => K[id]))
const REFERABLE = new Set<TokenType>([K.Clause, K.Constraint, K.Direction, K.Recital, K.Measure, K.Ambiguity])
/** 得 条款 2.1 …: always a reference. */
const TAKES_REFERENCE = new Set<TokenType>([K.Expect, K.Paid, K.Decided, K.Exception, LeftParen])
/** 例外于 条款 3.1: a reference unless a name follows the id. */
const MAY_TAKE_REFERENCE = new Set<TokenType>([K.Of, K.ExceptionTo, K.Sparing, K.Reinstates, K.Granted, K.GrantedTimes, K.At, K.Except, Separator])
/** 条款 1.1，1.2 合计 … ; 条款 2.1（甲） */
const FOLLOWS_REFERENCE = new Set<TokenType>([Separator, LeftParen, K.Together, K.SharedBy, K.AtMost, AtMostSign, K.Monotone, K.Keep])

/** 条款 2，4 当 …, in a constraint. */
const SAID_OF_CLAUSES = new Set<TokenType>([K.When, K.Unless, K.NeedsDecision, K.Cumulable])

/** Whether the token at `index` starts a statement; `start` is where the current one started, -1 for none. */
function startsStatement(tokens: readonly IToken[], index: number, start: number): boolean {
  const type = tokens[index]?.tokenType
  if (type === undefined || !STARTS.has(type)) return false
  if (!REFERABLE.has(type) || start === -1) return true
  const before = tokens[index - 1]?.tokenType ?? Name
  if (TAKES_REFERENCE.has(before)) return false
  const id = tokens[index + 1]?.tokenType
  const after = tokens[index + 2]?.tokenType
  const hasId = id === WholeNumber || id === DottedId || (type === K.Ambiguity && id === Name)
  if (hasId && after === Name) return true
  if (MAY_TAKE_REFERENCE.has(before)) return false
  if (!hasId || after === undefined) return true
  if (FOLLOWS_REFERENCE.has(after) || (tokens[start]?.tokenType === K.Constraint && SAID_OF_CLAUSES.has(after))) return false
  const opensClaim = tokens[start]?.tokenType === K.Claim && index - start <= 5 && !STARTS.has(tokens[index - 1]?.tokenType ?? Name)
  return !(opensClaim && (after === K.EachYear || after === K.EachMonth || after === K.InAll))
}

/** The indices of the tokens that start a statement. */
export function statementStarts(tokens: readonly IToken[]): readonly number[] {
  const starts: number[] = []
  let current = -1
  for (let index = 0; index < tokens.length; index += 1) {
    if (!startsStatement(tokens, index, current)) continue
    starts.push(index)
    current = index
  }
  return starts
}
