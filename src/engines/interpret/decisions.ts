import type { Limit } from '../../core/core.ts'
import type { Decision } from '../engine.ts'
import type { Run } from './scope.ts'

export type Exception = Decision & { readonly kind: 'exception' }

/** "Recorded decisions (ceilings fixed, powers used, exceptions made)." */
export interface Decided {
  /** null: nothing is recorded. */
  readonly used: boolean | null
  readonly amount: bigint | null
}

/** What was decided about a line; of several decisions the last recorded one. An amount says that the power is used. */
export function decidedOn(run: Run, clause: string, applicant: string, subject: string): Decided {
  let decided: Decided = { used: null, amount: null }
  for (const decision of run.input.decisions) {
    if (decision.kind === 'exception' || decision.kind === 'limit' || decision.clause !== clause || decision.applicant !== applicant || decision.subject !== subject) continue
    if (decision.kind === 'use') decided = { ...decided, used: decision.used }
    else if (decision.amount >= 0n) decided = { used: true, amount: decision.amount }
  }
  return decided
}

/** "`in principle` lets a recorded exception lift it." */
export function exceptionsFrom(run: Run, limit: Limit): readonly Exception[] {
  if (!limit.inPrinciple) return []
  return run.input.decisions.flatMap((decision) => (decision.kind === 'exception' && decision.limit === limit.id ? [decision] : []))
}

export function isExcepted(decision: Exception, applicant: string, subject: string): boolean {
  return (decision.applicant === null || decision.applicant === applicant) && decision.subjects.includes(subject)
}
