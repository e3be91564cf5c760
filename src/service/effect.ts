import type { Name } from '../core/core.ts'
import type { Standing } from '../core/example.ts'
import type { Line, Result, Trace } from '../engines/engine.ts'
import { moneyRange } from '../explain/money.ts'
import { STANDINGS } from '../explain/names.ts'
import { concat, listed } from '../explain/text.ts'
import type { ClauseItem, Statement } from '../syntax/tree.ts'

const linesOf = (result: Result, clause: string): readonly Line[] => result.applicants.flatMap((applicant) => applicant.lines.filter((line) => line.clause === clause))

/** How a clause comes out over the open dossiers: “成立 3 项、不成立 2 项；合计 40万元”; null where no line is about it. */
export function clauseEffect(result: Result, clause: string): Name | null {
  const lines = linesOf(result, clause)
  if (lines.length === 0) return null
  const counts = (Object.keys(STANDINGS) as Standing[]).flatMap((standing) => {
    const count = lines.filter((line) => line.standing === standing).length
    const { zh, en } = STANDINGS[standing]
    return count === 0 ? [] : [{ zh: `${zh} ${count} 项`, en: `${count} ${en}` }]
  })
  const sum = result.totals.byClause.get(clause)
  if (sum === undefined || (sum.committed === 0n && sum.possible === 0n)) return listed(counts)
  const range = moneyRange(sum.committed, sum.unstated > 0 && sum.possible === sum.committed ? null : sum.possible)
  return concat(listed(counts), { zh: '；合计 ', en: '; in all ' }, range)
}

export interface Held {
  readonly holds: number
  readonly open: number
  readonly of: number
}

/** The conditions of a clause that count under the readings chosen, in the order of the text. */
export function conditionsKept(statement: Statement, result: Result, chinese: (name: string) => string): readonly Extract<ClauseItem, { readonly kind: 'when' | 'unless' }>[] {
  if (!('items' in statement)) return []
  const chosen = (item: ClauseItem): boolean => item.under.every(({ ambiguity, reading }) =>
    result.readings.some((one) => one.ambiguity === ambiguity.text && one.reading === chinese(reading.text)))
  return statement.items.flatMap((item) => ((item.kind === 'when' || item.kind === 'unless') && chosen(item) ? [item] : []))
}

/** For how many matters of the open dossiers a clause's n-th condition (from 0) is met, and for how many it is open. `negated`: 除非. */
export function conditionHeld(result: Result, clause: string, nth: number, negated: boolean): Held | null {
  const wanted = `${clause}/condition${nth + 1}`
  const found = linesOf(result, clause).flatMap((line) => traceWith(line.trace, wanted) ?? [])
  if (found.length === 0) return null
  const met = negated ? 'false' : 'true'
  const holds = found.filter(({ value }) => value.low === met && value.high === met).length
  const open = found.filter(({ value }) => value.low === 'false' && value.high === 'true').length
  return { holds, open, of: found.length }
}

export function traceWith(trace: Trace, id: string): Trace | null {
  if (trace.id === id) return trace
  for (const child of trace.children) {
    const found = traceWith(child, id)
    if (found !== null) return found
  }
  return null
}
