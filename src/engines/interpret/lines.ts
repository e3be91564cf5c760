import type { ClauseKind } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Line, Reason, Trace } from '../engine.ts'
import { displacements, needsDecision, powerIsUsed, type Assessment, type Displacement } from './assess.ts'
import type { Benefit } from './amounts.ts'
import { and, not } from './comparisons.ts'
import { fenRange, traceNode } from './trace.ts'
import { distinct, isDecided, type Truth, type Value } from './values.ts'

/** Meaning 6. "A line per clause and subject: standing, benefit, range, adjustments." Here, before the limits. */
export interface Draft {
  readonly line: Line
  readonly assessment: Assessment
  /** Nothing but the amount and the limits is open: the conditions, the exceptions and the power are settled. */
  readonly settled: boolean
  /** Limits of money touch grants and ceilings only. */
  readonly money: boolean
}

interface Outcome {
  readonly standing: Standing
  readonly committed: bigint
  readonly possible: bigint | null
  readonly reasons: readonly Reason[]
  readonly missing: Value['missing']
  readonly status?: string
  readonly statuses?: readonly string[]
  readonly duration?: bigint | null
}

/** Of the effect that the chosen readings keep: one reading may hold a sum to be due where another leaves it to a decision. */
const kindOf = ({ clause, effect }: Assessment): ClauseKind => effect?.kind ?? clause.kind

export function draftLine(one: Assessment, same: readonly Assessment[]): Draft {
  const displaced = one.inForce === 'yes' ? displacements(one, same) : []
  const applies = and([one.conditions.truth, ...displaced.map(({ truth }) => not(truth))])
  const outcome = outcomeOf(one, applies, displaced)
  const { clause, person, subject } = one
  const kind = kindOf(one)
  const line: Line = {
    clause: clause.id,
    applicant: person.self.owner,
    subject: subject.id ?? '',
    entity: subject.entity,
    period: one.turn.period?.kind === 'known' ? one.turn.period.period : null,
    standing: outcome.standing,
    kind,
    committed: outcome.committed,
    possible: outcome.possible,
    status: outcome.status ?? null,
    possibleStatuses: outcome.statuses ?? [],
    duration: outcome.duration ?? null,
    missing: distinct(outcome.missing),
    reasons: outcome.reasons,
    adjustments: [],
    payers: [],
    payersMissing: [],
    cite: clause.cites[0] ?? null,
    trace: lineTrace(one, displaced, outcome),
  }
  const settled = isDecided(applies) && !powerIsUsed(one).canBeFalse
  return { line, assessment: one, settled, money: kind === 'grant' || kind === 'ceiling' }
}

function fails(reasons: readonly Reason[]): Outcome {
  return { standing: 'fails', committed: 0n, possible: 0n, reasons, missing: [] }
}

function outcomeOf(one: Assessment, applies: Truth, displaced: readonly Displacement[]): Outcome {
  const { conditions, given } = one
  if (one.inForce !== 'yes') return fails([notInForce(one)])
  if (!conditions.truth.canBeTrue) return fails(conditions.reasons)
  if (!applies.canBeTrue) return fails(displaced.filter(({ truth }) => !truth.canBeFalse).map((displacement) => excepted(one, displacement)))
  if (!powerIsUsed(one).canBeTrue) return fails([...one.power.reasons, reason('power-unused', one)])
  if (given.benefit === null) return fails(given.reasons)
  const open = applies.canBeFalse || (!isDecided(one.power.truth) && powerIsUsed(one).canBeFalse)
  return open ? undetermined(one, given.benefit, displaced) : holding(one, given.benefit)
}

/** "An undetermined clause [0, a]." No exception is certain here: the clause would fail. */
function undetermined(one: Assessment, benefit: Benefit, displaced: readonly Displacement[]): Outcome {
  const { conditions, given, power } = one
  const fixed = benefit.kind === 'money' && kindOf(one) === 'ceiling' && one.turn.payments === 1n
  const most = fixed && one.decided.amount !== null ? least(benefit.high, one.decided.amount) : possibleOf(benefit)
  return {
    ...shape(benefit),
    standing: 'undetermined',
    committed: 0n,
    possible: most,
    reasons: [...(isDecided(conditions.truth) ? [] : conditions.reasons), ...(isDecided(power.truth) ? [] : power.reasons), ...displaced.map((displacement) => excepted(one, displacement))],
    missing: [...conditions.missing, ...power.missing, ...displaced.flatMap((displacement) => displacement.missing), ...given.missing],
  }
}

function shape(benefit: Benefit): { readonly statuses: readonly string[]; readonly duration: bigint | null } {
  return { statuses: benefit.kind === 'status' ? benefit.values : [], duration: benefit.kind === 'in-kind' ? benefit.months : null }
}

