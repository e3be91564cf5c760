import { invariant } from '../../base/invariant.ts'
import type { Policy, Standing } from '../../core/core.ts'
import type { Line, Sum, Totals } from '../engine.ts'
import { isDecided, type Value } from './values.ts'
import { isSurelyPaid, type Claimant } from './contenders.ts'
import type { Applied } from './limits.ts'
import type { Draft } from './lines.ts'
import type { Run } from './scope.ts'

/**
 * Totals are exact sums, except that lines which share a limit cannot all be paid in full: of two lines of which one can
 * be paid, the possible total is the larger. Each limit bounds the sum of the lines that certainly share it.
 */
interface Cluster {
  readonly lines: ReadonlySet<number>
  /** At most this many payments, or this much; null: no bound. */
  readonly most: bigint | null
  readonly measure: 'count' | 'amount'
  /** At least this much in all. */
  readonly least: bigint
}

/** Lines and, limit by limit, the clusters. */
export interface Sums {
  of(lines: readonly number[]): Sum
}

export function sumsOf(drafts: readonly Draft[], applied: readonly Applied[]): Sums {
  const clustered = applied.map((one) => clustersOf(one, drafts))
  return { of: (lines) => sum(drafts, clustered, lines.filter((at) => counts(drafts[at]))) }
}

/** What is paid back is not what is paid. */
function counts(draft: Draft | undefined): boolean {
  return draft !== undefined && draft.money
}

function sum(drafts: readonly Draft[], clustered: readonly (readonly Cluster[])[], lines: readonly number[]): Sum {
  // Innermost first and outermost first: each is a bound, so the smaller one is. Nothing better is tried: where limits
  // overlap in other ways the total may be wider than it need be, never too narrow.
  const forward = atMost(drafts, clustered, lines)
  const backward = atMost(drafts, [...clustered].reverse(), lines)
  const floors = clustered.map((clusters) => atLeast(drafts, clusters, lines))
  const committed = floors.reduce((a, b) => (a > b ? a : b), plainCommitted(drafts, lines))
  const possible = forward < backward ? forward : backward
  return { committed, possible, unstated: lines.filter((at) => lineAt(drafts, at).possible === null).length }
}

function lineAt(drafts: readonly Draft[], at: number): Line {
  const line = drafts[at]?.line
  invariant(line !== undefined, 'totals are over the lines of this run')
  return line
}

function plainCommitted(drafts: readonly Draft[], lines: readonly number[]): bigint {
  return lines.reduce((total, at) => total + lineAt(drafts, at).committed, 0n)
}

/** The last limit of the list is applied to the sums that the earlier ones leave. */
function atMost(drafts: readonly Draft[], clustered: readonly (readonly Cluster[])[], lines: readonly number[]): bigint {
  const clusters = clustered.at(-1)
  if (clusters === undefined) return lines.reduce((total, at) => total + (lineAt(drafts, at).possible ?? 0n), 0n)
  const inner = clustered.slice(0, -1)
  const bounded = clusters.filter(({ most, lines: own }) => most !== null && lines.some((at) => own.has(at)))
  if (bounded.length === 0) return atMost(drafts, inner, lines)
  const rest = lines.filter((at) => !bounded.some((cluster) => cluster.lines.has(at)))
  return bounded.reduce((total, cluster) => {
    const own = lines.filter((at) => cluster.lines.has(at))
    const within = atMost(drafts, inner, own)
    const bound = mostOf(drafts, cluster, own)
    return total + (within < bound ? within : bound)
  }, atMost(drafts, inner, rest))
}

function mostOf(drafts: readonly Draft[], { most, measure }: Cluster, lines: readonly number[]): bigint {
  invariant(most !== null, 'only bounded clusters are asked')
  if (measure === 'amount') return most
  const amounts = lines.map((at) => lineAt(drafts, at).possible ?? 0n).sort(descending)
  return amounts.slice(0, Number(most < BigInt(amounts.length) ? most : BigInt(amounts.length))).reduce((a, b) => a + b, 0n)
}

function descending(a: bigint, b: bigint): number {
  return a < b ? 1 : a > b ? -1 : 0
}

