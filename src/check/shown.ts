import type { Expr } from '../core/core.ts'
import { rationalFromText } from '../values/rational.ts'

const WAN_YUAN = 1_000_000
const YI_YUAN = 10_000 * WAN_YUAN

/** A literal as a person writes it; '' for anything else. */
export function shown(expr: Expr): string {
  if (expr.kind !== 'literal') return ''
  const parsed = rationalFromText(expr.value)
  if (parsed === null) return expr.value
  const number = Number(parsed.n) / Number(parsed.d)
  switch (expr.type.kind) {
    case 'money':
      if (number !== 0 && number % YI_YUAN === 0) return `${number / YI_YUAN}亿元`
      return number % WAN_YUAN === 0 ? `${number / WAN_YUAN}万元` : `${number / 100}元`
    case 'ratio':
      return `${Number((number * 100).toPrecision(12))}%`
    case 'duration':
      return number % 12 === 0 ? `${number / 12}年` : `${number}个月`
    case 'days':
      return `${number}日`
    case 'quantity':
    case 'integer':
      return `${number}${expr.type.unit ?? ''}`
    default:
      return String(number)
  }
}
