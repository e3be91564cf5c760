/** The marks by which official texts number their parts, and where a line has one. */

/** From the widest to the narrowest, as GB/T 9704 orders them; 条 stands apart: where there are articles, they are the measures. */
export type Level = 'part' | 'chapter' | 'section' | 'article' | 'ideograph' | 'bracket' | 'digit'

export interface Mark {
  readonly level: Level
  readonly number: number
  /** Of the mark with the blanks before and after it, from the start of the line. */
  readonly length: number
}

export interface Line {
  readonly start: number
  /** Without the line break. */
  readonly end: number
  readonly mark: Mark | null
}

const NUMERAL = '[〇零一二三四五六七八九十百]+'
const PATTERNS: readonly (readonly [Level, RegExp])[] = [
  ['part', new RegExp(`^\\s*第(${NUMERAL}|\\d{1,4})编\\s*`)],
  ['chapter', new RegExp(`^\\s*第(${NUMERAL}|\\d{1,4})章\\s*`)],
  ['section', new RegExp(`^\\s*第(${NUMERAL}|\\d{1,4})节\\s*`)],
  ['article', new RegExp(`^\\s*第(${NUMERAL}|\\d{1,4})条\\s*`)],
  ['ideograph', new RegExp(`^\\s*(${NUMERAL})、\\s*`)],
  ['bracket', new RegExp(`^\\s*[（(](${NUMERAL})[）)]\\s*`)],
  ['digit', /^\s*(\d{1,3})(?:[.．](?!\d)|、)\s*/],
]

const DIGITS = '零一二三四五六七八九'

/** 十二 → 12, 〇 → 0, 一百零三 → 103; digits as they are. */
export function numeralValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  let total = 0
  let digit: number | null = null
  for (const character of text.replaceAll('〇', '零')) {
    if (character === '十' || character === '百') {
      total += (digit ?? 1) * (character === '十' ? 10 : 100)
      digit = null
    } else {
      digit = DIGITS.indexOf(character)
    }
  }
  return total + (digit ?? 0)
}

export function markOf(line: string): Mark | null {
  for (const [level, pattern] of PATTERNS) {
    const match = pattern.exec(line)
    if (match !== null) return { level, number: numeralValue(match[1] ?? ''), length: match[0].length }
  }
  return null
}

/** The lines that hold more than blanks. */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const line = match[0]
    if (line.trim() !== '') lines.push({ start: match.index, end: match.index + line.length, mark: markOf(line) })
  }
  return lines
}

/**
 * The level whose marks number the measures. Articles (第一条) where there are any; else the narrowest level that counts on
 * through the whole text, at least once in each wider part: （一）…（十三） under 一、…四、 does, （一）（二） anew under each 一、 does not.
 */
export function measureLevel(lines: readonly Line[]): Level | null {
  const present = (level: Level): boolean => lines.some((line) => line.mark?.level === level)
  if (present('article')) return 'article'
  const candidates = (['digit', 'bracket', 'ideograph'] as const).filter(present)
  return candidates.find((level) => countsOn(lines, level) && inEachWiderPart(lines, level)) ?? candidates.at(-1) ?? null
}

const ORDER: readonly Level[] = ['part', 'chapter', 'section', 'article', 'ideograph', 'bracket', 'digit']

export function isWider(level: Level, than: Level): boolean {
  return ORDER.indexOf(level) < ORDER.indexOf(than)
}

function countsOn(lines: readonly Line[], level: Level): boolean {
  let last = 0
  for (const { mark } of lines) {
    if (mark?.level !== level) continue
    if (mark.number <= last) return false
    last = mark.number
  }
  return true
}

function inEachWiderPart(lines: readonly Line[], level: Level): boolean {
  let empty = false
  for (const { mark } of lines) {
    if (mark === null) continue
    if (mark.level === level) empty = false
    else if (isWider(mark.level, level)) {
      // A wider mark directly under a still wider one (第一章, 第一节) opens the same part.
      if (empty) return false
      empty = mark.level === 'ideograph' || mark.level === 'bracket'
    }
  }
  return !empty
}
