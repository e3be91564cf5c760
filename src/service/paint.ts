import type { Span } from '../base/span.ts'
import { canonical } from '../check/canonical.ts'
import type { Name } from '../core/core.ts'
import type { Line } from '../engines/engine.ts'
import { moneyRange } from '../explain/money.ts'
import { concat } from '../explain/text.ts'
import type { ClauseItem, Placed } from '../syntax/tree.ts'
import { conditionsKept, traceWith } from './effect.ts'
import { symbolsOf, treeOf } from './workspace.ts'
import type { Workspace } from './workspace.ts'

/** What one applicant's dossier makes of a condition or a limit: `mixed` where its matters differ. */
export type Paint = 'held' | 'failed' | 'open' | 'mixed' | 'adjusted'

export interface Painted {
  readonly span: Span
  readonly as: Paint
  readonly label: Name
}

const MET: Readonly<Record<'held' | 'failed' | 'open', Name>> = { held: { zh: '符合', en: 'met' }, failed: { zh: '不符合', en: 'not met' }, open: { zh: '待定', en: 'open' } }
const LIMITS: ReadonlySet<ClauseItem['kind']> = new Set(['cap', 'quota', 'once', 'same', 'together'])

/** The conditions and limits in a range of a file, as they came out for one applicant. */
export function paint(workspace: Workspace, file: string, range: Span, applicant: string): readonly Painted[] {
  const tree = treeOf(workspace, file)
  const lines = workspace.result?.applicants.find(({ id }) => id === applicant)?.lines ?? []
  if (tree === null || lines.length === 0) return []
  return tree.statements
    .filter(({ start, statement }) => start <= range.end && start + statement.span.end >= range.start)
    .flatMap((placed) => [...conditions(workspace, placed, lines), ...limits(placed, lines)])
}

function conditions(workspace: Workspace, { start, statement }: Placed, all: readonly Line[]): readonly Painted[] {
  const { result } = workspace
  if (result === null || statement.kind !== 'clause') return []
  const lines = all.filter(({ clause }) => clause === statement.id.text)
  return conditionsKept(statement, result, (name) => canonical(symbolsOf(workspace), name)).flatMap((item, index): readonly Painted[] => {
    const met = item.kind === 'unless' ? 'false' : 'true'
    const found = lines.flatMap(({ subject, trace }) => {
      const value = traceWith(trace, `${statement.id.text}/condition${index + 1}`)?.value
      return value === undefined ? [] : [{ subject, as: value.low !== value.high ? 'open' as const : value.low === met ? 'held' as const : 'failed' as const }]
    })
    const kinds = [...new Set(found.map(({ as }) => as))]
    const [only] = kinds
    if (only === undefined) return []
    const span = { start: item.expr.span.start + start, end: item.expr.span.end + start }
    if (kinds.length === 1) return [{ span, as: only, label: MET[only] }]
    const parts = kinds.map((as): Name => {
      const subjects = found.filter((each) => each.as === as).map(({ subject }) => subject)
      return { zh: `${subjects.join('、')} ${MET[as].zh}`, en: `${subjects.join(', ')} ${MET[as].en}` }
    })
    return [{ span, as: 'mixed', label: { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') } }]
  })
}

/** What the limits of a clause, or a constraint, took away: by how much for which matter. */
function limits({ start, statement }: Placed, lines: readonly Line[]): readonly Painted[] {
  if (statement.kind !== 'clause' && statement.kind !== 'constraint') return []
  const id = statement.id.text
  const items = statement.items.filter(({ kind }) => LIMITS.has(kind))
  return items.flatMap((item): readonly Painted[] => {
    // Within a clause the limits of a kind are numbered: 6.1#cap, 6.1#cap-2. A quota of money is a budget or a ceiling of the total.
    const nth = items.filter(({ kind }) => kind === item.kind).indexOf(item)
    const kinds = item.kind === 'quota' ? ['quota', 'budget', 'total-cap'] : [item.kind]
    const ids = new Set(statement.kind === 'constraint' ? [id] : kinds.map((kind) => `${id}#${kind}${nth === 0 ? '' : `-${nth + 1}`}`))
    const mine = (constraint: string): boolean => ids.has(constraint)
    const changed = lines.flatMap((line) => line.adjustments.filter(({ constraint }) => mine(constraint)).map((each) => ({ ...each, subject: statement.kind === 'constraint' ? `${line.clause} ${line.subject}` : line.subject })))
    if (changed.length === 0) return []
    const parts = changed.map(({ subject, before, after }) => concat({ zh: `${subject} `, en: `${subject} ` }, moneyRange(before.committed, before.possible), ' → ', moneyRange(after.committed, after.possible)))
    const label = { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
    return [{ span: { start: item.span.start + start, end: item.span.end + start }, as: 'adjusted', label }]
  })
}
