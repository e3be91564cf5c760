import type { Span } from '../../base/span.ts'
import type { Type } from '../../values/types.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { typeName, type English } from '../type-names.ts'

/** Something else stands where a value of `expected` should. */
export function typeMismatch(span: Span, expected: Type, found: Type, names: English): Finding {
  const [wanted, met] = [typeName(expected, names), typeName(found, names)]
  return finding('type-mismatch', span, { expected: wanted.zh, expected_en: wanted.en, found: met.zh, found_en: met.en })
}
