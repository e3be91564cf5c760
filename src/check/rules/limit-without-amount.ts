import type { ClauseItem } from '../../syntax/tree.ts'
import { finding, removal } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { itemName } from '../item-names.ts'

/** 最高 on a recognition: it limits an amount that the clause does not give. */
export function limitWithoutAmount(item: ClauseItem, id: string): Finding {
  const { zh, en } = itemName(item)
  return finding('limit-without-amount', item.span, { id, item: zh, item_en: en }, [removal(item.span, zh)])
}
