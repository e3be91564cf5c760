import type { Span } from '../../base/span.ts'
import { rationalFromText } from '../../values/rational.ts'
import type { Type } from '../../values/types.ts'
import { finding, insertion } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { typeName, unitOf, type English } from '../type-names.ts'

/** Types with one unit: whether 元 or 万元, 年 or 个月 is meant, only the drafter knows. */
const ONE_UNIT: ReadonlySet<Type['kind']> = new Set<Type['kind']>(['quantity', 'price', 'days'])

/** A bare number where money, a quantity or a period is meant: 50 is no amount, 50万元 is. */
export function missingUnit(span: Span, value: string, expected: Type, names: English): Finding {
  const name = typeName(expected, names)
  const unit = unitOf(expected, names)
  const shown = decimal(value)
  const facts = { value: shown, expected: name.zh, expected_en: name.en, example: `${shown}${unit?.zh ?? ''}`, example_en: unit === null ? shown : `${shown} ${unit.en}` }
  return finding('missing-unit', span, facts, unit === null || !ONE_UNIT.has(expected.kind) ? [] : [insertion(span.end, unit.zh)])
}

function decimal(value: string): string {
  const parsed = rationalFromText(value)
  return parsed === null || parsed.d === 1n ? value : String(Number(parsed.n) / Number(parsed.d))
}
