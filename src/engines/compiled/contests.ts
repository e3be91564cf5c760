import { once } from '../../base/once.ts'
import type { Limit } from '../../core/core.ts'
import type { Line } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { amountIn, bundlesOf, merged, type Bundles } from './bundles.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { detailsOf, NO_DETAILS, NO_MATES, type Contest, type Details, type Pool } from './contest.ts'
import { oneABundle, rivalsOf, tallyOf, type Rival } from './rivals.ts'
import { ALONE, hasNoPlace, hasPlace } from './shares.ts'
import { sortedContests } from './sorted-contests.ts'
import { and, FALSE, isWide, not, OPEN, or, TRUE, UNDEFINED, type Truth } from './values.ts'

const NO_CLAIMANTS: readonly Claimant[] = []
const noDetails = (): Details => NO_DETAILS

function alone(claimant: Claimant, pool: Pool, bundles: Bundles): Contest {
  return { claimant, pool, tally: ALONE, details: noDetails, mates: bundles?.get(claimant)?.mates ?? NO_MATES, amount: amountIn(bundles, claimant) }
}

/** A contest of before, of the very same claimant. */
export type KnownContest = (one: Claimant) => Contest | undefined

/**
 * The lines that share a limit with each line: those with decided keys are looked up, and where they are many sorted once. What is known
 * of a pool with the very same lines holds.
 */
export function contestsOf(limit: Limit, claimants: readonly Claimant[], known: readonly KnownContest[]): readonly Contest[] {
  const groups = groupBy(claimants, ({ text }) => text)
  const open = (groups.get(null) ?? NO_CLAIMANTS).filter((one) => !isKeyless(one))
  const sharing = open.length === 0 ? NO_CLAIMANTS : claimants.filter((one) => !isKeyless(one))
  const bundles = once(() => bundlesOf(limit, claimants))
  const found = new Map<Claimant, Contest>()
  for (const [text, members] of groups) {
    const pool: Pool = { members, others: text === null ? sharing : open }
    for (const one of knownOf(pool, known) ?? contestsIn(limit, text, pool, bundles())) found.set(one.claimant, one)
  }
  return claimants.flatMap((one) => found.get(one) ?? [])
}

function knownOf({ members, others }: Pool, known: readonly KnownContest[]): readonly Contest[] | null {
  const [first] = members
  if (first === undefined) return null
  for (const find of known) {
    const before = find(first)?.pool
    if (before !== undefined && isSameList(before.members, members) && isSameList(before.others, others)) return members.flatMap((one) => find(one) ?? [])
  }
  return null
}

function isSameList(a: readonly Claimant[], b: readonly Claimant[]): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => one === b[at]))
}

function contestsIn(limit: Limit, text: string | null, pool: Pool, bundles: Bundles): readonly Contest[] {
  const { members, others } = pool
  if (text !== null && others.length === 0) {
    const decided = decidedContests(limit, pool, members, bundles)
    if (decided !== null) return decided
  }
  const all = text === null ? others : others.length === 0 ? members : [...members, ...others]
  return members.map((one) => (isKeyless(one) ? alone(one, pool, bundles) : compared(limit, pool, one, all, bundles)))
}

/** More lines than this with one key are sorted, where that tells what comparing them would. */
const FEW_TO_COMPARE = 4

/** Of lines with one key, which all of them certainly have; null where they are to be compared one by one. */
function decidedContests(limit: Limit, pool: Pool, members: readonly Claimant[], bundles: Bundles): readonly Contest[] | null {
  if (bundles === null) {
    if (members.length === 1) return members.map((one) => alone(one, pool, null))
    return members.length > FEW_TO_COMPARE && limit.cumulable.length === 0 && limit.elsewhere === null ? sortedContests(limit, pool, members) : null
  }
  const together = limit.cumulable.length > 0 ? null : merged(members)
  if (together === null) return null
  const whole = [...together.keys()]
  const contests = decidedContests(limit, pool, whole, null) ?? whole.map((one) => compared(limit, pool, one, whole, null))
  const linesOf = new Map([...together].map(([one, alike]) => [one.line, alike.map(({ line }) => line)]))
  const apart = (lines: Iterable<Line>): readonly Line[] => [...lines].flatMap((line) => linesOf.get(line) ?? [])
  return contests.flatMap((contest) => (together.get(contest.claimant) ?? []).map((claimant): Contest => ({
    ...contest, claimant, details: () => {
      const { because, tiedWith, missing, isOpen, ...rest } = contest.details()
      return { ...rest, isOpen, because: (which) => apart(because(which)), tiedWith: (which) => new Set(apart(tiedWith(which))), missing: () => [...missing(), ...(isOpen ? contest.claimant.line.missing : [])] }
    },
  })))
}

/** What has no key shares it with nothing. */
function isKeyless({ key, text }: Claimant): boolean {
  return text === null && key.some((part) => isWide(part) && part.possible === null && (part.lacks & UNDEFINED) === 0)
}

function compared(limit: Limit, pool: Pool, one: Claimant, others: readonly Claimant[], bundles: Bundles): Contest {
  const rivals = rivalsOf(limit, one, others, bundles)
  const mates = bundles?.get(one)?.mates ?? NO_MATES
  return { claimant: one, pool, tally: tallyOf(rivals), details: once(() => detailsOf(limit, one, rivals, mates)), mates, amount: amountIn(bundles, one) }
}

/** Which lines are out where some clauses do not exclude each other: as the meaning has it, one that is out takes no place from the next. */
export function outAmong(contests: readonly Contest[]): (one: Claimant) => Truth {
  const all = contests.map(({ claimant, details }) => {
    const first = details().rivals.filter(({ before }) => (before & TRUE) !== 0)
    return { claimant, displacing: oneABundle([...first.filter(({ claimant: { draft } }) => isSurelyPaid(draft)), ...first]) }
  })
  const isOut = new Map<Claimant, Truth>(all.map(({ claimant }) => [claimant, OPEN]))
  for (let again = true; again;) {
    const next = all.map(({ claimant, displacing }) => outAfter(claimant, displacing, isOut))
    again = all.some(({ claimant }, at) => isOut.get(claimant) !== next[at])
    all.forEach(({ claimant }, at) => isOut.set(claimant, next[at] ?? OPEN))
  }
  return (one) => isOut.get(one) ?? OPEN
}

function outAfter(one: Claimant, displacing: readonly Rival[], isOut: ReadonlyMap<Claimant, Truth>): Truth {
  if (hasNoPlace(one)) return TRUE
  const out = displacing.map(({ claimant, same, before }) => and([same, before, isSurelyPaid(claimant.draft) ? TRUE : OPEN, not(isOut.get(claimant) ?? OPEN)]))
  return or([...out, hasPlace(one) && one.payments === 1 ? FALSE : OPEN])
}
