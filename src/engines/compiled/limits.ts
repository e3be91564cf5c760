import { once } from '../../base/once.ts'
import { LIMIT_ORDER, type Limit, type LimitKind, type Policy } from '../../core/core.ts'
import type { Decision, Line, Note } from '../engine.ts'
import { excessNote, exceptionNote, tieNote } from '../notes.ts'
import { isTouched, mayBePaid, type Claimant } from './claimants.ts'
import type { Contest } from './contest.ts'
import { contestsOf } from './contests.ts'
import type { Draft } from './drafts.ts'
import type { Frame } from './frame.ts'
import type { LimitProgram } from './limit-program.ts'
import { afterSpared } from './spared.ts'
import { entryMaker, trailsFor, type Entry, type Trail, type Trails } from './trails.ts'
import { judgedOf, type Judged } from './verdicts.ts'

/** A limit as it was applied: what totals and notes need to know. */
export interface Applied {
  readonly limit: Limit
  /** In the order of the lines. */
  readonly judged: readonly Judged[]
  /** Where their lines stand. */
  readonly places: () => ReadonlyMap<Frame, number>
  readonly changed: boolean
  readonly before: readonly Draft[]
}

export interface Limited {
  readonly drafts: readonly Draft[]
  readonly applied: readonly Applied[]
  readonly notes: readonly Note[]
  readonly trails: Trails
}

/** The kinds in the policy's order; within a kind, in the order of the text. */
export function limitsInOrder(policy: Policy, kept: readonly LimitProgram[]): readonly LimitProgram[] {
  const kinds: readonly LimitKind[] = [...policy.order, ...LIMIT_ORDER.filter((kind) => !policy.order.includes(kind))]
  return kinds.flatMap((kind) => kept.filter(({ limit }) => limit.kind === kind))
}

/** Places of the lines of each clause. */
export type Places = ReadonlyMap<string, readonly number[]>

export interface Scene {
  readonly places: Places
  readonly decisions: readonly Decision[]
}

/** `earlier`: what can be taken over, the best first. */
export function applyLimits(scene: Scene, drafts: readonly Draft[], programs: readonly LimitProgram[], earlier: readonly Trails[]): Limited {
  let present = drafts
  const applied: Applied[] = []
  const notes: Note[] = []
  const trails = new Map<string, Trail>()
  for (const program of programs) {
    const step = applyLimit(scene, program, present, trailsFor(program, earlier))
    applied.push(step.applied)
    notes.push(...step.notes)
    trails.set(program.limit.id, step.trail)
    present = step.after
  }
  return { drafts: present, applied, notes, trails }
}

interface Step {
  readonly applied: Applied
  readonly after: readonly Draft[]
  readonly notes: readonly Note[]
  readonly trail: Trail
}

function applyLimit({ places, decisions }: Scene, program: LimitProgram, before: readonly Draft[], earlier: readonly Trail[]): Step {
  const { limit } = program
  const isExcepted = exceptionFrom(limit, decisions)
  const claimants: Claimant[] = []
  const own: number[] = []
  const excepted: Line[] = []
  const entries: Entry[] = []
  const take = entryMaker(program, decisions, earlier)
  for (const at of placesOf(limit, places, before)) {
    const draft = before[at]
    if (draft === undefined) continue
    const entry = take(draft)
    entries.push(entry)
    if (entry.claimant === null) continue
    if (isExcepted !== null && isExcepted(draft.line)) excepted.push(draft.line)
    else {
      claimants.push(entry.claimant)
      own.push(at)
    }
  }
  const trail = knownTrail(program, entries, earlier) ?? trailOf(program, entries, claimants, excepted, earlier)
  const { judged, notes } = trail
  return { applied: { limit, judged, places: once(() => new Map(claimants.map(({ draft: { frame } }, index) => [frame, own[index] ?? -1]))), changed: trail.touched.length > 0, before }, after: afterwards(before, own, claimants, trail.touched), notes, trail }
}

/** Of the very same lines under the very same limit, with decisions that are the same: all that was found of them holds. */
function knownTrail(program: LimitProgram, entries: readonly Entry[], earlier: readonly Trail[]): Trail | null {
  return earlier.find((one) => one.program === program && one.entries.length === entries.length && one.entries.every((entry, at) => entry === entries[at])) ?? null
}

