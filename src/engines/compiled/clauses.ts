import type { Clause, ClauseKind } from '../../core/core.ts'
import type { Decision, Missing, Trace } from '../engine.ts'
import { clauseIsValid, isInForce } from '../in-force.ts'
import { giving, NOTHING, times, type Give, type Given } from './benefits.ts'
import type { Compiler } from './expressions.ts'
import { isKept, type Code, type Frame, type Instance, type Person } from './frame.ts'
import { turning, type Turn, type TurnsOf } from './turns.ts'
import { and, asTruth, both, distinct, FALSE, missingOf, not, OPEN, or, TRUE, type Truth } from './values.ts'

/** A clause as closures. */
export interface Program {
  readonly clause: Clause
  /** Of the effect that the chosen readings keep. */
  readonly kind: ClauseKind
  readonly at: number
  readonly inForce: boolean
  readonly turns: TurnsOf
  readonly conditions: readonly { readonly code: Code; readonly negated: boolean }[]
  /** 可, each under its condition; null: always. */
  readonly powers: readonly (Code | null)[]
  readonly give: Give
  /** Steps are the interpreter's to show: this engine names the clause only. */
  readonly trace: Trace
}

export function programOf(compiler: Compiler, clause: Clause, at: number): Program {
  const conditions = clause.conditions.filter(({ under }) => isKept(compiler, under)).map(({ value }) => ({ code: compiler.code(value.expr), negated: value.negated }))
  const effect = clause.effects.find(({ under }) => isKept(compiler, under))?.value
  const kind = effect?.kind ?? clause.kind
  const trace: Trace = { id: clause.id, node: `clause:${kind}`, label: clause.name, value: { low: null, high: null }, cite: clause.cites[0] ?? null, children: [] }
  const term = compiler.term(clause)
  const powers = clause.powers.filter(({ under }) => isKept(compiler, under)).map(({ value: { when } }) => (when === null ? null : compiler.code(when)))
  const { policy, inForceDay, on } = compiler
  // A period is chosen by the days on which the clause is in force.
  const inForce = term === null ? isInForce(policy, inForceDay, on, clause) && clauseIsValid(clause, on) : inForceDay !== null && on >= inForceDay
  return { clause, kind, at, inForce, turns: turning(compiler, clause, term), conditions, powers, give: effect === undefined ? NOTHING : giving(compiler, effect), trace }
}

export interface Decided {
  readonly used: boolean | null
  readonly amount: bigint | null
}

const UNDECIDED: Decided = { used: null, amount: null }

/** Whose line it is: clause, applicant, subject. */
export type DecidedOn = (clause: string, applicant: string, subject: string) => Decided

/** Of several decisions on a line the last recorded one counts; an amount says that the power is used. */
export function decidedIn(decisions: readonly Decision[]): DecidedOn {
  const found = new Map<string, Decided>()
  const name = (clause: string, applicant: string, subject: string): string => JSON.stringify([clause, applicant, subject])
  for (const decision of decisions) {
    if (decision.kind === 'exception' || decision.kind === 'limit') continue
    const key = name(decision.clause, decision.applicant, decision.subject)
    if (decision.kind === 'use') found.set(key, { ...(found.get(key) ?? UNDECIDED), used: decision.used })
    else if (decision.amount >= 0n) found.set(key, { used: true, amount: decision.amount })
  }
  return found.size === 0 ? () => UNDECIDED : (...line) => found.get(name(...line)) ?? UNDECIDED
}

/** One clause and one subject, before exceptions between clauses and before limits. */
export interface Assessment {
  readonly program: Program
  readonly frame: Frame
  readonly turn: Turn
  readonly conditions: Truth
  /** Whether a power is needed, with the facts that would decide it. */
  readonly power: Power
  readonly missing: readonly Missing[]
  readonly given: Given
  readonly decided: Decided
}

const NO_MISSING: readonly Missing[] = []
const NO_GIVEN: Given = { benefit: { kind: 'nothing-to-pay' }, lacks: 0, missing: NO_MISSING }

export function assess(program: Program, once: Frame, turn: Turn, decidedOn: DecidedOn): Assessment {
  const frame = turn.period === null ? once : { ...once, period: turn.period }
  const { subject } = frame
  const decided = decidedOn(program.clause.id, subject.owner, subject.id ?? '')
  if (!program.inForce || (turn.within & TRUE) === 0) return never(program, frame, turn, decided)
  let open: Missing[] | null = turn.missing.length === 0 ? null : [...turn.missing]
  let all: Truth = turn.within
  for (const { code, negated } of program.conditions) {
    const val = code(frame)
    const found = asTruth(val)
    const truth = negated ? not(found) : found
    // One that fails settles the line; what it would have given is of no account.
    if ((truth & TRUE) === 0) return never(program, frame, turn, decided)
    if (truth === OPEN) (open ??= []).push(...missingOf(val))
    all = both(all, truth)
  }
  return { program, frame, turn, conditions: all, power: powerOf(program, frame), missing: open === null || all !== OPEN ? NO_MISSING : distinct(open), given: times(program.give(frame), turn.payments), decided }
}

