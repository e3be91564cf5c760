import { borne, type Way } from '../payers.ts'
import { not } from './comparisons.ts'
import { evaluate } from './expressions.ts'
import type { Draft } from './lines.ts'
import { isKept, type Run } from './scope.ts'
import { asTruth, TRUE } from './values.ts'

/** 分担: who bears each line, after the limits. What the beneficiary gets stays as it is. */
export function withPayers(run: Run, drafts: readonly Draft[]): readonly Draft[] {
  const kept = run.policy.sharing.filter(({ under }) => isKept(run, under))
  if (kept.length === 0) return drafts
  return drafts.map((draft) => {
    if (!draft.money) return draft
    const ways = kept.filter(({ clauses }) => clauses.includes(draft.line.clause)).map((sharing): Way => {
      const condition = sharing.when?.[draft.line.clause]
      if (condition === undefined) return { sharing, ...TRUE, missing: [] }
      const { value } = evaluate(condition.expr, draft.assessment.scope, `${sharing.id}/when`)
      return { sharing, ...(condition.negated ? not(asTruth(value)) : asTruth(value)), missing: value.missing }
    })
    return { ...draft, line: borne(draft.line, ways) }
  })
}
