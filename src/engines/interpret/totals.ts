import type { Limit, Policy } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Line, Sum, Totals } from '../engine.ts'
import { bundleNames } from './bundles.ts'
import type { Claimant } from './contenders.ts'
import { groupBy } from '../groups.ts'
import { excludesAll } from '../limit-under.ts'
import { byPayer } from '../payers.ts'
import { repaymentIn } from '../repayments.ts'
import { keyText } from './ledger.ts'
import type { Applied } from './limits.ts'
import type { Draft } from './lines.ts'
import { dayOf, type Run } from './scope.ts'

/**
 * Totals are exact sums, except that lines which share a limit cannot all be paid in full: of two lines of which one can
 * be paid, the possible total is the larger. Each limit bounds the sum of the lines that certainly share it.
 */
interface Cluster {
  /** Place of each line, and what earlier grants may leave it of the limit; null: no bound. */
  readonly lines: ReadonlyMap<number, bigint | null>
  /** Of each line those that are paid, or not, together with it. */
  readonly bundles: ReadonlyMap<number, string>
  /** Those of them that are no money. */
  readonly free: ReadonlySet<number>
  readonly measure: 'count' | 'amount'
  /** At least this much in all. */
  readonly least: bigint
}

export interface Sums {
  of(lines: readonly number[]): Sum
}

/** A limit with its clusters. */
interface Clustered {
  readonly limit: Limit
  readonly of: ReadonlyMap<number, Cluster>
  /** Those that give more in all than their lines one by one. */
  readonly firm: readonly Cluster[]
}

/** Which limit bounds the lines of each clause. */
type Assignment = ReadonlyMap<string, Clustered>

export function sumsOf(drafts: readonly Draft[], applied: readonly Applied[]): Sums {
  const lines = drafts.map(({ line }) => line)
  const clustered = applied.map((one, at): Clustered => {
    const clusters = clustersOf(one, applied.slice(at + 1))
    const of = new Map(clusters.flatMap((cluster) => [...cluster.lines.keys()].map((place) => [place, cluster] as const)))
    return { limit: one.limit, of, firm: clusters.filter((cluster) => cluster.least > committedOf(lines, [...cluster.lines.keys()])) }
  })
  const chosen = assignments(clustered)
  return { of: (places) => sum(lines, clustered, chosen, places.filter((at) => drafts[at]?.money)) }
}

type Lines = readonly Line[]

/** Repayments, recognitions and help in kind are no money that is paid: only grants and ceilings are summed. */
function sum(lines: Lines, clustered: readonly Clustered[], chosen: readonly Assignment[], places: readonly number[]): Sum {
  // A line that can give nothing takes nothing from the others either.
  const giving = places.filter((at) => (lines[at]?.possible ?? 0n) !== 0n)
  const bounds = differing(chosen, new Set(giving.flatMap((at) => lines[at]?.clause ?? []))).map((assignment) => atMost(lines, assignment, giving))
  const floors = clustered.filter(({ firm }) => firm.length > 0).map(({ firm }) => atLeast(lines, firm, new Set(places)))
  return {
    committed: floors.reduce((a, b) => (a > b ? a : b), committedOf(lines, places)),
    possible: bounds.reduce((a, b) => (a < b ? a : b), possibleOf(lines, places)),
    unstated: places.filter((at) => lines[at]?.possible === null).length,
  }
}

/** Of choices that leave these clauses to the same limits, one. */
function differing(chosen: readonly Assignment[], clauses: ReadonlySet<string>): readonly Assignment[] {
  return chosen.filter((one, at) => !chosen.slice(0, at).some((other) => [...clauses].every((clause) => one.get(clause) === other.get(clause))))
}

function committedOf(lines: Lines, places: readonly number[]): bigint {
  return places.reduce((total, at) => total + (lines[at]?.committed ?? 0n), 0n)
}

function possibleOf(lines: Lines, places: readonly number[]): bigint {
  return places.reduce((total, at) => total + (lines[at]?.possible ?? 0n), 0n)
}

