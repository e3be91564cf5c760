import type { Limit } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Adjustment, Line, Missing } from '../engine.ts'
import type { Claimant } from './claimants.ts'
import type { Contest } from './contest.ts'
import { outAmong } from './contests.ts'
import type { Draft } from './drafts.ts'
import { afterElsewhere, beatenElsewhere } from './elsewhere.ts'
import { byTurns, cannotBite, perhaps, verdictOf, type Verdict } from './shares.ts'
import { distinct, FALSE, missingKey, TRUE, type Truth } from './values.ts'

/** What a limit does to a line. */
export interface Judged {
  readonly contest: Contest
  /** Whether it gets as much elsewhere. */
  readonly beaten: Truth
  readonly verdict: Verdict
  /** The limit cannot touch the line, whatever the missing facts are. */
  readonly isIdle: boolean
  /** null: it leaves the line as it is. */
  readonly after: Draft | null
}

/** `known`: of the very same contest under the very same limit. */
export function judgedOf(limit: Limit, contests: readonly Contest[], known: (contest: Contest) => Judged | null): readonly Judged[] {
  const isOut = limit.cumulable.length > 0 ? outAmong(contests) : null
  const factsOf = factsOnce()
  return contests.map((contest): Judged => {
    const { claimant: one, tally } = contest
    const before = known(contest)
    if (before !== null && isOut === null) return before
    const verdict = isOut === null ? verdictOf(limit, one, tally) : byTurns(one, isOut(one))
    const beaten = limit.elsewhere === null ? FALSE : beatenElsewhere(contest)
    const compared = afterElsewhere(verdict, beaten)
    const final = one.perhaps ? perhaps(one, compared) : compared
    if (before !== null && before.beaten === beaten && isSameVerdict(before.verdict, final)) return before
    return { contest, beaten, verdict: final, isIdle: (beaten & TRUE) === 0 && cannotBite(limit, one, tally), after: final.outcome === 'stays' ? null : adjusted(limit, contest, beaten, final, factsOf) }
  })
}

function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return a.committed === b.committed && a.possible === b.possible && a.outcome === b.outcome && a.because === b.because
}

// ---------------------------------------------------------------- what a verdict makes of a line

function adjusted(limit: Limit, contest: Contest, beaten: Truth, verdict: Verdict, factsOf: FactsOf): Draft {
  const { claimant: one } = contest
  const { draft, line } = one
  const standing = standingAfter(one, verdict)
  const isOut = standing === 'withdrawn'
  const { committed, possible } = verdict
  const same = committed === line.committed && possible === line.possible && standing === line.standing
  const adjustment = (): Adjustment => ({
    constraint: limit.id, kind: limit.kind, before: { committed: line.committed, possible: line.possible }, after: { committed, possible },
    max: one.widenedTo === null && one.payments === 1 && one.max.low === one.max.high ? one.max.high : null, widened: one.widenedTo, because: because(contest, verdict), code: codeOf(limit, contest, beaten, verdict), cite: limit.cites[0] ?? null,
  })
  const next: Line = {
    ...line, standing, committed, possible,
    missing: isOut ? [] : missingAfter(contest, verdict, factsOf),
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

/** Facts, each once, with what tells them apart. */
interface FactList {
  readonly facts: readonly Missing[]
  readonly keys: readonly string[]
}

const NO_FACTS: FactList = { facts: [], keys: [] }

/** Facts of the lines that may take the place: one list for all that meet the same lines. */
type FactsOf = (contest: Contest) => FactList

function factsOnce(): FactsOf {
  const known = new Map<unknown, Map<unknown, FactList>>()
  return ({ claimant: { earlier, takenMissing }, details }) => {
    const { missing } = details()
    if (earlier.length > 0) return factList([...earlier.flatMap((one) => one.missing), ...takenMissing(), ...missing()])
    const same = known.get(takenMissing) ?? new Map<unknown, FactList>()
    const found = same.get(missing) ?? factList([...takenMissing(), ...missing()])
    known.set(takenMissing, same.set(missing, found))
    return found
  }
}

function factList(all: readonly Missing[]): FactList {
  if (all.length === 0) return NO_FACTS
  const byKey = new Map<string, Missing>()
  for (const fact of all) {
    const key = missingKey(fact)
    if (!byKey.has(key)) byKey.set(key, fact)
  }
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1))
  return { facts: sorted.map(([, fact]) => fact), keys: sorted.map(([key]) => key) }
}

/** Facts that would decide the share: of the limit itself, the keys, the ranks, and of the lines that may take the place. After the line's own. */
function missingAfter(contest: Contest, verdict: Verdict, factsOf: FactsOf): readonly Missing[] {
  const { line, maxMissing } = contest.claimant
  if (verdict.possible === verdict.committed) return distinct(line.missing)
  const own = distinct([...line.missing, ...maxMissing])
  const { facts, keys } = factsOf(contest)
  if (own.length === 0) return facts
  if (facts.length === 0) return own
  const named = new Set(own.map(missingKey))
  return [...own, ...facts.filter((_, at) => !named.has(keys[at] ?? ''))]
}

function because({ claimant: one, details }: Contest, verdict: Verdict): readonly string[] {
  const earlier = one.earlier.map(({ entry }) => `${entry.clause} ${entry.subject ?? entry.applicant} ${entry.day}`)
  return [...earlier.sort(), ...[...new Set(details().because(verdict.because).map(({ clause, subject }) => `${clause} ${subject}`))].sort()]
}

/** Stable codes: what explanations are made from. */
function codeOf(limit: Limit, contest: Contest, beaten: Truth, verdict: Verdict): string {
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

function openCode(limit: Limit, { claimant: one, details }: Contest, verdict: Verdict): string {
  if (one.perhaps) return 'reach-unknown'
  const { isKeyOpen, isRankOpen, tiedWith } = details()
  if (tiedWith(verdict.because).size > 0) return 'tie'
  if (isKeyOpen || one.earlier.some(({ same }) => (same & FALSE) !== 0)) return 'key-unknown'
  if (one.rank !== null && isRankOpen) return 'rank-unknown'
  if (one.max.high === null || one.max.low !== one.max.high) return 'limit-unknown'
  if (limit.whole) return 'whole-unknown'
  return limit.share.kind === 'undetermined' ? 'no-order' : 'others-undetermined'
}
