import type { IToken, TokenType } from 'chevrotain'
import { KEYWORDS, type KeywordId } from './keywords.ts'
import {
  DATE, DateLiteral, DottedId, K, LeftParen, lexRaw, Name, NUMBER, Quantity, Quote, QuotedName, RightParen, runPattern, Separator, StraightQuote, Stray,
  UnclosedQuote, WholeNumber,
} from './tokens.ts'
import { COUNT_UNITS, DAY_UNITS, DAY_UNITS_EN, DURATION_UNITS, DURATION_UNITS_EN, MONEY_UNITS, MONEY_UNITS_EN, RATIO_UNITS } from './units.ts'

/** Something in the text that is no token. */
export interface LexicalProblem {
  readonly code: 'unexpected-character' | 'unclosed-quote'
  readonly start: number
  readonly end: number
  readonly found: string
}

/** A token's number and unit, as written: 20万元 is `20` and `万元`; `per` is 吨 in 0.8元/吨. */
export interface Measured {
  readonly digits: string
  readonly unit: string
  readonly per: string | null
}

export interface Tokens {
  readonly tokens: readonly IToken[]
  readonly comments: readonly IToken[]
  readonly problems: readonly LexicalProblem[]
}

interface Spelling {
  readonly single: TokenType | null
  /** The words after the first one, the longest list first. */
  readonly phrases: readonly { readonly rest: readonly string[]; readonly type: TokenType }[]
}

const HAN = /^[\u3400-\u9fff]+$/

function spellings(): ReadonlyMap<string, Spelling> {
  const found = new Map<string, { single: TokenType | null; phrases: { rest: string[]; type: TokenType }[] }>()
  const entry = (word: string) => {
    const known = found.get(word) ?? { single: null, phrases: [] }
    found.set(word, known)
    return known
  }
  for (const id of Object.keys(KEYWORDS) as KeywordId[]) {
    const { zh, en, also } = KEYWORDS[id]
    for (const spelling of [zh, en, ...(also ?? [])]) {
      const [first = '', ...rest] = spelling.split(' ')
      if (rest.length === 0) entry(first).single = K[id]
      else entry(first).phrases.push({ rest, type: K[id] })
      if (rest.length > 0 && HAN.test(first)) entry(spelling.replaceAll(' ', '')).single = K[id]
    }
  }
  for (const { phrases } of found.values()) phrases.sort((a, b) => b.rest.length - a.rest.length)
  return found
}

const SPELLINGS = spellings()
/** Words that belong to a phrase, such as `most` in `at most`: no name is written so without 「」. */
const PHRASE_WORDS = new Set([...SPELLINGS.values()].flatMap(({ phrases }) => phrases.flatMap(({ rest }) => rest)))
const LONGEST_HAN = Math.max(...[...SPELLINGS.keys()].filter((word) => HAN.test(word)).map((word) => word.length))

const MONEY = new Set<string>([...Object.keys(MONEY_UNITS).filter((unit) => unit !== '分'), ...Object.keys(MONEY_UNITS_EN)])
const UNITS = new Set<string>([
  ...MONEY, ...Object.keys(DURATION_UNITS), ...Object.keys(DURATION_UNITS_EN), ...DAY_UNITS, ...DAY_UNITS_EN, ...Object.keys(RATIO_UNITS),
  ...Object.keys(COUNT_UNITS), ...Object.values(COUNT_UNITS),
])
const LONGEST_UNIT = Math.max(...[...UNITS].map((unit) => unit.length))

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39
const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13) || code === 0x3000 || code === 0xa0

function firstDigit(run: string): number {
  for (let at = 0; at < run.length; at += 1) if (isDigit(run.charCodeAt(at))) return at
  return -1
}

