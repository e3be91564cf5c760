import type { Decision, Note } from '../engine.ts'
import { claimant, groundOf, type Claimant, type Ground } from './claimants.ts'
import type { Draft } from './drafts.ts'
import type { Frame } from './frame.ts'
import { isSameRule, type LimitProgram } from './limit-program.ts'
import type { Judged } from './verdicts.ts'

/** What a limit found in an evaluation. The next one takes over what rests on the very same lines, or on their frames alone. */
export interface Trail {
  readonly program: LimitProgram
  /** In the order of the lines. */
  readonly entries: readonly Entry[]
  /** In the order of the lines, and by what claims the limit's place. */
  readonly judged: readonly Judged[]
  readonly byClaimant: ReadonlyMap<Claimant, Judged>
  /** Those that it does not leave as they are. */
  readonly touched: readonly Judged[]
  readonly notes: readonly Note[]
}

/** By limit. */
export type Trails = ReadonlyMap<string, Trail>

export interface Entry {
  readonly draft: Draft
  /** null: the limit does not cover the line. */
  readonly ground: Ground | null
  readonly claimant: Claimant | null
}

/** Those of a limit that says the same. */
export function trailsFor(program: LimitProgram, earlier: readonly Trails[]): readonly Trail[] {
  return earlier.flatMap((trails) => {
    const trail = trails.get(program.limit.id)
    return trail !== undefined && isSameRule(trail.program, program) ? [trail] : []
  })
}

/** Makes the entries of lines in their order. */
export function entryMaker(program: LimitProgram, decisions: readonly Decision[], earlier: readonly Trail[]): (draft: Draft) => Entry {
  const finders = earlier.map(({ entries }) => finder(entries))
  return (draft) => {
    let ground: Ground | null | undefined
    for (const find of finders) {
      const before = find(draft.frame)
      if (before?.draft === draft) return before
      if (ground === undefined) ground = before?.ground
    }
    if (ground === undefined) ground = groundOf(program, draft, decisions)
    return { draft, ground, claimant: ground === null ? null : claimant(program.limit, draft, ground) }
  }
}

/** Frames are mostly asked for in the order in which they stand. */
function finder(entries: readonly Entry[]): (frame: Frame) => Entry | undefined {
  let next = 0
  let places: ReadonlyMap<Frame, number> | null = null
  return (frame) => {
    if (entries[next]?.draft.frame !== frame) {
      places ??= new Map(entries.map(({ draft }, at) => [draft.frame, at]))
      const found = places.get(frame)
      if (found === undefined) return undefined
      next = found
    }
    next += 1
    return entries[next - 1]
  }
}
