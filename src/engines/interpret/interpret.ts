import type { Clause, Policy } from '../../core/core.ts'
import type { ApplicantResult, Decision, Engine, Input, Note, Outcome, Result } from '../engine.ts'
import { assess, meet, type Assessment } from './assess.ts'
import { groupBy } from '../groups.ts'
import { inForceFrom, isInForce } from '../in-force.ts'
import { applyLimit, applyLimits, limitsInOrder, type ApplyLimit } from './limits.ts'
import { draftLine, type Draft } from './lines.ts'
import { widensSomething } from '../limit-under.ts'
import { unknownDecision } from '../notes.ts'
import { orderNotes } from './orders.ts'
import { withPayers } from './payers.ts'
import { turnsOf } from './periods.ts'
import { chosenReadings } from '../readings.ts'
import { repaymentIn } from '../repayments.ts'
import { startRun, type Instance, type Person, type Run } from './scope.ts'
import { sumsOf, totalsOf, type Sums } from './totals.ts'

/** The definition of the language: small, slow, obviously right. Every other engine must agree with it to the fen. It never refuses. */
export const interpreter: Engine = {
  name: 'interpret',
  evaluate: (policy: Policy, input: Input): Outcome => ({ kind: 'result', result: interpret(policy, input) }),
}

/** The meaning, 1 to 6, on one page. */
export function interpret(policy: Policy, input: Input): Result {
  const run = start(policy, input)
  // 2. to 4. Conditions, amounts, rounding: a line per clause and subject.
  return finish(run, draftLines(run))
}

export function start(policy: Policy, input: Input): Run {
  const readings = chosenReadings(policy, input.readings)
  // 1. In force.
  const from = inForceFrom(policy, input)
  return startRun(policy, input, new Map(readings.map(({ ambiguity, reading }) => [ambiguity, reading])), from)
}

export function finish(run: Run, drafts: readonly Draft[], apply: ApplyLimit = applyLimit): Result {
  const { policy, input } = run
  // 5. Constraints.
  const limits = limitsInOrder(run)
  const limited = applyLimits(run, drafts, limits, apply)
  const settled = withPayers(run, limited.drafts.map(settle))
  // 6. Result.
  const sums = sumsOf(settled, limited.applied)
  const notes: readonly Note[] = [...limited.notes, ...orderNotes(run, drafts, limits, limited, apply), ...strayDecisions(run, settled)]
  return {
    inForce: isInForce(policy, run.inForceDay, input.on),
    readings: chosenReadings(policy, input.readings),
    applicants: applicantResults(run, settled, sums),
    totals: totalsOf(run, settled, sums),
    notes,
  }
}

/** Clauses in the order of the text, then subjects in the order of the dossier, then periods. */
function draftLines(run: Run): readonly Draft[] {
  return [...run.people.values()].flatMap((person) => {
    const assessments = run.policy.clauses.flatMap((clause) => assessAll(run, clause, person))
    return assessments.map((one) => draftOf(one, assessments))
  })
}

/** A clause for a person: each subject, and each period where it pays by period. */
export function assessAll(run: Run, clause: Clause, person: Person): readonly Assessment[] {
  return subjectsOf(run, clause, person).flatMap((subject) => turnsOf(run, clause, person, subject).map((turn) => assess(run, clause, person, subject, turn)))
}

/** @param all of the same person */
export function draftOf(one: Assessment, all: readonly Assessment[]): Draft {
  return draftLine(one, all.filter((other) => meet(one, other).canBeTrue))
}

/** The subjects of a clause: each matter of its kind, or the applicant itself; none when others are addressed. */
function subjectsOf(run: Run, clause: Clause, person: Person): readonly Instance[] {
  if (clause.subject === null) return []
  if (clause.subject === run.policy.applicant.name.zh) return [person.self]
  return person.matters.filter(({ entity }) => entity === clause.subject)
}

/** A limit may settle an amount that a missing fact had left open: then the line holds, and nothing is missing. */
function settle(draft: Draft): Draft {
  const { line, settled, money } = draft
  const certain = settled && money && line.kind === 'grant' && (line.standing === 'undetermined' || line.standing === 'awaits-decision') && line.committed === line.possible
  return certain ? { ...draft, line: { ...line, standing: 'holds', missing: [], reasons: line.reasons.filter(({ code }) => code !== 'amount-unknown') } } : draft
}

function applicantResults(run: Run, drafts: readonly Draft[], sums: Sums): readonly ApplicantResult[] {
  const places = groupBy(drafts.map((_, at) => at), (at) => drafts[at]?.line.applicant)
  const lines = groupBy(drafts.map(({ line }) => line), ({ applicant }) => applicant)
  return run.input.applicants.map(({ id }) => {
    const own = lines.get(id) ?? []
    return { id, lines: own, total: sums.of(places.get(id) ?? []), repayment: repaymentIn(own) }
  })
}

/** A decision that concerns no line, or decides nothing about it, is reported, not dropped. */
function strayDecisions(run: Run, drafts: readonly Draft[]): readonly Note[] {
  return run.input.decisions.filter((decision) => !concerns(run, decision, drafts)).map(unknownDecision)
}

function concerns(run: Run, decision: Decision, drafts: readonly Draft[]): boolean {
  if (decision.kind === 'limit') return widensSomething(run.policy.limits, decision, drafts.map(({ line }) => line))
  if (decision.kind === 'exception') {
    return run.policy.limits.some(({ id, inPrinciple }) => id === decision.limit && inPrinciple)
      && drafts.some(({ line }) => decision.subjects.includes(line.subject) && (decision.applicant === null || decision.applicant === line.applicant))
  }
  return drafts.some(({ line, assessment: { clause } }) => line.clause === decision.clause && line.applicant === decision.applicant && line.subject === decision.subject
    && (clause.powers.length > 0 || (decision.kind === 'amount' && line.kind === 'ceiling' && decision.amount >= 0n)))
}

