import { KEYWORDS } from '../../grammar/keywords.ts'
import type { KeywordId } from '../../grammar/keywords.ts'
import { tokenize } from '../../grammar/words.ts'
import type { Span } from '../base/span.ts'
import type { Statement } from '../syntax/tree.ts'
import { statementAt, treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** A token before the cursor: its type's name (a keyword's id, Name, Quantity, …) and its text. */
export interface Before {
  readonly type: string
  readonly image: string
  readonly start: number
  readonly end: number
}

/** Where a word is being written. */
export interface Place {
  readonly statement: Statement | null
  /** Of the statement up to the word, in the order of the text. */
  readonly before: readonly Before[]
  /** The word so far, which a choice replaces. */
  readonly word: Span
  /** The word is the first of its line. */
  readonly firstOfLine: boolean
  /** It stands at the very start of its line: where statements start. */
  readonly atMargin: boolean
  /** The cursor is inside a quotation; `word` is then its content. */
  readonly quoted: boolean
  /** It is inside a comment. */
  readonly comment: boolean
}

const RUN = /[A-Za-z_\u3400-\u9fff\uf900-\ufaff][\w\u3400-\u9fff\uf900-\ufaff]*$/
const TAIL = /^[\w\u3400-\u9fff\uf900-\ufaff]*/
const QUOTES: ReadonlySet<string> = new Set(['Quote', 'StraightQuote', 'UnclosedQuote'])

/** Reads only the statement that the cursor is in: its tokens tell what may stand there. */
export function placeAt(workspace: Workspace, file: string, offset: number): Place | null {
  const tree = treeOf(workspace, file)
  if (tree === null) return null
  const placed = statementAt(workspace, file, offset)?.placed ?? null
  const from = placed?.start ?? 0
  const { text } = tree
  const typed = wordBefore(text, offset)
  // Without the word itself: of 50万 the number is what stands before.
  const until = offset - typed.length
  const { tokens, comments } = tokenize(text.slice(from, until))
  const all = tokens.map(({ tokenType, image, startOffset }): Before => ({ type: tokenType.name, image, start: startOffset + from, end: startOffset + from + image.length }))
  const last = all.at(-1)
  const inQuote = last !== undefined && last.end === until && QUOTES.has(last.type) && !/[”"]$/.test(last.image.slice(1))
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const comment = comments.some((one) => from + one.startOffset + one.image.length === until)
  if (inQuote) {
    const close = text.slice(offset).search(/[”"\n]/)
    const word = { start: last.start + 1, end: close === -1 ? text.length : offset + close }
    return { statement: placed?.statement ?? null, before: all.slice(0, -1), word, firstOfLine: false, atMargin: false, quoted: true, comment }
  }
  const word = { start: until, end: offset + (typed === '' ? 0 : (TAIL.exec(text.slice(offset))?.[0].length ?? 0)) }
  const lead = line.slice(0, line.length - typed.length)
  return {
    statement: placed?.statement ?? null, before: all, word,
    firstOfLine: lead.trim() === '', atMargin: lead === '', quoted: false, comment,
  }
}

function wordBefore(text: string, offset: number): string {
  return RUN.exec(text.slice(Math.max(0, offset - 60), offset))?.[0] ?? ''
}

export function isKeyword(type: string): type is KeywordId {
  return Object.hasOwn(KEYWORDS, type)
}
