import type { Span } from '../../base/span.ts'
import { compare } from '../../values/rational.ts'
import type { End } from '../domains.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

export interface Interval {
  readonly low: End | null
  readonly high: End | null
  readonly span: Span
  /** The bounds as a person reads them. */
  readonly lowText: string
  readonly highText: string
}

/** `intervals` sorted by where they start: the places between two neighbours that no row has. */
export function gapsInCases(intervals: readonly Interval[]): readonly Finding[] {
  const found: Finding[] = []
  for (let index = 1; index < intervals.length; index += 1) {
    const [before, next] = [intervals[index - 1], intervals[index]]
    if (before === undefined || next === undefined || before.high === null || next.low === null) continue
    const order = compare(before.high.value, next.low.value)
    if (order < 0 || (order === 0 && !before.high.closed && !next.low.closed)) {
      found.push(finding('gap-in-cases', next.span, { from: before.highText, to: next.lowText }))
    }
  }
  return found
}
