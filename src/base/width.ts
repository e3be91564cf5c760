import type { Span } from './span.ts'

/** Ranges of code points that take two columns in a terminal with a Chinese font, by first and last. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f], [0x2e80, 0x303e], [0x3041, 0x33ff], [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0xa000, 0xa4cf], [0xa960, 0xa97f],
  [0xac00, 0xd7a3], [0xf900, 0xfaff], [0xfe30, 0xfe6f], [0xff00, 0xff60], [0xffe0, 0xffe6], [0x1f300, 0x1f64f], [0x1f900, 0x1f9ff],
  [0x20000, 0x2fffd], [0x30000, 0x3fffd],
]

// Signs whose width Unicode leaves open (“ ” ‘ ’ — … ×) count one column: terminals draw them so unless told otherwise.
const COMBINING = /\p{M}|\p{Cf}/u

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20 || code === 0x7f) return 0
  if (code < 0x300) return 1
  if (COMBINING.test(character)) return 0
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** Columns that `text` takes in a terminal: two for a Chinese character, none for a combining mark. Tabs and line ends count none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** `text` with blanks after it until it takes `width` columns. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}

/** `text` with blanks before it until it takes `width` columns. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text
}

/** The columns that a span of one line starts at and ends at, counted from 0. */
export function columnsOf(line: string, span: Span): Span {
  return { start: displayWidth(line.slice(0, span.start)), end: displayWidth(line.slice(0, span.end)) }
}

/** Characters that may not start a line of Chinese text, and those that may not end one: marks, and what belongs to a number. */
const NEVER_FIRST = /[，。、；：？！）》」』”’…%％,.;:?!)\]元万亿条句]/u
const NEVER_LAST = /[（《「『“‘([第]/u

/**
 * `text` in lines of at most `width` columns. Chinese text breaks between any two characters, other text between words;
 * no line starts with a closing mark or ends with an opening one.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces(text)) {
    const wide = displayWidth(piece)
    if (line !== '' && used + displayWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      used = 0
      if (piece.trim() === '') continue
    }
    line += piece
    used += wide
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

/** The parts of a text between which a line may end. */
function pieces(text: string): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const character of text) {
    const before = [...part].at(-1) ?? ''
    const wide = widthOf(character) === 2 || widthOf(before) === 2 || before === ' '
    const breaks = part !== '' && character !== ' ' && wide && !NEVER_FIRST.test(character) && !NEVER_LAST.test(before)
    if (breaks) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  if (part !== '') parts.push(part)
  return parts
}
