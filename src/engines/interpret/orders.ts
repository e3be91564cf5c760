import type { Limit } from '../../core/core.ts'
import type { Note } from '../engine.ts'
import type { Draft } from './lines.ts'
import { applyLimit, applyLimits, type ApplyLimit, type Limited } from './limits.ts'
import { orderNote } from '../notes.ts'
import type { Run } from './scope.ts'

/**
 * "Where the outcome would depend on an order that the policy does not give, that is reported." The policy orders the
 * kinds of limit, not two of one kind: each such pair that covers common clauses is tried the other way round.
 */
export function orderNotes(run: Run, drafts: readonly Draft[], limits: readonly Limit[], result: Limited, apply: ApplyLimit = applyLimit): readonly Note[] {
  const bites = (limit: Limit): boolean => result.applied.some((one) => one.limit === limit && one.changed)
  return limits.flatMap((first, at) => limits.slice(at + 1).flatMap((second, between) => {
    const related = first.kind === second.kind && first.clauses.some((clause) => second.clauses.includes(clause))
    // Two limits that leave every line as it is do so in either order.
    if (!related || !(bites(first) || bites(second))) return []
    const swapped = [...limits]
    swapped[at] = second
    swapped[at + 1 + between] = first
    return compareOrders(first, second, result.drafts, applyLimits(run, drafts, swapped, apply).drafts)
  }))
}

function compareOrders(first: Limit, second: Limit, here: readonly Draft[], there: readonly Draft[]): readonly Note[] {
  const changed = here.flatMap(({ line }, at) => {
    const other = there[at]?.line
    return other === undefined || (other.committed === line.committed && other.possible === line.possible) ? [] : [{ here: line, swapped: other }]
  })
  return changed.length === 0 ? [] : [orderNote(first, second, changed)]
}
