import { once } from '../../base/once.ts'
import type { Policy } from '../../core/core.ts'
import type { Standing } from '../../core/example.ts'
import type { Line, Sum, Totals } from '../engine.ts'
import { groupBy } from '../groups.ts'
import { byPayer } from '../payers.ts'
import { repaymentIn } from '../repayments.ts'
import { clusteredOf, committedIn, mostOf, possibleIn, type Cluster, type Clustered } from './clusters.ts'
import type { Draft } from './drafts.ts'
import { dayOf } from './in-period.ts'
import type { Applied, Places } from './limits.ts'

/** Exact sums, except that lines which share a limit cannot all be paid in full: each limit bounds those that certainly share it. */
export interface Sums {
  of(places: readonly number[]): Sum
}

/** Which limit bounds the lines of each clause. */
type Assignment = ReadonlyMap<string, Clustered>

export function sumsOf(drafts: readonly Draft[], applied: readonly Applied[]): Sums {
  const lines = drafts.map(({ line }) => line)
  const clustered = clusteredOf(drafts, applied)
  const chosen = once(() => assignments(clustered))
  const bound = new Set(clustered.flatMap(({ binding }) => [...binding.keys()]))
  const firm = clustered.filter((one) => one.firm.size > 0)
  return {
    of: (all) => {
      let [committed, possible, unstated] = [0n, 0n, 0]
      const shared: number[] = []
      for (const at of all) {
        const draft = drafts[at]
        if (draft === undefined || !draft.money) continue
        const { line } = draft
        // Most lines come to nothing.
        if (line.committed !== 0n) committed += line.committed
        if (line.possible === null) unstated += 1
        else if (line.possible !== 0n) possible += line.possible
        if (bound.has(at)) shared.push(at)
      }
      if (firm.length > 0) committed += most(firm.map((one) => raised(lines, one.firm, all)))
      return { committed, possible: shared.length === 0 ? possible : possible - most(chosen().map((assignment) => lowered(lines, assignment, shared))), unstated }
    },
  }
}

function most(amounts: readonly bigint[]): bigint {
  return amounts.reduce((a, b) => (a > b ? a : b), 0n)
}

/** Every clause is left to one limit: each in turn has its clauses first, the others follow in order. */
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

/** By how much the limits keep these lines below their own sum. */
function lowered(lines: readonly Line[], assignment: Assignment, places: readonly number[]): bigint {
  const shared = groupBy(places, (at) => assignment.get(lines[at]?.clause ?? '')?.binding.get(at) ?? null)
  return [...shared].reduce((total, [cluster, own]) => total + (cluster === null ? 0n : possibleIn(lines, own) - mostOf(lines, cluster, own)), 0n)
}

/** By how much clusters that lie wholly among the lines give more than these surely do one by one. */
function raised(lines: readonly Line[], firm: ReadonlyMap<number, Cluster>, places: readonly number[]): bigint {
  const met = groupBy(places.filter((at) => firm.has(at)), (at) => firm.get(at))
  return [...met].reduce((total, [cluster, own]) => total + (cluster === undefined || own.length < cluster.rooms.size ? 0n : cluster.least - committedIn(lines, own)), 0n)
}

const NO_STANDINGS: Readonly<Record<Standing, number>> = { holds: 0, fails: 0, undetermined: 0, 'awaits-decision': 0, withdrawn: 0 }

/** Totals by clause, measure, agency, year. */
export function totalsOf(policy: Policy, on: string, drafts: readonly Draft[], byClause: Places, sums: Sums): Totals {
  const standings = { ...NO_STANDINGS }
  for (const { line } of drafts) standings[line.standing] += 1
  const measures = new Map(policy.measures.map((one) => [one.id, one]))
  const measureOf = new Map(policy.clauses.map(({ id, measure }) => [id, measure === null ? undefined : measures.get(measure)]))
  const all = drafts.map((_, at) => at)
  const by = (name: (clause: string) => string | null): ReadonlyMap<string, Sum> => {
    const groups = new Map<string, number[]>()
    for (const [clause, places] of byClause) {
      const key = name(clause)
      const group = key === null ? undefined : groups.get(key)
      if (group !== undefined) for (const at of places) group.push(at)
      else if (key !== null) groups.set(key, [...places])
    }
    return new Map([...groups].map(([key, places]) => [key, sums.of(places)]))
  }
  const total = sums.of(all)
  return {
    ...total,
    byClause: new Map([...byClause].map(([clause, places]) => [clause, sums.of(places)])),
    byMeasure: by((clause) => measureOf.get(clause)?.id ?? null),
    byAgency: by((clause) => measureOf.get(clause)?.responsible[0] ?? null),
    byYear: byYear(on, drafts, sums, total),
    byPayer: policy.sharing.length === 0 ? NO_PAYERS : byPayer(drafts.map(({ line }) => line), total),
    repayment: repaymentIn(repayments(policy, drafts, byClause)),
    standings,
  }
}

const NO_PAYERS: Totals['byPayer'] = new Map()

/** The lines of the clauses that may have something repaid. */
function repayments(policy: Policy, drafts: readonly Draft[], byClause: Places): readonly Line[] {
  const clauses = policy.clauses.filter(({ effects }) => effects.some(({ value }) => value.kind === 'repayment'))
  return clauses.flatMap(({ id }) => (byClause.get(id) ?? []).flatMap((at) => drafts[at]?.line ?? []))
}

/** By calendar year of the line's day. */
function byYear(on: string, drafts: readonly Draft[], sums: Sums, total: Sum): ReadonlyMap<string, Sum> {
  const asked = on.slice(0, 4)
  const groups = new Map<string, number[]>()
  for (const [at, { frame }] of drafts.entries()) {
    const year = frame.period === null ? asked : (dayOf({ on }, frame)?.slice(0, 4) ?? asked)
    const group = groups.get(year)
    if (group === undefined) groups.set(year, [at])
    else group.push(at)
  }
  if (groups.size === 1 && groups.has(asked)) return new Map([[asked, total]])
  return new Map([[asked, sums.of([])], ...[...groups].map(([year, places]) => [year, sums.of(places)] as const)])
}
