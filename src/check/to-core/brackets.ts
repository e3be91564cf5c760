import type { Expr, RowKey } from '../../core/core.ts'
import type { Span } from '../../base/span.ts'
import { compare } from '../../values/rational.ts'
import type { Box } from '../conditions.ts'
import { choicesOf, exprKey, numberOf } from '../conditions.ts'
import type { Context } from '../context.ts'
import { shown } from '../shown.ts'
import { caseDoubled } from '../rules/case-doubled.ts'
import { caseMissing } from '../rules/case-missing.ts'
import { gapsInCases } from '../rules/gap-in-cases.ts'
import type { Interval } from '../rules/gap-in-cases.ts'
import { overlappingRows } from '../rules/overlapping-rows.ts'

export interface KeyedRow {
  readonly key: RowKey
  readonly keySpan: Span
}

/** Reports what the rows by one key leave out or have twice. `boxes` is what the conditions already say about the key. */
export function checkRows(ctx: Context, rows: readonly KeyedRow[], by: Expr, at: Span, boxes: readonly Box[]): void {
  const seen = new Set<string>()
  const intervals: Interval[] = []
  let otherwise = false
  for (const { key, keySpan } of rows) {
    if (key.kind === 'otherwise') {
      if (otherwise) ctx.findings.push(caseDoubled(keySpan, '其他'))
      otherwise = true
    } else if (key.kind === 'values') {
      for (const value of key.values) {
        if (value.kind !== 'literal') continue
        if (seen.has(value.value)) ctx.findings.push(caseDoubled(keySpan, value.value))
        seen.add(value.value)
      }
    } else {
      const interval = constantInterval(key, keySpan)
      if (interval !== null) intervals.push(interval)
    }
  }
  const sorted = intervals.toSorted((a, b) => (a.low === null ? -1 : b.low === null ? 1 : compare(a.low.value, b.low.value)))
  ctx.findings.push(...overlappingRows(sorted))
  if (otherwise) return
  ctx.findings.push(...gapsInCases(sorted))
  if (by.type.kind !== 'enumeration') return
  const choices = choicesOf(boxes, exprKey(by))
  for (const name of ctx.symbols.enumerations.get(by.type.name)?.values.keys() ?? []) {
    if (!seen.has(name) && choices.possible(name)) ctx.findings.push(caseMissing(at, name))
  }
}

/** Null when a bound is not a number that is written down. */
function constantInterval(key: RowKey & { readonly kind: 'interval' }, span: Span): Interval | null {
  const low = key.low === null ? null : numberOf(key.low.value)
  const high = key.high === null ? null : numberOf(key.high.value)
  if ((key.low !== null && low === null) || (key.high !== null && high === null)) return null
  return {
    low: low === null || key.low === null ? null : { value: low, closed: key.low.closed },
    high: high === null || key.high === null ? null : { value: high, closed: key.high.closed },
    span, lowText: key.low === null ? '' : shown(key.low.value), highText: key.high === null ? '' : shown(key.high.value),
  }
}
