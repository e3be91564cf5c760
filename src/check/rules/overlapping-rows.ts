import { meets } from '../domains.ts'
import type { Domain } from '../domains.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import type { Interval } from './gap-in-cases.ts'

const range = ({ low, high }: Interval): Domain => ({ kind: 'range', low, high })

/** `intervals` sorted by where they start: rows that share a value with the row before. */
export function overlappingRows(intervals: readonly Interval[]): readonly Finding[] {
  const found: Finding[] = []
  for (let index = 1; index < intervals.length; index += 1) {
    const [before, next] = [intervals[index - 1], intervals[index]]
    if (before !== undefined && next !== undefined && meets(range(before), range(next))) {
      found.push(finding('overlapping-rows', next.span, { other: `${before.lowText}–${before.highText}` }))
    }
  }
  return found
}
