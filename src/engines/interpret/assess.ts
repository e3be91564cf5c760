import type { Clause, Effect } from '../../core/core.ts'
import { and, not, or } from './comparisons.ts'
import { givenBy, type Given } from './amounts.ts'
import { conditionsOf, type Conditions } from './conditions.ts'
import { decidedOn, type Decided } from './decisions.ts'
import { clauseIsValid, isInForce } from '../in-force.ts'
import { kept, scopeOf, type Instance, type Person, type Run, type Scope } from './scope.ts'
import { FALSE, OPEN, TRUE, truth, type Truth, type Value } from './values.ts'

/** One clause and one subject, before exceptions between clauses and before limits. */
export interface Assessment {
  readonly clause: Clause
  readonly person: Person
  readonly subject: Instance
  readonly scope: Scope
  readonly inForce: 'yes' | 'policy' | 'clause'
  readonly conditions: Conditions
  readonly effect: Effect | null
  readonly given: Given
  readonly decided: Decided
}

/** Null when the readings chosen leave the clause without an effect (verify.ts: exactly one under any choice). */
export function assess(run: Run, clause: Clause, person: Person, subject: Instance): Assessment {
  const scope = scopeOf(run, person, subject, clause.cites[0] ?? null)
  const inForce = !isInForce(run.policy, run.inForceDay, run.input.on, clause) ? 'policy' : clauseIsValid(clause, run.input.on) ? 'yes' : 'clause'
  const effect = kept(run, clause.effects)[0] ?? null
  const decided = decidedOn(run, clause.id, person.self.owner, subject.id ?? '')
  if (inForce !== 'yes') return { clause, person, subject, scope, inForce, conditions: { truth: FALSE, missing: [], reasons: [], traces: [] }, effect, given: NOTHING, decided }
  return { clause, person, subject, scope, inForce, conditions: conditionsOf(clause, scope), effect, given: effect === null ? NOTHING : givenBy(effect, scope, `${clause.id}/effect`), decided }
}

const NOTHING: Given = { benefit: { kind: 'nothing-to-pay' }, lacks: [], missing: [], reasons: [], traces: [] }

/** 可: "a power, not a duty: it needs a decision." */
export function powerIsUsed({ clause, decided }: Assessment): Truth {
  if (!clause.power) return TRUE
  return decided.used === null ? OPEN : truth(decided.used, !decided.used)
}

/** Whether the clause holds for the subject, exceptions left aside. */
function holdsAlone(one: Assessment): Truth {
  const outcome = one.given.benefit === null ? FALSE : one.given.lacks.length > 0 ? OPEN : TRUE
  return and([one.conditions.truth, powerIsUsed(one), outcome])
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
 * assessments of all clauses for one subject. A circle of exceptions is undetermined.
 */
export function displacements(one: Assessment, same: readonly Assessment[], above: readonly Assessment[] = []): readonly Displacement[] {
  if (above.includes(one)) return [{ by: one, truth: OPEN, missing: [] }]
  const path = [...above, one]
  const all = same.filter(({ clause }) => clause.exceptionTo.includes(one.clause.id)).map((by): Displacement => {
    const exception = holds(by, same, path)
    const lifting = lifted(one, by, same, path)
    return { by, truth: and([exception.truth, not(lifting.truth)]), missing: [...exception.missing, ...lifting.missing] }
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
  return { truth: or(holdings.map((each) => each.truth)), missing: holdings.flatMap((each) => each.missing) }
}
