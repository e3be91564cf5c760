import type { Clause, ClauseKind } from '../../core/core.ts'
import type { Decision, Missing, Trace } from '../engine.ts'
import { clauseIsValid, isInForce } from '../in-force.ts'
import { giving, NOTHING, type Give, type Given } from './benefits.ts'
import type { Compiler } from './expressions.ts'
import { isKept, type Code, type Frame, type Instance, type Person } from './frame.ts'
import { and, asTruth, both, distinct, FALSE, missingOf, not, OPEN, or, TRUE, type Truth } from './values.ts'

/** A clause as closures. */
export interface Program {
  readonly clause: Clause
  /** Of the effect that the chosen readings keep. */
  readonly kind: ClauseKind
  readonly at: number
  readonly inForce: boolean
  readonly conditions: readonly { readonly code: Code; readonly negated: boolean }[]
  readonly give: Give
  /** Steps are the interpreter's to show: this engine names the clause only. */
  readonly trace: Trace
}

export function programOf(compiler: Compiler, clause: Clause, at: number): Program {
  const conditions = clause.conditions.filter(({ under }) => isKept(compiler, under)).map(({ value }) => ({ code: compiler.code(value.expr), negated: value.negated }))
  const effect = clause.effects.find(({ under }) => isKept(compiler, under))?.value
  const kind = effect?.kind ?? clause.kind
  const trace: Trace = { id: clause.id, node: `clause:${kind}`, label: clause.name, value: { low: null, high: null }, cite: clause.cites[0] ?? null, children: [] }
  return { clause, kind, at, inForce: isInForce(compiler.policy, compiler.inForceDay, compiler.on, clause) && clauseIsValid(clause, compiler.on), conditions, give: effect === undefined ? NOTHING : giving(compiler, effect), trace }
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
    if (decision.kind === 'exception') continue
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
  readonly conditions: Truth
  readonly missing: readonly Missing[]
  readonly given: Given
  readonly decided: Decided
}

const NO_MISSING: readonly Missing[] = []
const NO_GIVEN: Given = { benefit: { kind: 'nothing-to-pay' }, lacks: 0, missing: NO_MISSING }

export function assess(program: Program, frame: Frame, decidedOn: DecidedOn): Assessment {
  const { subject } = frame
  const decided = decidedOn(program.clause.id, subject.owner, subject.id ?? '')
  if (!program.inForce) return { program, frame, conditions: FALSE, missing: NO_MISSING, given: NO_GIVEN, decided }
  let open: Missing[] | null = null
  let all: Truth = TRUE
  for (const { code, negated } of program.conditions) {
    const val = code(frame)
    const found = asTruth(val)
    const truth = negated ? not(found) : found
    // One that fails settles the line; what it would have given is of no account.
    if ((truth & TRUE) === 0) return { program, frame, conditions: FALSE, missing: NO_MISSING, given: NO_GIVEN, decided }
    if (truth === OPEN) (open ??= []).push(...missingOf(val))
    all = both(all, truth)
  }
  return { program, frame, conditions: all, missing: open === null ? NO_MISSING : distinct(open), given: program.give(frame), decided }
}

/** 可: it needs a decision. */
export function powerIsUsed({ program: { clause }, decided: { used } }: Assessment): Truth {
  if (!clause.power) return TRUE
  return used === null ? OPEN : used ? TRUE : FALSE
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
    return { truth: and([exception.truth, not(lifting.truth)]), missing: [...exception.missing, ...lifting.missing] }
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
  const holdings = same.filter(({ program: { clause } }) => clause.reinstates.includes(displaced.program.clause.id)
    || (clause.reinstates.includes(by.program.clause.id) && !isDisplaced(by.program.clause.id))).map((one) => holds(one, same, above))
  return { truth: or(holdings.map(({ truth }) => truth)), missing: holdings.flatMap(({ missing }) => missing) }
}

const NOBODY: readonly Instance[] = []

/** One for each matter of its kind, or the applicant itself; none when others are addressed. */
export function subjectsOf({ subject }: Clause, { self, matters }: Person): readonly Instance[] {
  if (subject === self.entity) return [self]
  return subject === null || matters.length === 0 ? NOBODY : matters.filter(({ entity }) => entity === subject)
}
