import type { Note } from '../engine.ts'
import { orderNote } from '../notes.ts'
import type { Draft } from './drafts.ts'
import type { LimitProgram } from './limit-program.ts'
import { applyLimits, type Limited, type Scene } from './limits.ts'
import type { Trails } from './trails.ts'

/** By the two limits that changed places. */
export type SwappedTrails = ReadonlyMap<string, Trails>

/** The policy orders the kinds of limit, not two of one kind: each such pair that covers common clauses is tried the other way round. */
export function orderNotes(scene: Scene, programs: readonly LimitProgram[], result: Limited, earlier: SwappedTrails): { readonly notes: readonly Note[]; readonly swapped: SwappedTrails } {
  const swapped = new Map<string, Trails>()
  const notes = programs.flatMap((first, at) => programs.slice(at + 1).flatMap((second, between) => {
    const place = at + 1 + between
    const related = first.limit.kind === second.limit.kind && first.limit.clauses.some((clause) => second.limit.clauses.includes(clause))
    const start = result.applied[at]?.before
    // Two limits that leave every line as it is do so in either order.
    if (!related || start === undefined || !(result.applied[at]?.changed === true || result.applied[place]?.changed === true)) return []
    const order = [second, ...programs.slice(at + 1, place), first, ...programs.slice(place + 1)]
    const pair = `${first.limit.id} ${second.limit.id}`
    const before = earlier.get(pair)
    const there = applyLimits(scene, start, order, before === undefined ? [result.trails] : [result.trails, before])
    swapped.set(pair, there.trails)
    return compareOrders(first, second, result.drafts, there.drafts)
  }))
  return { notes, swapped }
}

function compareOrders(first: LimitProgram, second: LimitProgram, here: readonly Draft[], there: readonly Draft[]): readonly Note[] {
  const changed = here.flatMap(({ line }, at) => {
    const other = there[at]?.line
    return other === undefined || other === line || (other.committed === line.committed && other.possible === line.possible) ? [] : [{ here: line, swapped: other }]
  })
  return changed.length === 0 ? [] : [orderNote(first.limit, second.limit, changed)]
}
