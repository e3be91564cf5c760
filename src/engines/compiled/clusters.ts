import { once } from '../../base/once.ts'
import type { Limit } from '../../core/core.ts'
import type { Line } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { excludesAll, isByClause, steadyClauses } from '../limit-under.ts'
import { bundleName, type BundleName } from './bundles.ts'
import type { Claimant } from './claimants.ts'
import type { Draft } from './drafts.ts'
import type { Frame } from './frame.ts'
import type { Applied } from './limits.ts'
import { positive } from './shares.ts'
import { possibleOf } from './values.ts'
import type { Judged } from './verdicts.ts'

/** Lines that certainly share a limit. */
export interface Cluster {
  /** Place of each line that is money, and what earlier grants may leave it of the limit; null: no bound. */
  readonly rooms: ReadonlyMap<number, bigint | null>
  /** Of each line those that are paid, or not, together with it; null: none. */
  readonly bundles: ReadonlyMap<number, BundleName> | null
  readonly measure: Limit['measure']
  /** At least this much in all. */
  readonly least: bigint
}

/** A limit with the clusters that matter: the others neither lower what is possible nor raise what is committed. */
export interface Clustered {
  readonly limit: Limit
  readonly binding: ReadonlyMap<number, Cluster>
  readonly firm: ReadonlyMap<number, Cluster>
}

export function clusteredOf(drafts: readonly Draft[], applied: readonly Applied[]): readonly Clustered[] {
  const lines = drafts.map(({ line }) => line)
  const mayChange = applied.map(({ judged }) => once(() => new Set(judged.flatMap(({ isIdle, contest: { claimant: { draft } } }) => (isIdle ? [] : [draft.frame])))))
  return applied.map(({ limit, judged, places }, index): Clustered => {
    const later = mayChange.slice(index + 1)
    const untouched = ({ draft: { frame } }: Claimant): boolean => later.every((changing) => !changing().has(frame))
    const binding = new Map<number, Cluster>()
    const firm = new Map<number, Cluster>()
    // Lines that it leaves as they are, whatever turns out, are no matter for it.
    if (judged.every(({ isIdle }) => isIdle)) return { limit, binding, firm }
    for (const cluster of clustersOf(limit, judged, untouched, lines, places())) {
      const own = [...cluster.rooms.keys()]
      const isBinding = mostOf(lines, cluster, own) < possibleIn(lines, own)
      const isFirm = cluster.least > committedIn(lines, own)
      for (const at of own) {
        if (isBinding) binding.set(at, cluster)
        if (isFirm) firm.set(at, cluster)
      }
    }
    return { limit, binding, firm }
  })
}

export function committedIn(lines: readonly Line[], places: readonly number[]): bigint {
  return places.reduce((total, at) => total + (lines[at]?.committed ?? 0n), 0n)
}
export function possibleIn(lines: readonly Line[], places: readonly number[]): bigint {
  return places.reduce((total, at) => total + (lines[at]?.possible ?? 0n), 0n)
}

function clustersOf(limit: Limit, all: readonly Judged[], untouched: (one: Claimant) => boolean, lines: readonly Line[], places: ReadonlyMap<Frame, number>): readonly Cluster[] {
  const groups = groupBy(all.filter(({ contest: { claimant: { line } } }) => excludesAll(limit, line.clause)), ({ contest: { claimant: { text } } }) => text)
  const outsiders = (groups.get(null) ?? []).some(({ contest: { claimant: { key } } }) => key.every((part) => possibleOf(part) !== null))
  const steady = steadyClauses(limit)
  const isShared = limit.cumulable.length === 0 && limit.elsewhere === null
  return [...groups].flatMap(([text, group]): Cluster[] => {
    if (text === null || group.every(({ isIdle }) => isIdle)) return []
    const members = group.map(({ contest: { claimant } }) => claimant)
    const placeOf = ({ draft: { frame } }: Claimant): number => places.get(frame) ?? -1
    const money = members.filter(({ draft }) => draft.money)
    const least = isShared ? leastOf(limit, members, steady) : 0n
    const counts = least > 0n && !outsiders && least > committedIn(lines, money.map(placeOf)) && members.every(untouched)
    return [{
      rooms: new Map(money.map((one) => [placeOf(one), roomAtMost(one)])), measure: limit.measure, least: counts ? least : 0n,
      bundles: isBundled(limit, members) ? new Map(members.map((one) => [placeOf(one), bundleName(one, steady)])) : null,
    }]
  })
}

function isBundled(limit: Limit, members: readonly Claimant[]): boolean {
  return isByClause(limit) && members.some(({ draft: { frame } }) => frame.period !== null)
}

function roomAtMost({ max, used }: Claimant): bigint | null {
  return max.high === null ? null : positive(max.high - used.low)
}

function roomAtLeast(members: readonly Claimant[]): bigint {
  return members.map(({ max, used }) => (used.high === null ? 0n : positive(max.low - used.high))).reduce((a, b) => (a < b ? a : b))
}

/** What the lines that share a limit are paid in all, at least: whoever of them is paid, the places are filled. */
function leastOf(limit: Limit, members: readonly Claimant[], steady: ReadonlySet<string>): bigint {
  const { share: { kind }, measure, whole } = limit
  if (whole || kind === 'none' || kind === 'pro-rata' || (kind === 'undetermined' && measure === 'count')) return 0n
  const room = roomAtLeast(members)
  const amounts = isBundled(limit, members)
    ? [...groupBy(members, (one) => bundleName(one, steady)).values()].map((some) => sumOf(some.map(({ line }) => line.committed)))
    : members.map(({ line }) => line.committed)
  const all = sumOf(amounts)
  if (measure === 'amount') return all < room ? all : room
  const filled = places(room, amounts.length)
  amounts.sort(descending)
  // Of the highest the largest are paid; of any others perhaps the smallest.
  return sumOf(kind === 'highest' ? amounts.slice(0, filled) : amounts.slice(amounts.length - filled))
}

/** Lines with room up to m share m: from the smallest room to the largest, what is taken so far and what comes next share the next room. */
export function mostOf(lines: readonly Line[], { rooms, bundles, measure }: Cluster, own: readonly number[]): bigint {
  const byRoom = groupBy(own, (at) => rooms.get(at) ?? null)
  let taken: readonly bigint[] = []
  for (const room of [...byRoom.keys()].sort(unboundedLast)) {
    const some = byRoom.get(room) ?? []
    const amounts = bundles === null ? some.map((at) => lines[at]?.possible ?? 0n) : [...groupBy(some, (at) => bundles.get(at)).values()].map((together) => possibleIn(lines, together))
    const next = [...taken, ...amounts]
    taken = room === null ? next : sharing(next, room, measure)
  }
  return sumOf(taken)
}

function sharing(amounts: readonly bigint[], room: bigint, measure: Limit['measure']): readonly bigint[] {
  if (measure === 'count') return room >= BigInt(amounts.length) ? amounts : [...amounts].sort(descending).slice(0, Number(room))
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