function trailOf(program: LimitProgram, entries: readonly Entry[], claimants: readonly Claimant[], excepted: readonly Line[], earlier: readonly Trail[]): Trail {
  const { limit } = program
  const contenders = limit.spared.length === 0 ? claimants : afterSpared(limit, claimants)
  const contests = contestsOf(limit, contenders, earlier.map(({ byClaimant }) => (one) => byClaimant.get(one)?.contest))
  const same = earlier.filter((one) => one.program === program)
  const judged = judgedOf(limit, contests, (contest) => knownIn(same, contest))
  const touched = judged.filter(({ verdict }) => verdict.outcome !== 'stays')
  const notes = [...(excepted.length > 0 ? [exceptionNote(limit, excepted)] : []), ...tieNotes(limit, touched), ...excessNotes(limit, touched)]
  return { program, entries, judged, byClaimant: new Map(judged.map((one) => [one.contest.claimant, one])), touched, notes }
}

/** The lines with what the limit makes of them. */
function afterwards(before: readonly Draft[], places: readonly number[], claimants: readonly Claimant[], touched: readonly Judged[]): readonly Draft[] {
  if (touched.length === 0) return before
  const changed = new Map<Draft, Draft>()
  for (const { contest: { claimant: { draft } }, after } of touched) if (after !== null) changed.set(draft, after)
  const all = [...before]
  claimants.forEach(({ draft }, index) => {
    const [after, at] = [changed.get(draft), places[index]]
    if (after !== undefined && at !== undefined) all[at] = after
  })
  return all
}

function knownIn(trails: readonly Trail[], contest: Contest): Judged | null {
  for (const { byClaimant } of trails) {
    const before = byClaimant.get(contest.claimant)
    if (before?.contest === contest) return before
  }
  return null
}

/** Of the lines that the limit is about, in their order. */
function placesOf(limit: Limit, places: Places, lines: readonly Draft[]): readonly number[] {
  const own: number[] = []
  for (const clause of new Set(limit.clauses)) {
    for (const at of places.get(clause) ?? []) {
      const draft = lines[at]
      if (draft !== undefined && isTouched(limit, draft) && mayBePaid(draft)) own.push(at)
    }
  }
  return limit.clauses.length > 1 ? own.sort((a, b) => a - b) : own
}

function exceptionFrom(limit: Limit, decisions: readonly Decision[]): ((line: Line) => boolean) | null {
  const exceptions = limit.inPrinciple ? decisions.flatMap((one) => (one.kind === 'exception' && one.limit === limit.id ? [one] : [])) : []
  if (exceptions.length === 0) return null
  return ({ applicant, subject }) => exceptions.some((one) => (one.applicant === null || one.applicant === applicant) && one.subjects.includes(subject))
}

// ---------------------------------------------------------------- notes

/** A tie is reported, never silently broken: one note for all lines that are tied with each other. */
function tieNotes(limit: Limit, touched: readonly Judged[]): readonly Note[] {
  let groups: readonly (readonly Line[])[] = []
  for (const { contest, verdict } of touched) {
    const partners = verdict.outcome === 'out' ? null : contest.details().tiedWith(verdict.because)
    if (partners === null || partners.size === 0) continue
    const linked = groups.filter((lines) => lines.some((line) => partners.has(line)))
    groups = [...groups.filter((lines) => !linked.includes(lines)), [...linked.flat(), contest.claimant.line]]
  }
  return groups.map((lines) => tieNote(limit, lines))
}

/** More than there is, and no word on who gets it. */
function isUnshared({ contest: { tally }, verdict }: Judged): boolean {
  return verdict.outcome === 'open' || (verdict.outcome === 'reduced' && tally.count > 0 && verdict.committed !== verdict.possible)
}

function excessNotes(limit: Limit, touched: readonly Judged[]): readonly Note[] {
  const { kind } = limit.share
  if (kind !== 'none' && kind !== 'undetermined') return []
  const too = touched.filter((one) => (kind === 'none' ? one.verdict.outcome === 'out' : isUnshared(one)))
  return too.length === 0 ? [] : [excessNote(limit, too.map(({ contest }) => contest.claimant.line))]
}
