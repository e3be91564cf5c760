import { diff } from './diff.ts'
import type { Segment } from '../../src/source/segments.ts'

/** 将第六条中的“30%”修改为“40%”: one change of a measure's text, in the words of an amending decision. */
export interface Amendment {
  readonly segment: string
  readonly words: string
  /** What is replaced, unique in the measure's text, and by what. */
  readonly from: string
  readonly to: string
}

const DIGITS = '零一二三四五六七八九'

/** 6 → 六, 12 → 十二, 20 → 二十, 103 → 一百零三; up to 999. */
export function chineseNumeral(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const digit = (value: number): string => DIGITS.charAt(value)
  const below = tens === 0 ? (ones === 0 ? '' : (hundreds > 0 ? '零' : '') + digit(ones)) : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十${ones === 0 ? '' : digit(ones)}`
  return (hundreds > 0 ? `${digit(hundreds)}百` : '') + below || '零'
}

const where = (measure: string | null): string => (measure !== null && /^\d{1,3}$/.test(measure) ? `第${chineseNumeral(Number(measure))}条中` : '文中')

/** The changes of a document, sentence by sentence, in order; sentences are known again by their number. */
export function amendments(before: readonly Segment[], after: readonly Segment[]): readonly Amendment[] {
  const now = new Map(after.map((each) => [each.id, each.text]))
  return before.flatMap((segment): readonly Amendment[] => {
    const text = now.get(segment.id)
    if (text === undefined || text === segment.text) return []
    const measure = before.filter((each) => each.measure === segment.measure).map((each) => each.text).join('')
    return replacements(segment.text, text).map(({ start, end, text: put }) => amendment(segment, measure, start, end, put))
  })
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

function replacements(before: string, after: string): readonly Replacement[] {
  const found: Replacement[] = []
  let at = 0
  for (const piece of diff(before, after)) {
    const last = found.at(-1)
    if (piece.kind === 'same') at += piece.text.length
    else if (piece.kind === 'gone') {
      found.push({ start: at, end: at + piece.text.length, text: '' })
      at += piece.text.length
    } else if (last !== undefined && last.end === at && last.text === '') found[found.length - 1] = { ...last, text: piece.text }
    else found.push({ start: at, end: at, text: piece.text })
  }
  return found
}

/** Takes in words before and after until what is quoted stands once in the measure. */
function amendment(segment: Segment, measure: string, start: number, end: number, put: string): Amendment {
  const text = segment.text
  let [from, to] = [start, end]
  const once = (quote: string): boolean => quote !== '' && measure.indexOf(quote) === measure.lastIndexOf(quote) && measure.includes(quote)
  while (!once(text.slice(from, to)) && (from > 0 || to < text.length)) {
    if (from > 0) from -= 1
    else to += 1
  }
  const old = text.slice(from, to)
  const fresh = text.slice(from, start) + put + text.slice(end, to)
  const words = put === '' && from === start && to === end ? `删去${where(segment.measure)}的“${old}”。` : `将${where(segment.measure)}的“${old}”修改为“${fresh}”。`
  return { segment: segment.id, words, from: old, to: fresh }
}
