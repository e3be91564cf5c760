import type { ApplicantResult, Line, Sum } from '../../src/engines/engine.ts'
import { measureOf } from '../../src/explain/names.ts'
import { effectOf } from './effect.ts'
import type { Group } from './population-protocol.ts'
import { explained } from './population-engine.ts'
import { weigh } from './population-run.ts'
import type { Run } from './population-run.ts'
import type { Calls, Range } from './protocol.ts'

const MONEY: ReadonlySet<string> = new Set(['grant', 'ceiling', 'repayment'])

export const rangeOf = (sum: Sum | undefined): Range => ({ committed: sum?.committed ?? 0n, possible: sum?.possible ?? 0n })

/** By how much a total differs: what is certain; where that is the same, what is possible. */
export function differenceOf(after: ApplicantResult, before: Sum | undefined): bigint {
  const sure = after.total.committed - (before?.committed ?? 0n)
  return sure === 0n ? after.total.possible - (before?.possible ?? 0n) : sure
}

export function totalsBefore(run: Run): ReadonlyMap<string, Sum> {
  return new Map(run.result.applicants.map(({ id, total }) => [id, total]))
}

/** Money that hangs on facts that are missing. */
export const isMissing = (applicant: ApplicantResult): boolean => applicant.lines.some((line) => MONEY.has(line.kind) && line.missing.length > 0 && line.standing !== 'fails')
export const isUnstated = (applicant: ApplicantResult): boolean => applicant.total.unstated > 0

const counts = (line: Line): boolean => line.possible === null || line.possible > 0n

function inGroup(group: Group, run: Run): (applicant: ApplicantResult) => boolean {
  switch (group.kind) {
    case 'measure': {
      const clauses = new Set(run.policy.clauses.filter((each) => each.measure === group.id).map((each) => each.id))
      return ({ lines }) => lines.some((line) => clauses.has(line.clause) && counts(line))
    }
    case 'agency': {
      const clauses = new Set(run.policy.clauses.filter((each) => measureOf(run.policy, each.id)?.responsible[0] === group.id).map((each) => each.id))
      return ({ lines }) => lines.some((line) => clauses.has(line.clause) && counts(line))
    }
    case 'payer': return ({ lines }) => lines.some(({ payers }) => payers.some((one) => one.agency === group.id && one.possible !== 0n))
    case 'standing': return ({ lines }) => lines.some((line) => line.standing === group.standing)
    case 'unstated': return isUnstated
    case 'missing': return isMissing
    case 'one': return ({ id }) => id === group.id
    case 'gain':
    case 'lose':
    case 'difference': return () => true
  }
}

const wanted = (group: Group, difference: bigint): boolean => {
  switch (group.kind) {
    case 'gain': return difference > 0n
    case 'lose': return difference < 0n
    case 'difference': return (group.from === null || difference >= group.from) && (group.to === null || difference < group.to) && difference !== 0n
    default: return true
  }
}

const size = (value: bigint): bigint => (value < 0n ? -value : value)
const NONE: Calls['enterprises']['answer'] = { all: 0, cards: [], notes: [] }

/** The enterprises behind a number as cards: those that change most first, then those with the largest amounts. */
export function enterprises({ population, group, limit, explain }: Calls['enterprises']['ask']): Calls['enterprises']['answer'] {
  const weighing = weigh(population)
  if (weighing.kind !== 'weighed') return NONE
  const { now, before, stale } = weighing.weighed
  const earlier = before === null ? new Map<string, Sum>() : totalsBefore(before)
  const [within, was] = [inGroup(group, now), before === null ? () => false : inGroup(group, before)]
  const gone = new Map(before?.result.applicants.map((each) => [each.id, each]) ?? [])
  const found = now.result.applicants
    .map((applicant, at) => ({ applicant, at, difference: before === null ? 0n : differenceOf(applicant, earlier.get(applicant.id)) }))
    .filter(({ applicant, difference }) => {
      const other = gone.get(applicant.id)
      return wanted(group, difference) && (within(applicant) || (group.kind !== 'standing' && other !== undefined && was(other)))
    })
    .sort((a, b) => compare(size(b.difference), size(a.difference)) || compare(b.applicant.total.possible, a.applicant.total.possible) || a.at - b.at)
  const shown = found.slice(0, limit)
  const only = (run: Run): Run => {
    const applicants = shown.flatMap(({ at }) => run.input.applicants[at] ?? [])
    return { ...run, input: { ...run.input, applicants }, result: { ...run.result, applicants: explained(run, applicants, shown.flatMap(({ at }) => run.result.applicants[at] ?? [])) } }
  }
  const { cards } = effectOf(only(now), before === null ? null : only(before), { stale: new Set(stale), clauses: new Set(), explain })
  return { all: found.length, cards, notes: [] }
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
