import type { Policy } from '../../core/core.ts'
import type { Decision, Note } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { widensSomething } from '../limit-under.ts'
import { unknownDecision } from '../notes.ts'
import type { Draft } from './drafts.ts'

/** A decision that concerns no line, or decides nothing about it, is reported, not dropped. */
export function strayDecisions(policy: Policy, decisions: readonly Decision[], drafts: readonly Draft[]): readonly Note[] {
  if (decisions.length === 0) return []
  const bySubject = groupBy(drafts, ({ line }) => line.subject)
  return decisions.filter((decision) => !concerns(policy, decision, bySubject)).map(unknownDecision)
}

function concerns(policy: Policy, decision: Decision, bySubject: ReadonlyMap<string, readonly Draft[]>): boolean {
  if (decision.kind === 'limit') return widensSomething(policy.limits, decision, [...bySubject.values()].flatMap((drafts) => drafts.map(({ line }) => line)))
  if (decision.kind === 'exception') {
    return policy.limits.some(({ id, inPrinciple }) => id === decision.limit && inPrinciple)
      && decision.subjects.some((subject) => (bySubject.get(subject) ?? []).some(({ line }) => decision.applicant === null || decision.applicant === line.applicant))
  }
  const clause = policy.clauses.find(({ id }) => id === decision.clause)
  return clause !== undefined && (bySubject.get(decision.subject) ?? []).some(({ line }) => line.clause === clause.id && line.applicant === decision.applicant
    && (clause.powers.length > 0 || (decision.kind === 'amount' && line.kind === 'ceiling' && decision.amount >= 0n)))
}
