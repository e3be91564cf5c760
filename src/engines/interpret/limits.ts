import { LIMIT_ORDER, type Limit, type LimitKind } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Adjustment, Line, Missing, Note } from '../engine.ts'
import { bundlesAmong, type Bundle } from './bundles.ts'
import { claimant, entryKeys, isSurelyPaid, isTouched, mayBePaid, reachOf, type Claimant } from './contenders.ts'
import { exceptionsFrom, isExcepted } from './decisions.ts'
import { afterElsewhere, beatenElsewhere } from './elsewhere.ts'
import type { Draft } from './lines.ts'
import { FEW, limitUnder } from '../limit-under.ts'
import { excessNote, exceptionNote, tieNote } from '../notes.ts'
import { oneABundle, rivalsAmong, type Rival } from './rivals.ts'
import { isKept, type Run } from './scope.ts'
import { afterSpared, isSpared } from './spared.ts'
import { byTurns, outAmong, cannotBite, perhaps, verdictOf, type Verdict } from './shares.ts'
import { fenRange, traceNode } from './trace.ts'
import { distinct, FALSE, WITHIN, type Truth, type Value } from './values.ts'

/** A limit as it was applied: what totals and notes need to know. */
export interface Applied {
  readonly limit: Limit
  readonly claimants: readonly Claimant[]
  /** Places of lines that the limit cannot touch, whatever the missing facts are. */
  readonly idle: ReadonlySet<number>
  /** Lines after the limit, by place. */
  readonly after: readonly Draft[]
  readonly changed: boolean
}

export interface Limited {
  readonly drafts: readonly Draft[]
  readonly applied: readonly Applied[]
  readonly notes: readonly Note[]
}

/**
 * Meaning 5. "Constraints apply in this order: once → cap per unit → quota → non-cumulation → caps over clauses → budget."
 * Within a kind, in the order of the text.
 */
export function limitsInOrder(run: Run): readonly Limit[] {
  const kinds: readonly LimitKind[] = [...run.policy.order, ...LIMIT_ORDER.filter((kind) => !run.policy.order.includes(kind))]
  const holding = run.policy.limits.filter(({ under }) => isKept(run, under)).map((limit) => limitUnder(limit, (under) => isKept(run, under)))
  return kinds.flatMap((kind) => holding.filter((limit) => limit.kind === kind))
}

/** A limit, the lines before it, and what it makes of them. */
export type ApplyLimit = (run: Run, limit: Limit, drafts: readonly Draft[]) => Step

export interface Step {
  readonly applied: Applied
  readonly notes: readonly Note[]
}

export function applyLimits(run: Run, drafts: readonly Draft[], limits: readonly Limit[], apply: ApplyLimit = applyLimit): Limited {
  let present = drafts
  const applied: Applied[] = []
  const notes: Note[] = []
  for (const limit of limits) {
    const step = apply(run, limit, present)
    present = step.applied.after
    applied.push(step.applied)
    notes.push(...step.notes)
  }
  return { drafts: present, applied, notes }
}

interface Judged {
  readonly claimant: Claimant
  readonly bundle: Bundle
  readonly rivals: readonly Rival[]
  /** Lines that count toward the limit and are not reduced. */
  readonly takers: readonly Rival[]
  /** Whether it gets as much elsewhere. */
  readonly beaten: Truth
  readonly verdict: Verdict
}

