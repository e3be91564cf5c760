import type { CstNode } from 'chevrotain'
import { stageOf } from '../../grammar/stages.ts'
import { has, kid, kids, maybeWord, oneOf, quote, spanOf, texts, tok } from './cst.ts'
import type { HeaderItem, StageWord, Word } from './tree.ts'

type Bare<T> = T extends unknown ? Omit<T, 'span'> : never

export function headerItems(node: CstNode | undefined): readonly HeaderItem[] {
  const found: HeaderItem[] = []
  for (const one of node === undefined ? [] : kids(node, 'headerItem')) {
    const item = headerItem(one)
    if (item !== null) found.push({ ...item, span: spanOf(one) } as HeaderItem)
  }
  return found
}

const EDITIONS = {
  OfficialText: 'official', ConsultationDraft: 'draft', IllustrativeAmendment: 'illustrative-amendment', ModelText: 'model-text',
} as const
const ROUNDINGS = { HalfUp: 'half-up', RoundDown: 'down', RoundUp: 'up' } as const

function headerItem(node: CstNode): Bare<HeaderItem> | null {
  if (has(node, 'Title') || has(node, 'Jurisdiction')) {
    const both = texts(kid(node, 'texts'))
    return both === null ? null : { kind: has(node, 'Title') ? 'title' : 'jurisdiction', texts: both }
  }
  if (has(node, 'Edition')) {
    const inner = kid(node, 'edition')
    const keyword = inner === undefined ? undefined : oneOf(inner, ['OfficialText', 'ConsultationDraft', 'IllustrativeAmendment', 'ModelText'])
    return keyword === undefined ? null : { kind: 'edition', edition: EDITIONS[keyword] }
  }
  if (has(node, 'Source')) {
    const [file, fingerprint] = [tok(node, 'file'), tok(node, 'fingerprint')]
    return file === undefined ? null : { kind: 'source', file: quote(file), fingerprint: fingerprint === undefined ? null : quote(fingerprint) }
  }
  if (has(node, 'Rounding')) {
    const inner = kid(node, 'rounding')
    const how = inner === undefined ? undefined : oneOf(inner, ['HalfUp', 'RoundDown', 'RoundUp'])
    return inner === undefined || how === undefined ? null : { kind: 'rounding', of: has(inner, 'Grant') ? 'grant' : 'ceiling', how: ROUNDINGS[how] }
  }
  if (has(node, 'LimitOrder')) {
    const inner = kid(node, 'limitOrder')
    const stages = inner === undefined ? [] : kids(inner, 'stage').flatMap((one) => stageWord(maybeWord(tok(one, 'Once') ?? tok(one, 'Name'))))
    return stages.length === 0 ? null : { kind: 'limit-order', stages }
  }
  const published = kid(node, 'published')
  return published === undefined ? null : publishedItem(published)
}

function stageWord(word: Word | null): readonly StageWord[] {
  if (word === null) return []
  const stage = stageOf(word.text)
  return [{ stage, unknown: stage === null ? word.text : null, span: word.span }]
}

/** 公布 2026-01-01; 公布 未定 */
export function publishedItem(node: CstNode): { readonly kind: 'published'; readonly day: ReturnType<typeof maybeWord> } | null {
  const day = maybeWord(tok(node, 'Date'))
  return day === null && !has(node, 'NotYet') ? null : { kind: 'published', day }
}
