import { LIMIT_ORDER, type Limit, type LimitKind, type Policy } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Adjustment, Decision, Line, Missing, Note } from '../engine.ts'
import { excessNote, exceptionNote, tieNote } from '../notes.ts'
import { claimant, isTouched, mayBePaid, reachOf, type Claimant, type LimitProgram } from './claimants.ts'
import { contestsOf, outAmong, type Contest } from './contests.ts'
import type { Draft } from './drafts.ts'
import { afterElsewhere, beatenElsewhere } from './elsewhere.ts'
import { byTurns, cannotBite, perhaps, verdictOf, type Verdict } from './shares.ts'
import { afterSpared } from './spared.ts'
import { distinct, FALSE, missingKey, TRUE, type Truth } from './values.ts'

/** A limit as it was applied: what totals and notes need to know. */
export interface Applied {
  readonly limit: Limit
  readonly claimants: readonly Claimant[]
  /** Places of lines that the limit cannot touch, whatever the missing facts are. */
  readonly idle: ReadonlySet<number>
  readonly changed: boolean
  readonly before: readonly Draft[]
}

export interface Limited {
  readonly drafts: readonly Draft[]
  readonly applied: readonly Applied[]
  readonly notes: readonly Note[]
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

export function applyLimits(scene: Scene, drafts: readonly Draft[], programs: readonly LimitProgram[]): Limited {
  let present = drafts
  const applied: Applied[] = []
  const notes: Note[] = []
  for (const program of programs) {
    const step = applyLimit(scene, program, present)
    applied.push(step.applied)
    notes.push(...step.notes)
    present = step.after
  }
  return { drafts: present, applied, notes }
}

interface Judged {
  readonly contest: Contest
  /** Whether it gets as much elsewhere. */
  readonly beaten: Truth
  readonly verdict: Verdict
}

interface Step {
  readonly applied: Applied
  readonly after: readonly Draft[]
  readonly notes: readonly Note[]
}

function applyLimit({ places, decisions }: Scene, program: LimitProgram, before: readonly Draft[]): Step {
  const { limit } = program
  const isExcepted = exceptionFrom(limit, decisions)
  const claimants: Claimant[] = []
  const excepted: Line[] = []
  for (const at of placesOf(limit, places)) {
    const draft = before[at]
    if (draft === undefined || !isTouched(limit, draft) || !mayBePaid(draft)) continue
    const reach = reachOf(program, draft)
    if (reach === null) continue
    if (isExcepted !== null && isExcepted(draft.line)) excepted.push(draft.line)
    else claimants.push(claimant(program, draft, at, reach, decisions))
  }
  const contenders = limit.spared.length === 0 ? claimants : afterSpared(limit, claimants)
  const contests = contestsOf(limit, contenders)
  const isOut = limit.cumulable.length > 0 ? outAmong(contests) : null
  const judged = contests.map((contest): Judged => {
    const { claimant: one, tally } = contest
    const verdict = isOut === null ? verdictOf(limit, one, tally) : byTurns(one, isOut(one))
    const beaten = limit.elsewhere === null ? FALSE : beatenElsewhere(contest)
    const compared = afterElsewhere(verdict, beaten)
    return { contest, beaten, verdict: one.perhaps ? perhaps(one, compared) : compared }
  })
  const touched = judged.filter(({ verdict }) => verdict.outcome !== 'stays')
  const after = touched.length === 0 ? before : [...before]
  if (after !== before) for (const one of touched) (after as Draft[])[one.contest.claimant.at] = adjusted(limit, one)
  const notes = [...(excepted.length > 0 ? [exceptionNote(limit, excepted)] : []), ...tieNotes(limit, touched), ...excessNotes(limit, touched)]
  const idle = new Set(judged.filter(({ contest: { claimant: one, tally }, beaten }) => (beaten & TRUE) === 0 && cannotBite(limit, one, tally)).map(({ contest }) => contest.claimant.at))
  return { applied: { limit, claimants: contenders, idle, changed: touched.length > 0, before }, after, notes }
}

/** In the order of the lines. */
function placesOf({ clauses }: Limit, places: Places): readonly number[] {
  const own = [...new Set(clauses)].flatMap((clause) => places.get(clause) ?? [])
  return clauses.length > 1 ? own.sort((a, b) => a - b) : own
}

function exceptionFrom(limit: Limit, decisions: readonly Decision[]): ((line: Line) => boolean) | null {
  const exceptions = limit.inPrinciple ? decisions.flatMap((one) => (one.kind === 'exception' && one.limit === limit.id ? [one] : [])) : []
  if (exceptions.length === 0) return null
  return ({ applicant, subject }) => exceptions.some((one) => (one.applicant === null || one.applicant === applicant) && one.subjects.includes(subject))
}

// ---------------------------------------------------------------- what a verdict makes of a line

function adjusted(limit: Limit, judged: Judged): Draft {
  const { contest, verdict } = judged
  const { claimant: one } = contest
  const { draft, line } = one
  const standing = standingAfter(one, verdict)
  const isOut = standing === 'withdrawn'
  const { committed, possible } = verdict
  const same = committed === line.committed && possible === line.possible && standing === line.standing
  const adjustment = (): Adjustment => ({
    constraint: limit.id, kind: limit.kind, before: { committed: line.committed, possible: line.possible }, after: { committed, possible },
    max: one.widenedTo === null && one.payments === 1 && one.max.low === one.max.high ? one.max.high : null, widened: one.widenedTo, because: because(contest, verdict), code: codeOf(limit, judged), cite: limit.cites[0] ?? null,
  })
  const next: Line = {
    ...line, standing, committed, possible,
    missing: isOut ? [] : distinct([...line.missing, ...missingFor(contest, verdict)]),
    status: standing === 'holds' ? line.status : null,
    possibleStatuses: isOut ? [] : line.possibleStatuses,
    duration: isOut ? null : line.duration,
    adjustments: same ? line.adjustments : [...line.adjustments, adjustment()],
  }
  return { ...draft, line: next }
}

/** A line reduced to 0 by a limit is withdrawn; one that certainly held and now may not is undetermined. */
function standingAfter({ line, draft: { money }, awaits }: Claimant, verdict: Verdict): Standing {
  if (verdict.outcome === 'out') return 'withdrawn'
  if (line.standing !== 'holds') return line.standing
  if (money && verdict.possible !== null && verdict.committed === verdict.possible) return 'holds'
  return money && awaits !== null ? 'awaits-decision' : 'undetermined'
}

/** Facts that would decide the share: of the limit itself, the keys, the ranks, and of the lines that may take the place. */
function missingFor({ claimant: one, missing }: Contest, verdict: Verdict): readonly Missing[] {
  if (verdict.possible === verdict.committed) return []
  const others = [...one.earlier.flatMap((earlier) => earlier.missing), ...one.takenMissing(), ...missing()]
  return [...one.maxMissing, ...(others.length < 2 ? others : others.map((fact) => ({ fact, place: missingKey(fact) })).sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ fact }) => fact))]
}

