import type { Word } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { nearest, suggestion } from '../names.ts'

const WHAT = {
  ambiguity: { zh: '歧义', en: 'ambiguity' },
  reading: { zh: '解读', en: 'reading' },
} as const

/** 依解读 A2 补差, where there is no A2 or it has no such reading. */
export function unknownReading(word: Word, what: keyof typeof WHAT, candidates: Iterable<string>): Finding {
  const near = nearest(word.text, candidates)
  const { zh, en } = WHAT[what]
  const hint = suggestion(near, { zh: `先写出这个${zh}`, en: `write that ${en} first` })
  return finding('unknown-reading', word.span, { name: word.text, what: zh, what_en: en, ...hint }, near === null ? [] : [replacement(word.span, near)])
}
