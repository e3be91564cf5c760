import fc, { type Arbitrary } from 'fast-check'
import { KEYWORDS, type KeywordId } from '../../grammar/keywords.ts'
import { NAMES } from './expressions.ts'
import { heng } from './statements.ts'

const words = (Object.keys(KEYWORDS) as KeywordId[]).flatMap((id) => [KEYWORDS[id].zh, KEYWORDS[id].en])
/** Fragments that cut, join and confuse. */
export const fragment: Arbitrary<string> = fc.oneof(
  fc.constantFrom('“', '”', '"', '「', '」', '(', ')', '（', '）', '，', '：', '#', '//', '\n', ' ', '.', '%', '/', '-', '，，', '\u0000', '\ud800', '\udc00', '𠮷', '5亿元', '1,000', '2026-02-30', '以上不满3', 'X.1', '\r\n', '、', '的'),
  fc.constantFrom(...words), fc.constantFrom(...NAMES.flat()), fc.string({ maxLength: 5 }),
)

/** Text that is hardly ever well-formed. */
export const noise: Arbitrary<string> = fc.tuple(fc.array(fragment, { maxLength: 40 }), fc.constantFrom(' ', '', '\n')).map(([parts, mark]) => parts.join(mark))

export interface Cut {
  readonly at: number
  readonly length: number
  readonly insert: string
}
/** An edit whose place is a share of the text's length. */
export const cut: Arbitrary<Cut> = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)), insert: fc.oneof(fc.constant(''), fragment, fc.tuple(fragment, fragment).map((two) => two.join(' '))) })

export function applyCut(text: string, { at, length, insert }: Cut): string {
  const start = Math.floor(at * text.length)
  return text.slice(0, start) + insert + text.slice(start + length)
}

/** A well-formed text with a few edits made to it. */
export const mutated: Arbitrary<string> = fc.tuple(heng, fc.array(cut, { minLength: 1, maxLength: 4 })).map(([text, cuts]) => cuts.reduce(applyCut, text))
