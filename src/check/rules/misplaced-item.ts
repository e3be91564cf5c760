import type { ClauseItem, Statement } from '../../syntax/tree.ts'
import { finding, removal } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { itemName, statementName } from '../item-names.ts'

const ONLY_QUOTES: ReadonlySet<ClauseItem['kind']> = new Set(['cites', 'see'])
const IN_CONSTRAINT: ReadonlySet<ClauseItem['kind']> = new Set(['cites', 'see', 'in-principle', 'same', 'condition-over', 'power-over', 'cumulable', 'together', 'shared-by', 'when', 'unless'])
const IN_DIRECTION: ReadonlySet<ClauseItem['kind']> = new Set(['cites', 'see', 'for-each', 'addressee', 'when', 'unless', 'may', 'valid'])
const NOT_IN_CLAUSE: ReadonlySet<ClauseItem['kind']> = new Set(['in-principle', 'same', 'condition-over', 'power-over', 'cumulable', 'together', 'shared-by'])

function allowed(statement: Statement['kind'], item: ClauseItem['kind']): boolean {
  switch (statement) {
    case 'clause':
      return !NOT_IN_CLAUSE.has(item)
    case 'constraint':
      return IN_CONSTRAINT.has(item)
    case 'direction':
      return IN_DIRECTION.has(item)
    default:
      return ONLY_QUOTES.has(item)
  }
}

/** An item that has no meaning in this kind of statement; null when it has. */
export function misplacedItem(statement: Statement['kind'], item: ClauseItem): Finding | null {
  if (allowed(statement, item.kind)) return null
  const [what, where] = [itemName(item), statementName(statement)]
  return finding('misplaced-item', item.span, { item: what.zh, item_en: what.en, place: `“${where.zh}”`, place_en: `a ${where.en}` }, [removal(item.span, what.zh)])
}
