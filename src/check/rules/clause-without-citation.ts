import type { Name } from '../../core/core.ts'
import type { ClauseItem, Word } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** A numbered statement that rests on nothing. What only points to other sentences (参见) is a reading of its own, and fine. */
export function clauseWithoutCitation(id: Word, kind: Name, items: readonly ClauseItem[]): Finding | null {
  if (items.some((item) => item.kind === 'cites' || item.kind === 'see')) return null
  return finding('clause-without-citation', id.span, { id: `${kind.zh} ${id.text}`, id_en: `${kind.en} ${id.text}` })
}