export function applyLimit(run: Run, limit: Limit, drafts: readonly Draft[]): Step {
  const covered = drafts.flatMap((draft, at) => (limit.clauses.includes(draft.line.clause) && isTouched(limit, draft) && mayBePaid(draft) ? [{ draft, at, reach: reachOf(limit, draft.line.clause, { ...draft.assessment.scope, run }) }] : []))
    .filter(({ reach }) => reach.truth.canBeTrue)
  const exceptions = exceptionsFrom(run, limit)
  const excepted = covered.filter(({ draft: { line } }) => exceptions.some((exception) => isExcepted(exception, line.applicant, line.subject)))
  const keys = entryKeys(limit)
  const claimants = covered.filter((one) => !excepted.includes(one)).map(({ draft, at, reach }) => claimant(run, limit, keys, draft, at, reach))
  const everyone = rivalsAmong(limit, claimants, bundlesAmong(limit, claimants))
  const contenders = claimants.filter((one) => !isSpared(limit, one)).map((one) => {
    const takers = everyone(one).filter(({ claimant: other }) => isSpared(limit, other))
    return { one: afterSpared(limit, one, takers), takers }
  })
  const all = contenders.map(({ one }) => one)
  const bundleOf = bundlesAmong(limit, all)
  const rivalsOf = rivalsAmong(limit, all, bundleOf)
  const isOut = limit.cumulable.length > 0 ? outAmong(all, rivalsOf) : null
  const judged = contenders.map(({ one, takers }): Judged => {
    const [bundle, rivals] = [bundleOf(one), rivalsOf(one)]
    const verdict = isOut === null ? verdictOf(limit, one, rivals) : byTurns(one, rivals, isOut(one))
    const beaten = limit.elsewhere === null ? FALSE : beatenElsewhere(bundle, rivals)
    const compared = afterElsewhere(one, verdict, beaten)
    return { claimant: one, bundle, rivals, takers, beaten, verdict: one.perhaps ? perhaps(one, compared) : compared }
  })
  const after = [...drafts]
  for (const one of judged) after[one.claimant.at] = adjusted(limit, one)
  const changed = judged.some(({ claimant: { at } }) => after[at] !== drafts[at])
  const notes = [
    ...(excepted.length > 0 ? [exceptionNote(limit, excepted.map(({ draft }) => draft.line))] : []),
    ...tieNotes(limit, judged),
    ...excessNotes(limit, judged),
  ]
  const idle = new Set(judged.filter(({ claimant: one, rivals, beaten }) => !beaten.canBeTrue && cannotBite(limit, one, rivals)).map(({ claimant: { at } }) => at))
  return { applied: { limit, claimants: judged.map((one) => one.claimant), idle, after, changed }, notes }
}

// ---------------------------------------------------------------- what a verdict makes of a line

function adjusted(limit: Limit, judged: Judged): Draft {
  const { claimant: one, verdict } = judged
  const { draft } = one
  const { line } = draft
  if (verdict.outcome === 'stays') return draft
  const standing = standingAfter(one, verdict)
  const missing = standing === 'withdrawn' ? [] : distinct([...line.missing, ...missingFor(limit, judged)])
  const same = verdict.committed === line.committed && verdict.possible === line.possible && standing === line.standing
  const cite = limit.cites[0] ?? null
  const adjustment: Adjustment = {
    constraint: limit.id,
    kind: limit.kind,
    before: { committed: line.committed, possible: line.possible },
    after: { committed: verdict.committed, possible: verdict.possible },
    max: one.widenedTo === null && one.payments === 1n && one.max.low === one.max.high ? one.max.high : null,
    widened: one.widenedTo,
    because: because(one, verdict),
    code: codeOf(limit, judged),
    cite,
  }
  const label = { zh: `约束 ${limit.id}`, en: `constraint ${limit.id}` }
  const node = traceNode(`${line.clause}/limit/${limit.id}/${line.adjustments.length + 1}`, `limit:${limit.kind}`, label, fenRange(verdict.committed, verdict.possible), cite, [])
  const next: Line = {
    ...line,
    standing,
    committed: verdict.committed,
    possible: verdict.possible,
    missing,
    status: standing === 'holds' ? line.status : null,
    possibleStatuses: standing === 'withdrawn' ? [] : line.possibleStatuses,
    duration: standing === 'withdrawn' ? null : line.duration,
    adjustments: same ? line.adjustments : [...line.adjustments, adjustment],
    trace: same ? line.trace : { ...line.trace, value: fenRange(verdict.committed, verdict.possible), children: [...line.trace.children, node] },
  }
  return { ...draft, line: next }
}

/** "A line reduced to 0 by a limit is withdrawn"; one that certainly held and now may not is undetermined. */
function standingAfter({ draft: { line, money }, awaits }: Claimant, verdict: Verdict): Standing {
  if (verdict.outcome === 'out') return 'withdrawn'
  if (line.standing !== 'holds') return line.standing
  if (!money) return 'undetermined'
  if (verdict.possible !== null && verdict.committed === verdict.possible) return 'holds'
  return awaits === null ? 'undetermined' : 'awaits-decision'
}

/** Facts that would decide the share: of the keys, the ranks, the limit itself, and of the lines that may take the place. */
function missingFor(limit: Limit, { claimant: one, bundle, rivals, takers, verdict }: Judged): Value['missing'] {
  if (verdict.possible === verdict.committed) return []
  const open = rivals.filter((rival) => rival.same.canBeFalse || (rival.before.canBeTrue && rival.before.canBeFalse))
  const unsettled = oneABundle(rivals).length < FEW ? rivals.filter((rival) => !open.includes(rival) && rival.before.canBeTrue && isUnsettled(limit, rival.claimant)) : []
  const others = [
    ...one.earlier.flatMap((earlier) => earlier.missing),
    ...rivals.flatMap((rival) => rival.missing),
    ...takers.flatMap((taker) => [...taker.missing, ...taker.claimant.draft.line.missing]),
    ...(open.length > 0 ? bundle.mates.flatMap((mate) => [...mate.missing, ...mate.claimant.draft.line.missing]) : []),
    ...unsettled.flatMap(({ claimant: { draft } }) => draft.line.missing),
    ...open.flatMap((rival) => [...(one.rank?.missing ?? []), ...(rival.claimant.rank?.missing ?? []), ...rival.claimant.draft.line.missing]),
  ]
  // Never in the order of the input.
  const place = ({ entity, subject, field, state }: Missing): string => [entity, subject, field, state].join(WITHIN)
  return [...one.maxMissing, ...others.sort((a, b) => (place(a) < place(b) ? -1 : 1))]
}

