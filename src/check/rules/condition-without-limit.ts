import type { ClauseItem } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { itemName } from '../item-names.ts'

/** 约束 9.2 除非 属于配套, with no limit beside it: it says of nothing when it counts. */
export function conditionWithoutLimit(item: ClauseItem): Finding {
  const { zh, en } = itemName(item)
  return finding('condition-without-limit', item.span, { item: zh, item_en: en })
}