/** Clusters that lie wholly in the sum give at least their own least; the other lines what they surely give. */
function atLeast(drafts: readonly Draft[], clusters: readonly Cluster[], lines: readonly number[]): bigint {
  const whole = clusters.filter((cluster) => [...cluster.lines].every((at) => lines.includes(at)))
  const rest = lines.filter((at) => !whole.some((cluster) => cluster.lines.has(at)))
  return whole.reduce((total, cluster) => {
    const sure = plainCommitted(drafts, [...cluster.lines])
    return total + (sure > cluster.least ? sure : cluster.least)
  }, plainCommitted(drafts, rest))
}

// ---------------------------------------------------------------- clusters of a limit

function clustersOf({ limit, claimants, after }: Applied, final: readonly Draft[]): readonly Cluster[] {
  const groups = new Map<string, Claimant[]>()
  let outsiders = 0
  for (const one of claimants) {
    const key = keyText(one.key)
    if (key === null) outsiders += one.key.every(mayMatch) ? 1 : 0
    else groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].map((members) => {
    const most = members.reduce<bigint | null>((bound, { max, used }) => {
      const own = max.high === null ? null : positive(max.high - used.low)
      return bound === null || own === null ? null : own > bound ? own : bound
    }, 0n)
    const untouched = members.every(({ at }) => after[at]?.line.committed === final[at]?.line.committed && after[at]?.line.possible === final[at]?.line.possible)
    const lines = new Set(members.map(({ at }) => at))
    return { lines, most, measure: limit.measure, least: outsiders === 0 && untouched ? leastOf(limit, members) : 0n }
  })
}

function keyText(key: Claimant['key']): string | null {
  const parts = key.map(({ possible, lacks }) => (possible !== null && lacks.length === 0 && isDecided(possible) ? text(possible) : null))
  return parts.includes(null) ? null : JSON.stringify(parts)
}

function text(possible: NonNullable<Value['possible']>): string {
  switch (possible.kind) {
    case 'truth':
      return String(possible.canBeTrue)
    case 'range':
      return `${possible.low?.n}/${possible.low?.d}`
    case 'points':
      return possible.values?.[0] ?? ''
  }
}

function mayMatch(value: Value): boolean {
  return value.possible !== null
}

/**
 * What the lines that share a limit are paid in all, at least: whoever of them is paid, the places are filled. Not where
 * nobody, or an undetermined one, is paid when there are too many.
 */
function leastOf(limit: Applied['limit'], members: readonly Claimant[]): bigint {
  const room = members.reduce<bigint | null>((bound, { max, used }) => {
    const own = used.high === null ? 0n : positive(max.low - used.high)
    return bound === null || own < bound ? own : bound
  }, null) ?? 0n
  const amounts = members.map(({ draft: { line } }) => line.committed).sort(descending)
  const all = amounts.reduce((a, b) => a + b, 0n)
  switch (limit.share.kind) {
    case 'none':
    case 'undetermined':
    case 'pro-rata':
      return 0n
    case 'highest':
    case 'ranked':
    case 'text-order': {
      if (limit.measure === 'amount') return all < room ? all : room
      const places = Number(room < BigInt(amounts.length) ? room : BigInt(amounts.length))
      // Of the highest the largest are paid; of any others perhaps the smallest.
      const paid = limit.share.kind === 'highest' ? amounts.slice(0, places) : amounts.slice(amounts.length - places)
      return members.some(({ draft }) => isSurelyPaid(draft)) ? paid.reduce((a, b) => a + b, 0n) : 0n
    }
  }
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
    byYear: new Map([[run.input.on.slice(0, 4), total]]),
    standings,
  }
}

function measureOf(policy: Policy, line: Line): Policy['measures'][number] | undefined {
  const id = policy.clauses.find((clause) => clause.id === line.clause)?.measure
  return policy.measures.find((measure) => measure.id === id)
}

function grouped(drafts: readonly Draft[], sums: Sums, name: (line: Line) => string | null): ReadonlyMap<string, Sum> {
  const groups = new Map<string, number[]>()
  drafts.forEach(({ line }, at) => {
    const key = name(line)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), at])
  })
  return new Map([...groups].map(([key, lines]) => [key, sums.of(lines)]))
}
