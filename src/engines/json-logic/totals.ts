import type { Policy } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Line, Sum, Totals } from '../engine.ts'
import type { Draft } from './lines.ts'

/** Plain sums: no limit binds across the lines, or the engine would have refused. */
export function sumOf(drafts: readonly Draft[]): Sum {
  return plainSum(drafts.filter((draft) => draft.money).map(({ line }) => line))
}

/** What is to be paid back. */
export function repaymentOf(drafts: readonly Draft[]): Sum {
  return plainSum(drafts.map(({ line }) => line).filter(({ kind }) => kind === 'repayment'))
}

function plainSum(money: readonly Line[]): Sum {
  return {
    committed: money.reduce((sum, { committed }) => sum + committed, 0n),
    possible: money.reduce((sum, { possible }) => sum + (possible ?? 0n), 0n),
    unstated: money.filter(({ possible }) => possible === null).length,
  }
}

export function totalsOf(policy: Policy, on: string, drafts: readonly Draft[]): Totals {
  const standings: Record<Standing, number> = { holds: 0, fails: 0, undetermined: 0, 'awaits-decision': 0, withdrawn: 0 }
  for (const { line } of drafts) standings[line.standing] += 1
  const measureOf = (line: Line) => {
    const id = policy.clauses.find((clause) => clause.id === line.clause)?.measure
    return policy.measures.find((measure) => measure.id === id)
  }
  const total = sumOf(drafts)
  return {
    ...total,
    byClause: by(drafts, (line) => line.clause),
    byMeasure: by(drafts, (line) => measureOf(line)?.id),
    byAgency: by(drafts, (line) => measureOf(line)?.responsible[0]),
    byYear: new Map([[on.slice(0, 4), total]]),
    byPayer: new Map(),
    repayment: repaymentOf(drafts),
    standings,
  }
}

function by(drafts: readonly Draft[], name: (line: Line) => string | undefined): ReadonlyMap<string, Sum> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    const key = name(draft.line)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), draft])
  }
  return new Map([...groups].map(([key, own]) => [key, sumOf(own)]))
}
