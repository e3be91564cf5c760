import type { ClauseItem } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { itemName } from '../item-names.ts'

const DEPENDS: ReadonlySet<ClauseItem['kind']> = new Set(['when', 'unless', 'may', 'term', 'grant', 'recognise', 'cases', 'provide', 'refer', 'deduct', 'repay', 'cap', 'quota', 'once', 'same', 'condition-over', 'power-over', 'cumulable', 'together', 'shared-by'])

/** 依解读 on an item whose meaning no reading changes, such as whom a clause is about. */
export function readingMisplaced(item: ClauseItem): Finding | null {
  if (item.under.length === 0 || DEPENDS.has(item.kind)) return null
  const { zh, en } = itemName(item)
  return finding('reading-misplaced', item.span, { item: zh, item_en: en })
}