/** How much of the limit it takes is not known yet. */
function isUnsettled({ measure }: Limit, { draft }: Claimant): boolean {
  return measure === 'count' ? !isSurelyPaid(draft) : draft.line.committed !== draft.line.possible
}

function because(one: Claimant, verdict: Verdict): readonly string[] {
  const lines = verdict.because.map(({ claimant: { draft: { line } } }) => `${line.clause} ${line.subject}`)
  const earlier = one.earlier.map(({ entry }) => `${entry.clause} ${entry.subject ?? entry.applicant} ${entry.day}`)
  return [...earlier.sort(), ...[...new Set(lines)].sort()]
}

/** Stable codes: what explanations are made from. */
function codeOf(limit: Limit, { claimant: one, rivals, beaten, verdict }: Judged): string {
  if (beaten.canBeTrue) return beaten.canBeFalse ? (verdict.outcome === 'open' ? 'elsewhere-unknown' : outCode(limit, one)) : 'higher-elsewhere'
  if (one.awaits !== null && verdict.committed !== verdict.possible) return one.awaits
  if (verdict.outcome === 'reduced') return limit.share.kind === 'pro-rata' ? 'shared-pro-rata' : 'capped'
  if (verdict.outcome === 'open') return openCode(limit, one, rivals, verdict)
  return outCode(limit, one)
}

function outCode(limit: Limit, one: Claimant): string {
  if (one.max.high !== null && one.used.low >= one.max.high) return 'already-granted'
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

function openCode(limit: Limit, one: Claimant, rivals: readonly Rival[], verdict: Verdict): string {
  if (one.perhaps) return 'reach-unknown'
  if (isTied(verdict)) return 'tie'
  if (rivals.some(({ same }) => same.canBeFalse) || one.earlier.some(({ same }) => same.canBeFalse)) return 'key-unknown'
  if (one.rank !== null && rivals.some(({ before, tied }) => before.canBeTrue && before.canBeFalse && !tied)) return 'rank-unknown'
  if (one.max.high === null || one.max.low !== one.max.high) return 'limit-unknown'
  if (limit.whole) return 'whole-unknown'
  return limit.share.kind === 'undetermined' ? 'no-order' : 'others-undetermined'
}

function isTied(verdict: Verdict): boolean {
  return verdict.because.some(({ tied }) => tied)
}

// ---------------------------------------------------------------- notes

/** "A tie is reported, never silently broken." One note for all lines that are tied with each other. */
function tieNotes(limit: Limit, judged: readonly Judged[]): readonly Note[] {
  const tied = judged.filter(({ verdict }) => verdict.outcome !== 'stays' && verdict.outcome !== 'out' && isTied(verdict))
  let groups: readonly (readonly Line[])[] = []
  for (const { claimant: { draft }, verdict } of tied) {
    const partners = verdict.because.filter((rival) => rival.tied).map(({ claimant: { draft: { line } } }) => line)
    const linked = groups.filter((lines) => lines.some((line) => partners.includes(line)))
    groups = [...groups.filter((lines) => !linked.includes(lines)), [...linked.flat(), draft.line]]
  }
  return groups.map((lines) => tieNote(limit, lines))
}

/** More than there is, and no word on who gets it. */
function isUnshared({ rivals, verdict }: Judged): boolean {
  return verdict.outcome === 'open' || (verdict.outcome === 'reduced' && rivals.length > 0 && verdict.committed !== verdict.possible)
}

function excessNotes(limit: Limit, judged: readonly Judged[]): readonly Note[] {
  if (limit.share.kind !== 'none' && limit.share.kind !== 'undetermined') return []
  const too = judged.filter((one) => (limit.share.kind === 'none' ? one.verdict.outcome === 'out' : isUnshared(one)))
  return too.length === 0 ? [] : [excessNote(limit, too.map(({ claimant: { draft } }) => draft.line))]
}