/**
 * Bounds add up only over lines that do not overlap, so every clause is left to one limit: each limit in turn has its
 * clauses first, the others follow in order. That choice does not look at the facts: a new fact can then only lower the
 * sum. The price: where two limits overlap, the total may be higher than both together allow; it is never too low.
 */
function assignments(clustered: readonly Clustered[]): readonly Assignment[] {
  const found = new Map<string, Assignment>()
  for (const first of clustered) {
    const assignment = new Map<string, Clustered>()
    for (const one of [first, ...clustered.filter((other) => other !== first)]) {
      for (const clause of one.limit.clauses) if (!assignment.has(clause)) assignment.set(clause, one)
    }
    const text = [...assignment].map(([clause, one]) => `${clause} ${clustered.indexOf(one)}`).sort().join(',')
    if (!found.has(text)) found.set(text, assignment)
  }
  return [...found.values()]
}

function atMost(lines: Lines, assignment: Assignment, places: readonly number[]): bigint {
  const shared = groupBy(places, (at) => assignment.get(lines[at]?.clause ?? '')?.of.get(at) ?? null)
  return [...shared].reduce((total, [cluster, own]) => total + (cluster === null ? possibleOf(lines, own) : mostOf(lines, cluster, own)), 0n)
}

/**
 * Mostly all lines have the same room. Where the limit is a fact of each line, those with room up to m share m: from the
 * smallest room to the largest, what is taken so far and what comes next share the next room.
 */
function mostOf(lines: Lines, cluster: Cluster, own: readonly number[]): bigint {
  const rooms = [...new Set(own.map((at) => cluster.lines.get(at) ?? null))].sort(unboundedLast)
  let taken: readonly bigint[] = []
  for (const room of rooms) {
    const together = groupBy(own.filter((at) => (cluster.lines.get(at) ?? null) === room), (at) => cluster.bundles.get(at))
    const next = [...together.values()].map((some) => possibleOf(lines, some))
    taken = room === null ? [...taken, ...next] : sharing([...taken, ...next], room, cluster.measure)
  }
  return sumOf(taken)
}

function sharing(amounts: readonly bigint[], room: bigint, measure: 'count' | 'amount'): readonly bigint[] {
  if (measure === 'count') return [...amounts].sort(descending).slice(0, places(room, amounts.length))
  const all = sumOf(amounts)
  return [all < room ? all : room]
}

function unboundedLast(a: bigint | null, b: bigint | null): number {
  return a === null ? 1 : b === null ? -1 : descending(b, a)
}

function places(most: bigint, of: number): number {
  return most < BigInt(of) ? Number(most) : of
}

function sumOf(amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => a + b, 0n)
}

function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0
}

/** Clusters that lie wholly in the sum give at least their own least; the other lines what they surely give. */
function atLeast(lines: Lines, firm: readonly Cluster[], within: ReadonlySet<number>): bigint {
  const whole = firm.filter((cluster) => [...cluster.lines.keys()].every((at) => within.has(at) || cluster.free.has(at)))
  const inside = new Set(whole.flatMap((cluster) => [...cluster.lines.keys()]))
  const rest = committedOf(lines, [...within].filter((at) => !inside.has(at)))
  return whole.reduce((total, cluster) => total + cluster.least, rest)
}

// ---------------------------------------------------------------- clusters of a limit

function clustersOf({ limit, claimants: all }: Applied, later: readonly Applied[]): readonly Cluster[] {
  const claimants = all.filter(({ draft }) => excludesAll(limit, draft.line.clause))
  const groups = groupBy(claimants, (one) => keyText(one.key))
  const outsiders = (groups.get(null) ?? []).filter((one) => one.key.every(({ possible }) => possible !== null))
  const touching = later.map((one) => ({ idle: one.idle, places: new Set(one.claimants.map((other) => other.at)) }))
  const untouched = ({ at }: Claimant): boolean => touching.every(({ idle, places: touched }) => idle.has(at) || !touched.has(at))
  return [...groups].filter(([key]) => key !== null).map(([, members]) => ({
    lines: new Map(members.map((one) => [one.at, roomAtMost(one)])),
    bundles: new Map(members.map((one) => [one.at, bundleNames(limit)(one)])),
    free: new Set(members.filter(({ draft }) => !draft.money).map(({ at }) => at)),
    measure: limit.measure,
    // A line that may share the limit, or a later limit, could take away what this one leaves.
    least: outsiders.length === 0 && limit.cumulable.length === 0 && limit.elsewhere === null && members.every(untouched) ? leastOf(limit, members) : 0n,
  }))
}