/** 以上不满 as 以上, 不满; null when it is not made of Chinese keywords wholly. */
function cutIntoKeywords(run: string): readonly string[] | null {
  if (run.length > 24) return null
  if (run === '') return []
  for (let length = Math.min(LONGEST_HAN, run.length); length > 0; length -= 1) {
    const word = run.slice(0, length)
    if (SPELLINGS.get(word)?.single == null || !HAN.test(word)) continue
    const rest = cutIntoKeywords(run.slice(length))
    if (rest !== null) return [word, ...rest]
  }
  return null
}

/** What follows a number at once, up to the next digit: its unit and the keywords glued to it. */
function cutUnit(run: string, knownOnly: boolean): { readonly unit: string; readonly keywords: readonly string[] } | null {
  if (UNITS.has(run)) return { unit: run, keywords: [] }
  for (let length = Math.min(LONGEST_UNIT, run.length - 1); length > 0; length -= 1) {
    const unit = run.slice(0, length)
    const keywords = UNITS.has(unit) ? cutIntoKeywords(run.slice(length)) : null
    if (keywords !== null) return { unit, keywords }
  }
  if (knownOnly) return null
  for (let length = Math.max(1, run.length - 24); length < run.length; length += 1) {
    const keywords = cutIntoKeywords(run.slice(length))
    if (keywords !== null) return { unit: run.slice(0, length), keywords }
  }
  return null
}

function make(tokenType: TokenType, image: string, startOffset: number, endOffset: number): IToken {
  return { tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? 0, image, startOffset, endOffset }
}

function retag(token: IToken, tokenType: TokenType): IToken {
  token.tokenType = tokenType
  token.tokenTypeIdx = tokenType.tokenTypeIdx ?? 0
  return token
}

interface Words {
  readonly text: string
  readonly raw: readonly IToken[]
  readonly out: IToken[]
  readonly problems: LexicalProblem[]
  readonly run: RegExp
  /** Raw tokens that start before this offset are used up. */
  used: number
}

function runAt(words: Words, offset: number): string | null {
  words.run.lastIndex = offset
  return words.run.exec(words.text)?.[0] ?? null
}

function matchAt(pattern: string, text: string, offset: number): string | null {
  const sticky = new RegExp(pattern, 'y')
  sticky.lastIndex = offset
  return sticky.exec(text)?.[0] ?? null
}

function pushKeywords(words: Words, keywords: readonly string[], offset: number): number {
  let at = offset
  for (const word of keywords) {
    const type = SPELLINGS.get(word)?.single ?? Name
    words.out.push(make(type, word, at, at + word.length - 1))
    at += word.length
  }
  return at
}

/** A number in the middle of a run: 不满5亿元. */
function pushNumberAt(words: Words, offset: number): void {
  const { text, out } = words
  const date = matchAt(DATE, text, offset)
  if (date !== null) {
    out.push(make(DateLiteral, date, offset, offset + date.length - 1))
    words.used = offset + date.length
    return
  }
  const digits = matchAt(NUMBER, text, offset) ?? text.slice(offset, offset + 1)
  pushNumber(words, digits, offset)
}

/** 条款 1.1 名…: the number is an id, and what follows it a name. */
const BEFORE_ID = new Set<TokenType | undefined>([K.Clause, K.Constraint, K.Direction, K.Recital, K.Measure, K.Ambiguity, K.Commencement])

function pushNumber(words: Words, digits: string, offset: number): void {
  const { text, out } = words
  const end = offset + digits.length
  if (BEFORE_ID.has(out[out.length - 1]?.tokenType)) {
    out.push(make(WholeNumber, digits, offset, end - 1))
    words.used = end
    return
  }
  const sign = text.charAt(end)
  if (sign === '%' || sign === '％' || sign === '‰') {
    pushMeasured(words, { digits, unit: sign === '％' ? '%' : sign, per: null }, offset, end + 1)
    const glued = runAt(words, end + 1)
    if (glued !== null) pushGlued(words, glued, end + 1)
    return
  }
  let at = end
  while (isSpace(text.charCodeAt(at))) at += 1
  const run = runAt(words, at)
  if (run !== null) {
    const digitAt = firstDigit(run)
    const head = digitAt === -1 ? run : run.slice(0, digitAt)
    if (head === 'percentage') {
      const points = matchAt('percentage\\s+points(?![A-Za-z_\\d])', text, at)
      if (points !== null) return pushMeasured(words, { digits, unit: '个百分点', per: null }, offset, at + points.length)
    }
    const cut = cutUnit(head, at > end)
    if (cut !== null && (digitAt === -1 || cut.keywords.length > 0)) {
      return pushWithUnit(words, { digits, unit: cut.unit, per: null }, offset, at + cut.unit.length, cut.keywords)
    }
    if (at === end) return pushMeasured(words, { digits, unit: run, per: null }, offset, end + run.length)
  }
  out.push(make(WholeNumber, digits, offset, end - 1))
  words.used = end
}

