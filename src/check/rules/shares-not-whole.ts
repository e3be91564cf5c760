import type { Span } from '../../base/span.ts'
import type { Rational } from '../../values/rational.ts'
import { rationalToText } from '../../values/rational.ts'
import { RATIO } from '../literals.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { shown } from '../shown.ts'

/** 分担 甲方 60%，乙方 30%: a part of the money that nobody pays, or that is paid twice. */
export function sharesNotWhole(span: Span, sum: Rational): Finding {
  return finding('shares-not-whole', span, { sum: shown({ kind: 'literal', type: RATIO, value: rationalToText(sum) }) })
}