function roomAtMost({ max, used }: Claimant): bigint | null {
  return max.high === null ? null : positive(max.high - used.low)
}

function roomAtLeast(members: readonly Claimant[]): bigint {
  const rooms = members.map(({ max, used }) => (used.high === null ? 0n : positive(max.low - used.high)))
  return rooms.reduce((a, b) => (a < b ? a : b), rooms[0] ?? 0n)
}

/**
 * What the lines that share a limit are paid in all, at least: whoever of them is paid, the money is used up and the
 * places are filled. Not where nobody, or an undetermined one of several, is paid when there are too many, nor where what is not enough is left.
 */
function leastOf(limit: Applied['limit'], members: readonly Claimant[]): bigint {
  const { kind } = limit.share
  if (limit.whole || kind === 'none' || kind === 'pro-rata' || (kind === 'undetermined' && limit.measure === 'count')) return 0n
  const room = roomAtLeast(members)
  const together = groupBy(members, bundleNames(limit))
  const amounts = [...together.values()].map((some) => sumOf(some.map(({ draft: { line } }) => line.committed))).sort(descending)
  const all = sumOf(amounts)
  if (limit.measure === 'amount') return all < room ? all : room
  const filled = places(room, amounts.length)
  // Of the highest the largest are paid; of any others perhaps the smallest.
  return sumOf(kind === 'highest' ? amounts.slice(0, filled) : amounts.slice(amounts.length - filled))
}

function positive(a: bigint): bigint {
  return a < 0n ? 0n : a
}

// ---------------------------------------------------------------- by clause, measure, agency, year

const NO_STANDINGS: Readonly<Record<Standing, number>> = { holds: 0, fails: 0, undetermined: 0, 'awaits-decision': 0, withdrawn: 0 }

/** "Totals per applicant, clause, measure, agency, year." */
export function totalsOf(run: Run, drafts: readonly Draft[], sums: Sums): Totals {
  const all = drafts.map((_, at) => at)
  const standings = { ...NO_STANDINGS }
  for (const { line } of drafts) standings[line.standing] += 1
  const total = sums.of(all)
  const by = (name: (line: Line) => string | null): ReadonlyMap<string, Sum> => grouped(drafts, sums, name)
  return {
    ...total,
    byClause: by((line) => line.clause),
    byMeasure: by((line) => measureOf(run.policy, line)?.id ?? null),
    byAgency: by((line) => measureOf(run.policy, line)?.responsible[0] ?? null),
    byYear: new Map([[run.input.on.slice(0, 4), sums.of([])], ...grouped(drafts, sums, (_, { scope }) => (dayOf(scope) ?? run.input.on).slice(0, 4))]),
    byPayer: byPayer(drafts.map(({ line }) => line), total),
    repayment: repaymentIn(drafts.map(({ line }) => line)),
    standings,
  }
}

function measureOf(policy: Policy, line: Line): Policy['measures'][number] | undefined {
  const id = policy.clauses.find((clause) => clause.id === line.clause)?.measure
  return policy.measures.find((measure) => measure.id === id)
}

function grouped(drafts: readonly Draft[], sums: Sums, name: (line: Line, from: Draft['assessment']) => string | null): ReadonlyMap<string, Sum> {
  const groups = groupBy(drafts.map((_, at) => at), (at) => {
    const draft = drafts[at]
    return draft === undefined ? null : name(draft.line, draft.assessment)
  })
  return new Map([...groups].flatMap(([key, places]) => (key === null ? [] : [[key, sums.of(places)] as const])))
}
