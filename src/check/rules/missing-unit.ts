import type { Span } from '../../base/span.ts'
import { rationalFromText } from '../../values/rational.ts'
import type { Type } from '../../values/types.ts'
import { finding, insertion } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { typeName, unitOf } from '../type-names.ts'

/** A bare number where money, a quantity or a period is meant: 50 is no amount, 50万元 is. */
export function missingUnit(span: Span, value: string, expected: Type): Finding {
  const name = typeName(expected)
  const unit = unitOf(expected)
  const shown = decimal(value)
  const facts = { value: shown, expected: name.zh, expected_en: name.en, example: unit === null ? shown : unit.example(shown) }
  return finding('missing-unit', span, facts, unit === null ? [] : [insertion(span.end, unit.unit)])
}

function decimal(value: string): string {
  const parsed = rationalFromText(value)
  return parsed === null || parsed.d === 1n ? value : String(Number(parsed.n) / Number(parsed.d))
}
