import type { ClauseItem, Expression } from '../../syntax/tree.ts'
import { eachExpression } from '../../syntax/visit.ts'
import { finding, insertion } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 一次性 按 KEY in a clause that pays by period: of all periods only one would be paid, unless 本期 is in the key. */
export function onceOverPeriods(items: readonly ClauseItem[]): readonly Finding[] {
  return items.flatMap((item) => {
    if (item.kind !== 'once' || item.key === null || item.key.some(namesPeriod)) return []
    const last = item.key.at(-1)
    const at = last === undefined ? item.span.end : last.span.end
    return [finding('once-over-periods', item.span, {}, [insertion(at, '，本期')])]
  })
}

function namesPeriod(key: Expression): boolean {
  let found = false
  eachExpression(key, (one) => { found ||= one.kind === 'period-start' || one.kind === 'period-number' })
  return found
}