function never(program: Program, frame: Frame, turn: Turn, decided: Decided): Assessment {
  return { program, frame, turn, conditions: FALSE, power: NO_POWER, missing: NO_MISSING, given: NO_GIVEN, decided }
}

interface Power {
  readonly truth: Truth
  readonly missing: readonly Missing[]
}

const NO_POWER: Power = { truth: FALSE, missing: [] }
const A_POWER: Power = { truth: TRUE, missing: [] }

function powerOf({ powers }: Program, frame: Frame): Power {
  if (powers.length === 0) return NO_POWER
  if (powers.includes(null)) return A_POWER
  const vals = powers.flatMap((code) => (code === null ? [] : [code(frame)]))
  const truth = or(vals.map(asTruth))
  return { truth, missing: truth === OPEN ? distinct(vals.filter((val) => asTruth(val) === OPEN).flatMap(missingOf)) : [] }
}

/** 可: it needs a decision. Where it is no power, nothing needs to be decided. */
export function powerIsUsed({ power, decided: { used } }: Assessment): Truth {
  if (power.truth === FALSE) return TRUE
  return or([not(power.truth), used === null ? OPEN : used ? TRUE : FALSE])
}

export function needsDecision({ power, decided: { used } }: Assessment): boolean {
  return (power.truth & TRUE) !== 0 && used === null
}

/** Are they about one subject and, where both pay by period, one period? */
export function meet(a: Assessment, b: Assessment): Truth {
  if (a.frame.subject !== b.frame.subject) return FALSE
  const [left, right] = [a.turn.period, b.turn.period]
  if (left === null || right === null) return TRUE
  if (left.kind !== 'known' || right.kind !== 'known') return OPEN
  return left.period.from === right.period.from ? TRUE : FALSE
}

export interface Displacement {
  readonly truth: Truth
  readonly missing: readonly Missing[]
}

function holdsAlone(one: Assessment): Truth {
  return and([one.conditions, powerIsUsed(one), one.given.benefit === null ? FALSE : one.given.lacks === 0 ? TRUE : OPEN])
}

/** The exceptions that displace a clause for its subject, or may. A circle of exceptions is undetermined. */
export function displacements(one: Assessment, same: readonly Assessment[], above: readonly Assessment[] = []): readonly Displacement[] {
  if (above.includes(one)) return [{ truth: OPEN, missing: [] }]
  const path = [...above, one]
  const all = same.filter(({ program }) => program.clause.exceptionTo.includes(one.program.clause.id)).map((by): Displacement => {
    const exception = holds(by, same, path)
    const lifting = lifted(one, by, same, path)
    return { truth: and([meet(one, by), exception.truth, not(lifting.truth)]), missing: [...exception.missing, ...lifting.missing] }
  })
  return all.filter(({ truth }) => (truth & TRUE) !== 0)
}

function holds(one: Assessment, same: readonly Assessment[], above: readonly Assessment[]): Displacement {
  const alone = holdsAlone(one)
  const displaced = displacements(one, same, above)
  const missing = (alone & TRUE) !== 0 ? [...one.missing, ...(one.given.lacks !== 0 ? one.given.missing : []), ...displaced.flatMap((each) => each.missing)] : []
  return { truth: and([alone, ...displaced.map(({ truth }) => not(truth))]), missing }
}

/** 恢复: a clause that reinstates the displaced one, or that lifts this exception, holds. */
function lifted(displaced: Assessment, by: Assessment, same: readonly Assessment[], above: readonly Assessment[]): Displacement {
  const isDisplaced = (id: string): boolean => same.some(({ program }) => program.clause.exceptionTo.includes(id))
  const lifting = same.filter(({ program: { clause } }) => clause.reinstates.includes(displaced.program.clause.id)
    || (clause.reinstates.includes(by.program.clause.id) && !isDisplaced(by.program.clause.id)))
  const holdings = lifting.map((one) => holds(one, same, above))
  return { truth: or(holdings.map(({ truth }, at) => and([truth, meet(displaced, lifting[at] ?? displaced)]))), missing: holdings.flatMap(({ missing }) => missing) }
}

const NOBODY: readonly Instance[] = []

/** One for each matter of its kind, or the applicant itself; none when others are addressed. */
export function subjectsOf({ subject }: Clause, { self, matters }: Person): readonly Instance[] {
  if (subject === self.entity) return [self]
  return subject === null || matters.length === 0 ? NOBODY : matters.filter(({ entity }) => entity === subject)
}
