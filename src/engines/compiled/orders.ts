import type { Note } from '../engine.ts'
import { orderNote } from '../notes.ts'
import type { LimitProgram } from './claimants.ts'
import type { Draft } from './drafts.ts'
import { applyLimits, type Limited, type Scene } from './limits.ts'

/** The policy orders the kinds of limit, not two of one kind: each such pair that covers common clauses is tried the other way round. */
export function orderNotes(scene: Scene, programs: readonly LimitProgram[], result: Limited): readonly Note[] {
  return programs.flatMap((first, at) => programs.slice(at + 1).flatMap((second, between) => {
    const place = at + 1 + between
    const related = first.limit.kind === second.limit.kind && first.limit.clauses.some((clause) => second.limit.clauses.includes(clause))
    const start = result.applied[at]?.before
    // Two limits that leave every line as it is do so in either order.
    if (!related || start === undefined || !(result.applied[at]?.changed === true || result.applied[place]?.changed === true)) return []
    const swapped = [second, ...programs.slice(at + 1, place), first, ...programs.slice(place + 1)]
    return compareOrders(first, second, result.drafts, applyLimits(scene, start, swapped).drafts)
  }))
}

function compareOrders(first: LimitProgram, second: LimitProgram, here: readonly Draft[], there: readonly Draft[]): readonly Note[] {
  const changed = here.flatMap(({ line }, at) => {
    const other = there[at]?.line
    return other === undefined || (other.committed === line.committed && other.possible === line.possible) ? [] : [{ here: line, swapped: other }]
  })
  return changed.length === 0 ? [] : [orderNote(first.limit, second.limit, changed)]
}
