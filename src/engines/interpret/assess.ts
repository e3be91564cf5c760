import type { Clause, Effect } from '../../core/core.ts'
import { and, not, or } from './comparisons.ts'
import { givenBy, times, type Given } from './amounts.ts'
import { conditionsOf, powerOf, type Conditions } from './conditions.ts'
import { decidedOn, type Decided } from './decisions.ts'
import { clauseIsValid, isInForce } from '../in-force.ts'
import type { Turn } from './periods.ts'
import { kept, scopeOf, type Instance, type Person, type Run, type Scope } from './scope.ts'
import { FALSE, isDecided, OPEN, TRUE, truth, type Truth, type Value } from './values.ts'

/** One clause and one subject, before exceptions between clauses and before limits. */
export interface Assessment {
  readonly clause: Clause
  readonly person: Person
  readonly subject: Instance
  readonly scope: Scope
  readonly turn: Turn
  readonly inForce: 'yes' | 'policy' | 'clause'
  readonly conditions: Conditions
  /** Whether a power is needed, with the facts that would decide it. */
  readonly power: Conditions
  readonly effect: Effect | null
  readonly given: Given
  readonly decided: Decided
}

/** Null when the readings chosen leave the clause without an effect (verify.ts: exactly one under any choice). */
export function assess(run: Run, clause: Clause, person: Person, subject: Instance, turn: Turn): Assessment {
  const scope = scopeOf(run, person, subject, turn.period, clause.cites[0] ?? null)
  const inForce = inForceOn(run, clause)
  const effect = kept(run, clause.effects)[0] ?? null
  const decided = decidedOn(run, clause.id, person.self.owner, subject.id ?? '')
  const one = { clause, person, subject, scope, turn, inForce, effect, decided }
  if (inForce !== 'yes') return { ...one, conditions: NEVER, power: NEVER, given: NOTHING }
  if (!turn.within.canBeTrue) return { ...one, conditions: { ...NEVER, reasons: turn.reasons }, power: NEVER, given: NOTHING }
  const given = effect === null ? NOTHING : givenBy(effect, scope, `${clause.id}/effect`)
  return { ...one, conditions: inTurn(turn, conditionsOf(clause, scope)), power: powerOf(clause, scope), given: times(given, turn.payments) }
}

const NEVER: Conditions = { truth: FALSE, missing: [], reasons: [], traces: [] }

/** Of what is paid by period each period was chosen by the days on which the clause is in force: it may be asked for later. */
function inForceOn(run: Run, clause: Clause): Assessment['inForce'] {
  const { policy, inForceDay, input: { on } } = run
  if (kept(run, clause.terms).length > 0) return inForceDay !== null && on >= inForceDay ? 'yes' : 'policy'
  if (!isInForce(policy, inForceDay, on, clause)) return 'policy'
  return clauseIsValid(clause, on) ? 'yes' : 'clause'
}

/** The conditions, and that the period belongs to the term. */
function inTurn({ within, missing, reasons }: Turn, conditions: Conditions): Conditions {
  if (!within.canBeFalse) return conditions
  const both = and([within, conditions.truth])
  return { ...conditions, truth: both, missing: both.canBeTrue ? [...missing, ...conditions.missing] : [], reasons: both.canBeTrue ? [...reasons, ...(isDecided(conditions.truth) ? [] : conditions.reasons)] : conditions.reasons }
}

const NOTHING: Given = { benefit: { kind: 'nothing-to-pay' }, lacks: [], missing: [], reasons: [], traces: [] }

/** 可: "a power, not a duty: it needs a decision." Where it is no power, nothing needs to be decided. */
export function powerIsUsed({ power, decided }: Assessment): Truth {
  return or([not(power.truth), decided.used === null ? OPEN : truth(decided.used, !decided.used)])
}

/** Is the line a power? Whatever was decided, it need not be asked where no 可 applies. */
export function needsDecision({ power, decided }: Assessment): boolean {
  return power.truth.canBeTrue && decided.used === null
}

/** Whether the clause holds for the subject, exceptions left aside. */
function holdsAlone(one: Assessment): Truth {
  const outcome = one.given.benefit === null ? FALSE : one.given.lacks.length > 0 ? OPEN : TRUE
  return and([one.conditions.truth, powerIsUsed(one), outcome])
}

/** Are they about one subject and, where both pay by period, one period? */
export function meet(a: Assessment, b: Assessment): Truth {
  if (a.subject !== b.subject) return FALSE
  const [left, right] = [a.turn.period, b.turn.period]
  if (left === null || right === null) return TRUE
  if (left.kind !== 'known' || right.kind !== 'known') return OPEN
  return left.period.from === right.period.from ? TRUE : FALSE
}

/** An exception that displaces a clause for this subject, or may. */
export interface Displacement {
  readonly by: Assessment
  readonly truth: Truth
  /** Facts that would decide it. */
  readonly missing: Value['missing']
}

interface Holding {
  readonly truth: Truth
  readonly missing: Value['missing']
}

/**
 * "Exceptions between clauses: `exception to`, and `reinstates` for an exception to an exception." `same` are the
 * assessments of all clauses for one subject, and for one period where they pay by period. A circle of exceptions is undetermined.
 */
export function displacements(one: Assessment, same: readonly Assessment[], above: readonly Assessment[] = []): readonly Displacement[] {
  if (above.includes(one)) return [{ by: one, truth: OPEN, missing: [] }]
  const path = [...above, one]
  const all = same.filter(({ clause }) => clause.exceptionTo.includes(one.clause.id)).map((by): Displacement => {
    const exception = holds(by, same, path)
    const lifting = lifted(one, by, same, path)
    return { by, truth: and([meet(one, by), exception.truth, not(lifting.truth)]), missing: [...exception.missing, ...lifting.missing] }
  })
  return all.filter(({ truth: displaced }) => displaced.canBeTrue)
}

/** The clause holds and nothing displaces it. */
function holds(one: Assessment, same: readonly Assessment[], above: readonly Assessment[]): Holding {
  const alone = holdsAlone(one)
  const displaced = displacements(one, same, above)
  const missing = alone.canBeTrue ? [...one.conditions.missing, ...(one.given.lacks.length > 0 ? one.given.missing : []), ...displaced.flatMap((each) => each.missing)] : []
  return { truth: and([alone, ...displaced.map((each) => not(each.truth))]), missing }
}

/** 恢复: a clause that reinstates the displaced one, or that lifts this exception, holds. */
function lifted(displaced: Assessment, by: Assessment, same: readonly Assessment[], above: readonly Assessment[]): Holding {
  const isDisplaced = (id: string): boolean => same.some(({ clause }) => clause.exceptionTo.includes(id))
  const lifting = same.filter(({ clause }) => clause.reinstates.includes(displaced.clause.id)
    || (clause.reinstates.includes(by.clause.id) && !isDisplaced(by.clause.id)))
  const holdings = lifting.map((one) => holds(one, same, above))
  return { truth: or(holdings.map((each, at) => and([each.truth, meet(displaced, lifting[at] ?? displaced)]))), missing: holdings.flatMap((each) => each.missing) }
}
