import type { IToken } from 'chevrotain'
import type { Measured } from '../../grammar/words.ts'
import { DURATION_UNITS, DURATION_UNITS_EN, DAY_UNITS, DAY_UNITS_EN, MONEY_UNITS, MONEY_UNITS_EN, RATIO_UNITS } from '../../grammar/units.ts'
import type { Span } from '../base/span.ts'
import { multiply, negate, rational, rationalFromText, rationalToText, type Rational } from '../values/rational.ts'
import { quote, spanOfToken } from './cst.ts'
import type { Literal } from './tree.ts'

// 分 counts points (90分); an amount below one yuan is written 0.05元.
const MONEY = new Map<string, bigint>([...Object.entries(MONEY_UNITS).filter(([unit]) => unit !== '分'), ...Object.entries(MONEY_UNITS_EN)])
const DURATIONS = new Map<string, number>([...Object.entries(DURATION_UNITS), ...Object.entries(DURATION_UNITS_EN)])
const DAYS = new Set<string>([...DAY_UNITS, ...DAY_UNITS_EN])
const RATIOS = new Map<string, bigint>(Object.entries(RATIO_UNITS))

/** The literal that a token writes; null for a number that is none, such as 1.2.3. */
export function literalOf(token: IToken, sign: IToken | undefined): Literal | null {
  const own = spanOfToken(token)
  const span = sign === undefined ? own : { start: sign.startOffset, end: own.end }
  switch (token.tokenType.name) {
    case 'Quantity':
      return measuredLiteral(token.payload as Measured, sign !== undefined, span)
    case 'Number': {
      const value = signed(token.image, sign !== undefined)
      return value === null ? null : { kind: 'number', value: rationalToText(value), unit: null, span }
    }
    case 'Date':
      return { kind: 'date', value: token.image, span }
    case 'Quote':
      return { kind: 'text', value: quote(token).text, span }
    case 'True':
    case 'False':
      return { kind: 'boolean', value: token.tokenType.name === 'True', span }
    default:
      return null
  }
}

function signed(digits: string, isNegative: boolean): Rational | null {
  const value = rationalFromText(digits.replaceAll(',', ''))
  return value !== null && isNegative ? negate(value) : value
}

function measuredLiteral({ digits, unit, per }: Measured, isNegative: boolean, span: Span): Literal | null {
  const number = signed(digits, isNegative)
  if (number === null) return null
  const fen = MONEY.get(unit)
  if (fen !== undefined) {
    const value = rationalToText(multiply(number, rational(fen)))
    return per === null ? { kind: 'money', value, span } : { kind: 'price', value, unit: per, span }
  }
  const months = DURATIONS.get(unit)
  if (months !== undefined) return { kind: 'duration', value: rationalToText(multiply(number, rational(BigInt(months)))), span }
  if (DAYS.has(unit)) return { kind: 'days', value: rationalToText(number), span }
  const share = RATIOS.get(unit)
  if (share !== undefined) {
    const value = rationalToText(multiply(number, rational(1n, share)))
    return { kind: 'ratio', value, unit: unit === '‰' ? '‰' : unit === '个百分点' ? 'points' : '%', span }
  }
  return { kind: 'number', value: rationalToText(number), unit, span }
}