function pushMeasured(words: Words, measured: Measured, start: number, end: number): void {
  const token = make(Quantity, words.text.slice(start, end), start, end - 1)
  token.payload = measured
  words.out.push(token)
  words.used = end
}

function pushWithUnit(words: Words, measured: Measured, start: number, end: number, keywords: readonly string[]): void {
  const perRun = keywords.length === 0 && MONEY.has(measured.unit) && /[/／]/.test(words.text.charAt(end)) ? runAt(words, end + 1) : null
  if (perRun !== null) {
    const cut = cutUnit(perRun, false) ?? { unit: perRun, keywords: [] }
    pushMeasured(words, { ...measured, per: cut.unit }, start, end + 1 + cut.unit.length)
    words.used = pushKeywords(words, cut.keywords, words.used)
    return
  }
  pushMeasured(words, measured, start, end)
  const after = pushKeywords(words, keywords, end)
  words.used = after
  if (keywords.length > 0 && isDigit(words.text.charCodeAt(after))) pushNumberAt(words, after)
}

/** A run at once before or after a number, where it consists of keywords wholly. */
function pushGlued(words: Words, run: string, offset: number): boolean {
  const digitAt = firstDigit(run)
  const head = digitAt === -1 ? run : run.slice(0, digitAt)
  const keywords = head === '' ? null : cutIntoKeywords(head)
  if (keywords === null) return false
  const after = pushKeywords(words, keywords, offset)
  words.used = after
  if (digitAt !== -1) pushNumberAt(words, after)
  return true
}

function phraseAt(words: Words, index: number, spelling: Spelling): { readonly type: TokenType; readonly length: number } | null {
  for (const { rest, type } of spelling.phrases) {
    if (type === K.IsNot && inDefinitionHead(words.out)) continue
    if (rest.every((word, k) => words.raw[index + 1 + k]?.image === word)) return { type, length: rest.length }
  }
  return null
}

/** `define x is not y`: here `is` stands alone, and `not` begins the expression. */
function inDefinitionHead(out: readonly IToken[]): boolean {
  for (let at = out.length - 1; at >= 0; at -= 1) {
    const type = out[at]?.tokenType
    if (type === K.Definition) return true
    if (type !== Name && type !== LeftParen && type !== RightParen && type !== Separator && type !== K.About) return false
  }
  return false
}

/** Where only a name can stand, a keyword is one: 依解读 A4 最高, 解读 最高, 日期 (date). */
function standsForName(words: Words, index: number): boolean {
  const { out, raw } = words
  const last = out[out.length - 1]?.tokenType
  const before = out[out.length - 2]?.tokenType
  if (last === K.Reading) return true
  if (last === LeftParen) return (before === Name || before === WholeNumber || before === DottedId) && raw[index + 1]?.tokenType === RightParen
  return last === Name && inReadings(out)
}

/** Whether the last token is the ambiguity of `依解读 A1 x，A2`. */
function inReadings(out: readonly IToken[]): boolean {
  for (let at = out.length - 2; at >= 0; at -= 3) {
    const type = out[at]?.tokenType
    if (type === K.UnderReading) return true
    if (type !== Separator || out[at - 1]?.tokenType !== Name || out[at - 2]?.tokenType !== Name) return false
  }
  return false
}

