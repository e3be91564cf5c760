import type { Line, Result, Sum } from '../engines/engine.ts'

/** A clause's line for one subject, and one period where it pays by period, in two versions; null where one has none. */
export interface LineChange {
  readonly applicant: string
  readonly clause: string
  readonly subject: string
  readonly before: Line | null
  readonly after: Line | null
}

export interface ApplicantChange {
  readonly id: string
  readonly before: Sum
  readonly after: Sum
  /** By what is committed; where that stays, by what is possible. */
  readonly direction: 'gains' | 'loses' | 'unchanged'
  readonly lines: readonly LineChange[]
}

export interface ChangeEffect {
  /** In the order of the later result. */
  readonly applicants: readonly ApplicantChange[]
  readonly gain: number
  readonly lose: number
  readonly unchanged: number
}

const key = (line: Line): string => `${line.clause}\u0000${line.subject}\u0000${line.period?.from ?? ''}`
const outcome = (line: Line | null): string => (line === null ? '' : [line.standing, line.committed, line.possible, line.status, line.possibleStatuses.join('/'), line.duration].join('\u0000'))
const NONE: Sum = { committed: 0n, possible: 0n, unstated: 0 }

/** What two versions of a policy come to for the same applicants. */
export function changeEffect(before: Result, after: Result): ChangeEffect {
  const old = new Map(before.applicants.map((each) => [each.id, each]))
  const applicants = after.applicants.map(({ id, lines, total }): ApplicantChange => {
    const was = old.get(id)
    return { id, before: was?.total ?? NONE, after: total, direction: direction(was?.total ?? NONE, total), lines: lineChanges(id, was?.lines ?? [], lines) }
  })
  const count = (wanted: ApplicantChange['direction']): number => applicants.filter((each) => each.direction === wanted).length
  return { applicants, gain: count('gains'), lose: count('loses'), unchanged: count('unchanged') }
}

function direction(before: Sum, after: Sum): ApplicantChange['direction'] {
  const change = after.committed - before.committed || after.possible - before.possible
  return change > 0n ? 'gains' : change < 0n ? 'loses' : 'unchanged'
}

/** A line that fails and one that is not there are the same to an applicant. */
function lineChanges(applicant: string, before: readonly Line[], after: readonly Line[]): readonly LineChange[] {
  const old = new Map(before.map((line) => [key(line), line]))
  const now = new Map(after.map((line) => [key(line), line]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((each): LineChange[] => {
    const [was, is] = [old.get(each) ?? null, now.get(each) ?? null]
    const line = is ?? was
    if (line === null || outcome(was) === outcome(is)) return []
    if ((was === null && is?.standing === 'fails') || (is === null && was?.standing === 'fails')) return []
    return [{ applicant, clause: line.clause, subject: line.subject, before: was, after: is }]
  })
}
