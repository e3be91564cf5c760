import type { Policy } from '../../core/core.ts'
import { statementOf } from '../../core/limit-statement.ts'
import type { Decision, Engine, Input, Note, Outcome, Result } from '../engine.ts'
import { exportRules, type ExportedRules } from './export-rules.ts'
import { applyLimits } from './limits.ts'
import { isTaken } from './context.ts'
import { assess, draftLine, instancesOf, refuse, startEvaluation, type Draft, type Evaluation } from './lines.ts'
import { repaymentOf, sumOf, totalsOf } from './totals.ts'

/**
 * Runs the exported rules by json-logic-js, clause by clause and subject by subject. Either it gives what the definition
 * of the language gives, to the fen, or it refuses: unknown facts, limits that bind across lines, earlier grants that count.
 */
export const jsonLogic: Engine = {
  name: 'json-logic',
  evaluate: (policy: Policy, input: Input): Outcome => {
    const evaluation = startEvaluation(policy, input, exportedFor(policy, input))
    const drafts = draftsOf(evaluation)
    const limited = applyLimits(evaluation, drafts)
    refuseSharing(evaluation, limited.drafts)
    const { refusals } = evaluation
    return refusals.length > 0 ? { kind: 'refusal', refusals } : { kind: 'result', result: resultOf(evaluation, limited.drafts, limited.notes) }
  },
}

/** Who pays is not in the rules: a line that somebody bears is refused. */
function refuseSharing(evaluation: Evaluation, drafts: readonly Draft[]): void {
  const kept = evaluation.policy.sharing.filter(({ under }) => isTaken(evaluation, under))
  for (const { line, money, instance } of drafts) {
    if (money && line.possible !== 0n && kept.some(({ clauses }) => clauses.includes(line.clause))) refuse(evaluation, 'sharing', instance.clause)
  }
}

/** A policy is immutable, so its rules hold as long as it lives: one set for each choice of readings. */
const exports = new WeakMap<Policy, Map<string, ExportedRules>>()

function exportedFor(policy: Policy, { readings }: Input): ExportedRules {
  const known = exports.get(policy) ?? new Map<string, ExportedRules>()
  exports.set(policy, known)
  const key = JSON.stringify(readings)
  const before = known.get(key)
  if (before !== undefined) return before
  const exported = exportRules(policy, readings)
  known.set(key, exported)
  return exported
}

function draftsOf(evaluation: Evaluation): readonly Draft[] {
  return evaluation.input.applicants.flatMap((applicant) => {
    const assessed = instancesOf(evaluation, applicant).map((instance) => assess(evaluation, instance)).filter((one) => one !== null)
    const sameSubject = (one: (typeof assessed)[number]) => assessed.filter(({ instance }) => instance.subject === one.instance.subject && instance.entity === one.instance.entity)
    return assessed.map((one) => draftLine(evaluation, one, sameSubject(one))).filter((draft) => draft !== null)
  })
}

function resultOf({ policy, input, exported, inForce }: Evaluation, drafts: readonly Draft[], notes: readonly Note[]): Result {
  return {
    inForce,
    readings: exported.readings,
    applicants: input.applicants.map(({ id }) => {
      const own = drafts.filter(({ line }) => line.applicant === id)
      return { id, lines: own.map(({ line }) => line), total: sumOf(own), repayment: repaymentOf(own) }
    }),
    totals: totalsOf(policy, input.on, drafts),
    notes: [...notes, ...input.decisions.filter((decision) => !concerns(policy, decision, drafts)).map(strayNote)],
  }
}

/** A decision that concerns no line is reported, not dropped. */
function concerns(policy: Policy, decision: Decision, drafts: readonly Draft[]): boolean {
  if (decision.kind === 'limit') {
    const { clause, applicant, subject, amount } = decision
    return amount >= 0n && policy.limits.some(({ id, widened, clauses }) => widened !== null && statementOf(id) === clause
      && drafts.some(({ line }) => clauses.includes(line.clause) && line.applicant === applicant && (subject === line.subject || subject === applicant)))
  }
  if (decision.kind === 'exception') {
    return policy.limits.some(({ id, inPrinciple }) => id === decision.limit && inPrinciple)
      && drafts.some(({ line }) => decision.subjects.includes(line.subject) && (decision.applicant === null || decision.applicant === line.applicant))
  }
  return drafts.some(({ line, instance: { clause } }) => line.clause === decision.clause && line.applicant === decision.applicant && line.subject === decision.subject
    && (clause.powers.length > 0 || (decision.kind === 'amount' && line.kind === 'ceiling' && decision.amount >= 0n)))
}

function strayNote(decision: Decision): Note {
  const about = decision.kind === 'exception' ? decision.limit : decision.clause
  const lines = (decision.kind === 'exception' ? decision.subjects : [decision.subject]).map((subject) => `${about} ${subject}`)
  return {
    code: 'unknown-decision', limit: decision.kind === 'exception' ? decision.limit : null, lines, cite: null,
    message: { zh: `一项决定没有对应的结果，未予采用：${lines.join('、')}`, en: `a decision concerns no line and was not used: ${lines.join(', ')}` },
  }
}