/** A run of letters: one keyword or several, part of a longer phrase, or a name. Returns how many raw tokens more it took. */
function pushRun(words: Words, token: IToken, index: number): number {
  const { raw, out, text } = words
  const end = (token.endOffset ?? token.startOffset) + 1
  const spelling = SPELLINGS.get(token.image)
  if (spelling !== undefined) {
    const phrase = phraseAt(words, index, spelling)
    const last = phrase === null ? token : (raw[index + phrase.length] ?? token)
    const type = phrase?.type ?? spelling.single
    if (type !== null && !(phrase === null && standsForName(words, index))) {
      const lastOffset = last.endOffset ?? last.startOffset
      out.push(phrase === null ? retag(token, type) : make(type, text.slice(token.startOffset, lastOffset + 1), token.startOffset, lastOffset))
      return phrase?.length ?? 0
    }
  } else {
    if (firstDigit(token.image) > 0 && pushGlued(words, token.image, token.startOffset)) return 0
    const after = raw[index + 2]
    if (text.charAt(end) === '.' && after?.tokenType === WholeNumber && after.startOffset === end + 1) {
      const lastOffset = after.endOffset ?? after.startOffset
      out.push(make(DottedId, text.slice(token.startOffset, lastOffset + 1), token.startOffset, lastOffset))
      return 2
    }
  }
  out.push(token)
  return 0
}

function reportStray(words: Words, token: IToken): void {
  const last = words.problems[words.problems.length - 1]
  const end = token.startOffset + 1
  if (last?.code === 'unexpected-character' && last.end === token.startOffset && last.found.length < 20) {
    words.problems[words.problems.length - 1] = { ...last, end, found: last.found + token.image }
  } else if (last?.code === 'unexpected-character' && last.end === token.startOffset) {
    words.problems[words.problems.length - 1] = { ...last, end }
  } else words.problems.push({ code: 'unexpected-character', start: token.startOffset, end, found: token.image })
}

function pushQuoteThatDoesNotEnd(words: Words, token: IToken): void {
  words.problems.push({ code: 'unclosed-quote', start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1, found: token.image.slice(0, 20) })
  token.payload = 'unclosed'
  words.out.push(retag(token, token.image.startsWith('「') ? Name : Quote))
}

/** All tokens of `text`, with keywords and units found. Never throws; what is no token is a problem and left out. */
export function tokenize(text: string): Tokens {
  const { tokens: raw, comments } = lexRaw(text)
  const words: Words = { text, raw, out: [], problems: [], run: runPattern(), used: 0 }
  for (let index = 0; index < raw.length; index += 1) {
    const token = raw[index]
    if (token === undefined || token.startOffset < words.used) continue
    const type = token.tokenType
    if (type === Name) index += pushRun(words, token, index)
    else if (type === WholeNumber) pushNumber(words, token.image, token.startOffset)
    else if (type === Stray) reportStray(words, token)
    else if (type === UnclosedQuote) pushQuoteThatDoesNotEnd(words, token)
    else if (type === StraightQuote) words.out.push(retag(token, Quote))
    else if (type === QuotedName) words.out.push(retag(token, Name))
    else words.out.push(token)
  }
  return { tokens: words.out, comments, problems: words.problems }
}

/** Whether a number with `unit` directly after it is read as that number and that unit. */
export function isUnit(unit: string): boolean {
  const { tokens, problems } = tokenize(`1${unit}`)
  const measured: Measured | undefined = tokens[0]?.payload
  return tokens.length === 1 && problems.length === 0 && measured?.unit === unit && measured.per === null
}

/** Whether `text` can be written without 「」 wherever a name stands. */
export function isPlainName(text: string): boolean {
  if (SPELLINGS.has(text) || UNITS.has(text) || PHRASE_WORDS.has(text)) return false
  const { tokens, problems } = tokenize(`1 ${text}`)
  return tokens.length === 2 && problems.length === 0 && tokens[1]?.tokenType === Name && tokens[1].image === text
}
