import type { Word } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { nearest, suggestion } from '../names.ts'

/** A reference to a number that no clause has. */
export function unknownClause(word: Word, ids: Iterable<string>): Finding {
  const like = nearest(word.text, ids)
  // Of numbers one digit more or less is a slip; another digit is another clause.
  const near = like !== null && differByOne(word.text, like) ? like : null
  const hint = suggestion(near, { zh: '改为已有条款的编号，或者写出这个条款', en: 'use the number of a clause that there is, or write that clause' })
  return finding('unknown-clause', word.span, { id: word.text, ...hint }, near === null ? [] : [replacement(word.span, near)])
}

/** One is the other with one character more. */
function differByOne(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}
