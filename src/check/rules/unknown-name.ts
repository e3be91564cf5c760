import { KEYWORDS } from '../../../grammar/keywords.ts'
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
  const names = [...candidates]
  const near = setApart(word.text, names) ?? nearest(word.text, names)
  const words = WHAT[what]
  const hint = suggestion(near, { zh: `先声明这个${words.zh}`, en: `declare the ${words.en} first` })
  return finding('unknown-name', word.span, { name: word.text, what: words.zh, what_en: words.en, ...hint }, near === null ? [] : [replacement(word.span, near)])
}

const COMPARISONS: readonly string[] = [KEYWORDS.AtLeast, KEYWORDS.AtMost, KEYWORDS.MoreThan, KEYWORDS.LessThan].flatMap(({ zh, also = [] }) => [zh, ...also])
const COMPARED = new RegExp(`^(?:${COMPARISONS.join('|')})(?=\\d|$)`, 'u')

/** 营业收入 超过5000万元, of 营业收入超过5000万元: letters without a space between are one name. */
function setApart(text: string, names: readonly string[]): string | null {
  const name = names.find((each) => text.startsWith(each) && COMPARED.test(text.slice(each.length)))
  return name === undefined ? null : `${name} ${text.slice(name.length)}`
}
