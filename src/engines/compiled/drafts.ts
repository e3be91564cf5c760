import type { Standing } from '../../core/core.ts'
import type { Line, Missing, Trace } from '../engine.ts'
import type { Benefit } from './benefits.ts'
import { displacements, powerIsUsed, type Assessment, type Displacement, type Program } from './clauses.ts'
import type { Frame } from './frame.ts'
import { and, distinct, FALSE, isOpen, not, TRUE, type Truth } from './values.ts'

/** A line before, and between, the limits. */
export interface Draft {
  readonly line: Line
  readonly program: Program
  readonly frame: Frame
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
  readonly status?: string
  readonly statuses?: readonly string[]
  readonly duration?: bigint | null
}

const FAILS: Outcome = { standing: 'fails', committed: 0n, possible: 0n, missing: [] }

/** `same`: the assessments of the subject that may displace this one, or lift what does. */
export function draftLine(one: Assessment, same: readonly Assessment[]): Draft {
  const { program, frame, decided } = one
  const { clause } = program
  const displaced = program.inForce && same.length > 0 ? displacements(one, same) : []
  const applies = displaced.length === 0 ? one.conditions : and([one.conditions, ...displaced.map(({ truth }) => not(truth))])
  const { standing, committed, possible, missing, status = null, statuses = [], duration = null } = outcomeOf(one, applies, displaced)
  const line: Line = {
    clause: clause.id, applicant: frame.subject.owner, subject: frame.subject.id ?? '', entity: frame.subject.entity, standing, kind: clause.kind,
    committed, possible, status, possibleStatuses: statuses, duration, missing: distinct(missing), reasons: [], adjustments: [], cite: clause.cites[0] ?? null, trace: traceOf(program),
  }
  const settled = !isOpen(applies) && (!clause.power || decided.used === true)
  return { line, program, frame, settled, money: clause.kind === 'grant' || clause.kind === 'ceiling' }
}

/** Steps are the interpreter's to show: this engine names the clause only. */
const traces = new WeakMap<Program, Trace>()
function traceOf(program: Program): Trace {
  const { clause } = program
  const known = traces.get(program) ?? { id: clause.id, node: `clause:${clause.kind}`, label: clause.name, value: { low: null, high: null }, cite: clause.cites[0] ?? null, children: [] }
  traces.set(program, known)
  return known
}

function outcomeOf(one: Assessment, applies: Truth, displaced: readonly Displacement[]): Outcome {
  const { benefit } = one.given
  if (!one.program.inForce || (applies & TRUE) === 0 || (powerIsUsed(one) & TRUE) === 0 || benefit === null) return FAILS
  return applies & FALSE ? undetermined(one, benefit, displaced) : holding(one, benefit)
}

function undetermined({ missing, given, decided, program }: Assessment, benefit: Benefit, displaced: readonly Displacement[]): Outcome {
  const open = displaced.filter(({ truth }) => (truth & FALSE) !== 0)
  const fixed = benefit.kind === 'money' && decided.amount !== null && program.clause.kind === 'ceiling' ? decided.amount : null
  const most = possibleOf(benefit)
  return {
    ...shape(benefit),
    standing: 'undetermined',
    committed: 0n,
    possible: fixed === null ? most : most === null || fixed < most ? fixed : most,
    missing: [...missing, ...open.flatMap((each) => each.missing), ...given.missing],
  }
}

function shape(benefit: Benefit): Pick<Outcome, 'statuses' | 'duration'> {
  return { statuses: benefit.kind === 'status' ? benefit.values : [], duration: benefit.kind === 'in-kind' ? benefit.months : null }
}

/** Conditions and exceptions are settled: what the clause gives decides. */
function holding(one: Assessment, benefit: Benefit): Outcome {
  const { given: { missing }, program: { clause }, decided } = one
  const base = { ...shape(benefit), committed: 0n, possible: possibleOf(benefit), missing }
  if (clause.power && decided.used === null) return { ...base, standing: 'awaits-decision' }
  switch (benefit.kind) {
    case 'money':
      if (clause.kind === 'ceiling') return ceiling(one, benefit)
      return { ...base, committed: benefit.low, standing: benefit.certain ? 'holds' : 'undetermined' }
    case 'status': {
      const only = benefit.certain ? benefit.values[0] : undefined
      return only === undefined ? { ...base, standing: 'undetermined' } : { ...base, standing: 'holds', status: only }
    }
    case 'in-kind':
      return { ...base, standing: benefit.certain ? 'holds' : 'undetermined' }
    case 'unstated':
      if (clause.kind !== 'ceiling') return { ...base, standing: 'holds' }
      return decided.amount === null ? { standing: 'awaits-decision', committed: 0n, possible: null, missing: [] } : fixedAt(decided.amount)
    case 'nothing-to-pay':
      return { ...base, standing: 'holds' }
  }
}

const fixedAt = (amount: bigint): Outcome => ({ standing: 'holds', committed: amount, possible: amount, missing: [] })

/** From nothing to the ceiling, until a decision fixes it; one above the ceiling is not followed. */
function ceiling({ given: { missing }, decided: { amount } }: Assessment, { low, high }: Benefit & { kind: 'money' }): Outcome {
  if (amount === null || (high !== null && amount > high)) return { standing: 'awaits-decision', committed: 0n, possible: high, missing }
  return amount > low ? { standing: 'undetermined', committed: 0n, possible: amount, missing } : fixedAt(amount)
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
  const certain = settled && money && line.kind === 'grant' && line.standing === 'undetermined' && line.committed === line.possible
  return certain ? { ...draft, line: { ...line, standing: 'holds', missing: [] } } : draft
}
