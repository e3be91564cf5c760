import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'

/** 有效期至 a day after the last day of the policy. A duty to repay may outlast the measures, and so may what is paid by period (it began within them); another grant would be paid when they have ended. */
export function outlivesPolicy(entries: readonly Entry[]): readonly Diagnostic[] {
  const until = entries.flatMap(({ piece: { content } }) => (content.kind === 'commencement' ? (content.commencement?.until ?? []) : []))[0]
  if (until === undefined) return []
  const found: Diagnostic[] = []
  for (const { file, placed: { start, statement }, piece: { content } } of entries) {
    if (content.kind !== 'clause' || content.clause === null || content.clause.kind === 'repayment' || statement.kind !== 'clause') continue
    if (statement.items.some((item) => item.kind === 'term')) continue
    for (const item of statement.items) {
      if (item.kind === 'valid' && item.end === 'until' && item.day.text > until) found.push(placed(finding('outlives-policy', item.span, { id: content.clause.id, until }), file, start))
    }
  }
  return found
}
