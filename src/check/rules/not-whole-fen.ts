import type { Span } from '../../base/span.ts'
import { rationalFromText } from '../../values/rational.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 0.001元: money is written to the fen. `value` in fen; null for a whole number of them. */
export function notWholeFen(span: Span, value: string): Finding | null {
  const fen = rationalFromText(value)
  if (fen === null || fen.d === 1n) return null
  return finding('not-whole-fen', span, { value: String(Number(fen.n) / Number(fen.d) / 100) })
}