function because({ claimant: one, because: lines }: Contest, verdict: Verdict): readonly string[] {
  const earlier = one.earlier.map(({ entry }) => `${entry.clause} ${entry.subject ?? entry.applicant} ${entry.day}`)
  return [...earlier.sort(), ...[...new Set(lines(verdict.because).map(({ clause, subject }) => `${clause} ${subject}`))].sort()]
}

/** Stable codes: what explanations are made from. */
function codeOf(limit: Limit, { contest, beaten, verdict }: Judged): string {
  if (beaten & TRUE) return (beaten & FALSE) === 0 ? 'higher-elsewhere' : verdict.outcome === 'open' ? 'elsewhere-unknown' : outCode(limit, contest)
  const { awaits } = contest.claimant
  if (awaits !== null && verdict.committed !== verdict.possible) return awaits
  if (verdict.outcome === 'reduced') return limit.share.kind === 'pro-rata' ? 'shared-pro-rata' : 'capped'
  if (verdict.outcome === 'open') return openCode(limit, contest, verdict)
  return outCode(limit, contest)
}

function outCode(limit: Limit, { claimant: { max, used } }: Contest): string {
  if (max.high !== null && used.low >= max.high) return 'already-granted'
  switch (limit.share.kind) {
    case 'highest':
      return 'higher-kept'
    case 'none':
      return 'too-many'
    default:
      if (limit.whole) return 'not-whole'
      return limit.kind === 'non-cumulation' ? 'earlier-kept' : limit.measure === 'count' ? 'quota-full' : 'used-up'
  }
}

function openCode(limit: Limit, { claimant: one, isKeyOpen, isRankOpen, tiedWith }: Contest, verdict: Verdict): string {
  if (one.perhaps) return 'reach-unknown'
  if (tiedWith(verdict.because).size > 0) return 'tie'
  if (isKeyOpen || one.earlier.some(({ same }) => (same & FALSE) !== 0)) return 'key-unknown'
  if (one.rank !== null && isRankOpen) return 'rank-unknown'
  if (one.max.high === null || one.max.low !== one.max.high) return 'limit-unknown'
  if (limit.whole) return 'whole-unknown'
  return limit.share.kind === 'undetermined' ? 'no-order' : 'others-undetermined'
}

// ---------------------------------------------------------------- notes

/** A tie is reported, never silently broken: one note for all lines that are tied with each other. */
function tieNotes(limit: Limit, touched: readonly Judged[]): readonly Note[] {
  let groups: readonly (readonly Line[])[] = []
  for (const { contest, verdict } of touched) {
    const partners = verdict.outcome === 'out' ? null : contest.tiedWith(verdict.because)
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
