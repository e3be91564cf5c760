import type { Word } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { nearest, suggestion } from '../names.ts'

/** What was looked for, in words. */
export const WHAT = {
  name: { zh: '事实、定义或取值', en: 'fact, definition or value' },
  entity: { zh: '申请人或事项', en: 'applicant or matter' },
  type: { zh: '枚举或事项', en: 'enumeration or matter' },
  value: { zh: '枚举的取值', en: 'value of an enumeration' },
  field: { zh: '事实', en: 'fact' },
  agency: { zh: '机关', en: 'agency' },
  measure: { zh: '措施', en: 'measure' },
} as const

export type What = keyof typeof WHAT

/** A name that nothing declares; `candidates` are the names that could have been meant. */
export function unknownName(word: Word, what: What, candidates: Iterable<string>): Finding {
  const near = nearest(word.text, candidates)
  const words = WHAT[what]
  const hint = suggestion(near, { zh: `先声明这个${words.zh}`, en: `declare the ${words.en} first` })
  return finding('unknown-name', word.span, { name: word.text, what: words.zh, what_en: words.en, ...hint }, near === null ? [] : [replacement(word.span, near)])
}
