import type { Standing } from '../../core/example.ts'
import type { Line, Missing } from '../engine.ts'
import type { Benefit } from './benefits.ts'
import { displacements, needsDecision, powerIsUsed, type Assessment, type Displacement } from './clauses.ts'
import type { Frame } from './frame.ts'
import { and, distinct, FALSE, isOpen, not, TRUE, type Truth } from './values.ts'

/** A line before, and between, the limits. */
export interface Draft {
  readonly line: Line
  /** Place of the clause in the text. */
  readonly clauseAt: number
  /** The line's own: no other line has it, and it stays the same whatever the limits make of the line. */
  readonly frame: Frame
  /** How many payments it stands for, at most. */
  readonly payments: number
  /** Nothing but the amount and the limits is open. */
  readonly settled: boolean
  /** Limits of money touch grants and ceilings only. */
  readonly money: boolean
}

interface Outcome {
  readonly standing: Standing
  readonly committed: bigint
  readonly possible: bigint | null
  readonly missing: readonly Missing[]
  readonly status: string | null
  readonly statuses: readonly string[]
  readonly duration: bigint | null
}

const NOTHING: readonly never[] = []

function outcome(standing: Standing, committed: bigint, possible: bigint | null, missing: readonly Missing[], benefit: Benefit | null = null, status: string | null = null): Outcome {
  return {
    standing, committed, possible, missing, status,
    statuses: benefit?.kind === 'status' ? benefit.values : NOTHING, duration: benefit?.kind === 'in-kind' ? benefit.months : null,
  }
}

const FAILS: Outcome = outcome('fails', 0n, 0n, NOTHING)

/** `same`: the assessments of the subject that may displace this one, or lift what does. */
export function draftLine(one: Assessment, same: readonly Assessment[]): Draft {
  const { program, frame, turn } = one
  const { clause } = program
  const displaced = program.inForce && same.length > 0 ? displacements(one, same) : NOTHING
  const applies = displaced.length === 0 ? one.conditions : and([one.conditions, ...displaced.map(({ truth }) => not(truth))])
  const { standing, committed, possible, missing, status, statuses, duration } = outcomeOf(one, applies, displaced)
  const line: Line = {
    clause: clause.id, applicant: frame.subject.owner, subject: frame.subject.id ?? '', entity: frame.subject.entity,
    period: one.turn.period?.kind === 'known' ? one.turn.period.period : null, standing, kind: program.kind,
    committed, possible, status, possibleStatuses: statuses, duration, missing: distinct(missing), reasons: NOTHING, adjustments: NOTHING, payers: NOTHING, payersMissing: NOTHING, cite: clause.cites[0] ?? null, trace: program.trace,
  }
  const settled = !isOpen(applies) && (powerIsUsed(one) & FALSE) === 0
  return { line, clauseAt: program.at, frame, payments: turn.payments, settled, money: program.kind === 'grant' || program.kind === 'ceiling' }
}

function outcomeOf(one: Assessment, applies: Truth, displaced: readonly Displacement[]): Outcome {
  const { benefit } = one.given
  if (!one.program.inForce || (applies & TRUE) === 0 || (powerIsUsed(one) & TRUE) === 0 || benefit === null) return FAILS
  const open = (applies & FALSE) !== 0 || (isOpen(one.power.truth) && (powerIsUsed(one) & FALSE) !== 0)
  return open ? undetermined(one, benefit, displaced) : holding(one, benefit)
}

function undetermined({ missing, given, decided, power, program, turn }: Assessment, benefit: Benefit, displaced: readonly Displacement[]): Outcome {
  const open = displaced.filter(({ truth }) => (truth & FALSE) !== 0)
  const fixed = benefit.kind === 'money' && decided.amount !== null && program.kind === 'ceiling' && turn.payments === 1 ? decided.amount : null
  const most = possibleOf(benefit)
  const possible = fixed === null ? most : most === null || fixed < most ? fixed : most
  return outcome('undetermined', 0n, possible, [...missing, ...power.missing, ...open.flatMap((each) => each.missing), ...given.missing], benefit)
}

/** Conditions and exceptions are settled: what the clause gives decides. */
function holding(one: Assessment, benefit: Benefit): Outcome {
  const { given: { missing }, program: { kind }, decided } = one
  if (needsDecision(one)) return outcome('awaits-decision', 0n, possibleOf(benefit), missing, benefit)
  switch (benefit.kind) {
    case 'money':
      if (kind === 'ceiling') return ceiling(one, benefit)
      return outcome(benefit.certain ? 'holds' : 'undetermined', benefit.low, benefit.high, missing)
    case 'status': {
      const only = benefit.certain ? (benefit.values[0] ?? null) : null
      return outcome(only === null ? 'undetermined' : 'holds', 0n, 0n, missing, benefit, only)
    }
    case 'in-kind':
      return outcome(benefit.certain ? 'holds' : 'undetermined', 0n, null, missing, benefit)
    case 'unstated':
      if (kind !== 'ceiling') return outcome('holds', 0n, null, missing)
      return decided.amount === null ? outcome('awaits-decision', 0n, null, NOTHING) : fixedAt(decided.amount)
    case 'nothing-to-pay':
      return outcome('holds', 0n, 0n, missing)
  }
}

const fixedAt = (amount: bigint): Outcome => outcome('holds', amount, amount, NOTHING)

/** From nothing to the ceiling, until a decision fixes it; one above the ceiling is not followed. */
function ceiling({ given: { missing }, decided: { amount } }: Assessment, { low, high }: Benefit & { kind: 'money' }): Outcome {
  if (amount === null || (high !== null && amount > high)) return outcome('awaits-decision', 0n, high, missing)
  return amount > low ? outcome('undetermined', 0n, amount, missing) : fixedAt(amount)
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

/** A limit may settle an amount that a missing fact had left open: then the line holds, and nothing is missing. */
export function settle(draft: Draft): Draft {
  const { line, settled, money } = draft
  const certain = settled && money && line.kind === 'grant' && (line.standing === 'undetermined' || line.standing === 'awaits-decision') && line.committed === line.possible
  return certain ? { ...draft, line: { ...line, standing: 'holds', missing: [] } } : draft
}