/** Conditions and exceptions are settled: what the clause gives decides. */
function holding(one: Assessment, benefit: Benefit): Outcome {
  const { conditions, given, power } = one
  const base = { ...shape(benefit), committed: 0n, possible: possibleOf(benefit), missing: given.missing }
  if (needsDecision(one)) return { ...base, standing: 'awaits-decision', reasons: [...conditions.reasons, ...power.reasons, reason('power-undecided', one), ...given.reasons] }
  switch (benefit.kind) {
    case 'money':
      if (kindOf(one) === 'ceiling') return ceiling(one, benefit)
      return { ...base, committed: benefit.low, standing: benefit.certain ? 'holds' : 'undetermined', reasons: [...conditions.reasons, ...given.reasons] }
    case 'status': {
      const only = benefit.certain ? benefit.values[0] : undefined
      const standing = only === undefined ? 'undetermined' : 'holds'
      return { ...base, standing, reasons: only === undefined ? given.reasons : conditions.reasons, ...(only === undefined ? {} : { status: only }) }
    }
    case 'in-kind':
      return { ...base, standing: benefit.certain ? 'holds' : 'undetermined', reasons: [...conditions.reasons, ...given.reasons] }
    case 'unstated':
      return kindOf(one) === 'ceiling' ? unstatedCeiling(one) : { ...base, standing: 'holds', reasons: [...conditions.reasons, reason('unstated-amount', one)] }
    case 'nothing-to-pay':
      return { ...base, standing: 'holds', reasons: conditions.reasons }
  }
}

/**
 * "不超过 / 最高 X = a ceiling: the authority may grant less, so the result is the range from 0 to X until a decision
 * fixes it." A decision above X is not followed; where a missing fact leaves X open, the decision may yet prove too high.
 */
function ceiling(one: Assessment, benefit: Benefit & { kind: 'money' }): Outcome {
  const { conditions, given, decided } = one
  const awaiting: Outcome = { standing: 'awaits-decision', committed: 0n, possible: benefit.high, missing: given.missing, reasons: [...conditions.reasons, reason('amount-undecided', one), ...given.reasons] }
  if (decided.amount === null) return awaiting
  const found = reason('amount-decided', one, decided.amount.toString())
  if (benefit.high !== null && decided.amount > benefit.high) return { ...awaiting, reasons: [...conditions.reasons, reason('decision-above-ceiling', one, decided.amount.toString())] }
  if (decided.amount > benefit.low) return { standing: 'undetermined', committed: 0n, possible: decided.amount, missing: given.missing, reasons: [...given.reasons, found] }
  return { standing: 'holds', committed: decided.amount, possible: decided.amount, missing: [], reasons: [...conditions.reasons, found] }
}

function unstatedCeiling(one: Assessment): Outcome {
  const { conditions, decided } = one
  if (decided.amount === null) return { standing: 'awaits-decision', committed: 0n, possible: null, missing: [], reasons: [...conditions.reasons, reason('unstated-amount', one), reason('amount-undecided', one)] }
  return { standing: 'holds', committed: decided.amount, possible: decided.amount, missing: [], reasons: [...conditions.reasons, reason('amount-decided', one, decided.amount.toString())] }
}

function possibleOf(benefit: Benefit): bigint | null {
  switch (benefit.kind) {
    case 'money':
      return benefit.high
    case 'in-kind':
    case 'unstated':
      return null
    case 'status':
    case 'nothing-to-pay':
      return 0n
  }
}

function least(a: bigint | null, b: bigint): bigint {
  return a === null || b < a ? b : a
}

// ---------------------------------------------------------------- reasons and trace

function reason(code: Reason['code'], one: Assessment, found: string | null = null): Reason {
  return { code, fact: null, found, applies: true, needed: null, cite: one.clause.cites[0] ?? null }
}

function notInForce(one: Assessment): Reason {
  const { run } = one.scope
  const cite = one.inForce === 'policy' ? (run.policy.commencement?.cites[0] ?? null) : (one.clause.cites[0] ?? null)
  const from = one.inForce === 'policy' ? run.inForceDay : (one.clause.valid?.from ?? null)
  const needed = from === null ? null : { zh: `申请日 不早于 ${from}`, en: `the day asked not before ${from}` }
  return { code: 'not-in-force', fact: null, found: run.input.on, applies: true, needed, cite }
}

function excepted(one: Assessment, { by, truth }: Displacement): Reason {
  const code = truth.canBeFalse ? 'condition-unknown' : 'excepted'
  const needed = { zh: `条款 ${by.clause.id} 不适用`, en: `clause ${by.clause.id} does not apply` }
  return { code, fact: null, found: truth.canBeFalse ? null : by.clause.id, applies: true, needed, cite: by.clause.cites[0] ?? one.clause.cites[0] ?? null }
}

function lineTrace(one: Assessment, displaced: readonly Displacement[], outcome: Outcome): Trace {
  const { clause, conditions, given } = one
  const exceptions = displaced.map(({ by, truth }) => {
    const label = { zh: `例外：条款 ${by.clause.id}`, en: `exception: clause ${by.clause.id}` }
    return traceNode(`${clause.id}/exception/${by.clause.id}`, 'exception', label, { low: String(!truth.canBeFalse), high: 'true' }, by.clause.cites[0] ?? null, by.conditions.traces)
  })
  return traceNode(clause.id, `clause:${kindOf(one)}`, clause.name, fenRange(outcome.committed, outcome.possible), clause.cites[0] ?? null, [...conditions.traces, ...one.power.traces, ...exceptions, ...given.traces])
}
