import { KEYWORDS } from '../../../grammar/keywords.ts'
import type { HeaderItem, Statement } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

const EXPECTED = [
  { item: 'title', keyword: 'Title', zh: '标题 “……”', en: 'title “…”' },
  { item: 'jurisdiction', keyword: 'Jurisdiction', zh: '地区 “……”', en: 'jurisdiction “…”' },
  { item: 'edition', keyword: 'Edition', zh: '文本 征求意见稿', en: 'edition consultation_draft' },
] as const satisfies readonly { readonly item: HeaderItem['kind']; readonly keyword: keyof typeof KEYWORDS; readonly zh: string; readonly en: string }[]

/** What a header says of every policy. */
export function incompleteHeader(statement: Statement & { readonly kind: 'policy' }, hasSource: boolean, hasCommencement: boolean): readonly Finding[] {
  const has = (kind: HeaderItem['kind']): boolean => statement.items.some((item) => item.kind === kind)
  const missing: { readonly keyword: keyof typeof KEYWORDS; readonly zh: string; readonly en: string }[] = EXPECTED.filter((part) => !has(part.item))
  if (hasSource && !has('source')) missing.push({ keyword: 'Source', zh: '原文 “source.txt”', en: 'source “source.txt”' })
  if (!hasCommencement) missing.push({ keyword: 'Commencement', zh: '施行 9 自公布之日', en: 'commencement 9 from_publication' })
  return missing.map(({ keyword, zh, en }) => finding('incomplete-header', statement.name.name.span, { part: KEYWORDS[keyword].zh, part_en: KEYWORDS[keyword].en, example: zh, example_en: en }))
}
