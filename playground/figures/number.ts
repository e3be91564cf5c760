import { COUNT_UNITS, DAY_UNITS, DAY_UNITS_EN, DURATION_UNITS, DURATION_UNITS_EN, MONEY_UNITS, MONEY_UNITS_EN, RATIO_UNITS } from '../../grammar/units.ts'
import type { Span } from '../../src/base/span.ts'
import { rational, rationalFromText, rationalToText, divide, multiply } from '../../src/values/rational.ts'

export type NumberKind = 'money' | 'ratio' | 'duration' | 'days' | 'number'

/** A number with its unit as it is spelled in a text. */
export interface Spelled {
  readonly kind: NumberKind
  /** Canonical `n` or `n/d`: fen, a plain fraction, months, days, or the number itself. The same value may be spelled in many ways. */
  readonly value: string
  /** The digits as written, without separators. */
  readonly digits: string
  /** As written: 万元, %, 年, 项, yuan. */
  readonly unit: string
  readonly span: Span
}

interface Unit {
  readonly kind: NumberKind
  /** What one of it is worth, `n` or `n/d`. */
  readonly worth: string
}

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  // 分 counts points: an amount of fen is written as 0.01元.
  ...Object.entries({ ...MONEY_UNITS, ...MONEY_UNITS_EN }).filter(([unit]) => unit !== '分').map(([unit, fen]): [string, Unit] => [unit, { kind: 'money', worth: String(fen) }]),
  ...Object.entries(RATIO_UNITS).map(([unit, per]): [string, Unit] => [unit, { kind: 'ratio', worth: `1/${per}` }]),
  ...Object.entries({ ...DURATION_UNITS, ...DURATION_UNITS_EN }).map(([unit, months]): [string, Unit] => [unit, { kind: 'duration', worth: String(months) }]),
  ...[...DAY_UNITS, ...DAY_UNITS_EN].map((unit): [string, Unit] => [unit, { kind: 'days', worth: '1' }]),
  ...Object.entries(COUNT_UNITS).flatMap(([zh, en]): [string, Unit][] => [[zh, { kind: 'number', worth: '1' }], [en, { kind: 'number', worth: '1' }]]),
])

export const isOwnUnit = (unit: string): boolean => !UNITS.has(unit)

const escaped = (unit: string): string => unit.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const patterns = new Map<string, RegExp>()

/** Digits before one of the units that every policy has, or of those that are a policy's own. */
function pattern(own: readonly string[]): RegExp {
  const key = own.join('\n')
  const known = patterns.get(key)
  if (known !== undefined) return known
  const units = [...UNITS.keys(), ...own.map(escaped)].sort((a, b) => b.length - a.length)
  const made = new RegExp(`(?<![\\d.A-Za-z_-])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(\\s*)(${units.join('|')})`, 'g')
  if (patterns.size > 20) patterns.clear()
  patterns.set(key, made)
  return made
}

/**
 * Every number with a unit in `text`; plain numbers, dates and clause numbers are not among them.
 * @param own units that are the policy's own: 平方米, 吨
 */
export function numbersIn(text: string, own: readonly string[] = []): readonly Spelled[] {
  const found: Spelled[] = []
  for (const match of text.matchAll(pattern(own))) {
    const [whole, integer = '', decimals = '', , unit = ''] = match
    const digits = integer.replaceAll(',', '') + decimals
    const value = valueOf(digits, unit)
    if (value === null || isYearOfCalendar(unit, digits)) continue
    found.push({ kind: UNITS.get(unit)?.kind ?? 'number', value, digits, unit, span: { start: match.index, end: match.index + whole.length } })
  }
  return found
}

/** 2026年 is a year, not a duration. */
function isYearOfCalendar(unit: string, digits: string): boolean {
  return unit === '年' && digits.length === 4
}

/** The canonical value of digits in a unit; null when they are not a number, or the unit is not known. */
export function valueOf(digits: string, unit: string): string | null {
  const number = rationalFromText(digits)
  const known = UNITS.get(unit)
  const worth = known === undefined ? rational(1n) : rationalFromText(known.worth)
  return number === null || worth === null ? null : rationalToText(multiply(number, worth))
}

/** The digits of a value in a unit, exact; null when they would not end within six decimals. */
export function digitsOf(value: string, unit: string): string | null {
  const number = rationalFromText(value)
  const worth = rationalFromText(UNITS.get(unit)?.worth ?? '1')
  if (number === null || worth === null) return null
  const { n, d } = divide(number, worth)
  const scaled = n * 1_000_000n
  if (scaled % d !== 0n) return null
  const text = (scaled / d).toString().padStart(7, '0')
  const decimals = text.slice(-6).replace(/0+$/, '')
  return text.slice(0, -6) + (decimals === '' ? '' : `.${decimals}`)
}

/** One step of the arrow keys, in the unit: 1 percentage point, 1万元, 1 item; of yuan 1,000, below 1,000 one, with decimals a tenth. */
export function stepOf(unit: string, digits: string, direction: 1 | -1 = 1): number {
  if (unit === '亿元') return 0.1
  if (unit !== '元' && unit !== 'yuan') return 1
  const from = Number(digits) + (direction === -1 ? -1 : 0)
  return from >= 1000 ? 1000 : digits.includes('.') ? 0.1 : 1
}

/** Digits so many steps further, never below nothing. */
export function stepped(digits: string, unit: string, steps: number): string {
  const by = steps * stepOf(unit, digits, steps < 0 ? -1 : 1)
  const decimals = Math.max(digits.split('.')[1]?.length ?? 0, String(by).split('.')[1]?.length ?? 0)
  return Math.max(0, Number(digits) + by).toFixed(decimals)
}

/** The same value spelled as another spelling is: in its unit where that is exact, with its separators. */
export function respell(value: string, like: Spelled, text: string): string | null {
  const digits = digitsOf(value, like.unit)
  if (digits === null) return null
  const between = text.slice(like.span.start, like.span.end).match(/(\s*)[^\d\s.,]+$/)?.[1] ?? ''
  const separated = /,/.test(text.slice(like.span.start, like.span.end)) || /^(?:yuan|fen)$/.test(like.unit)
  return `${separated ? withSeparators(digits) : digits}${between}${like.unit}`
}

function withSeparators(digits: string): string {
  const [whole = '', decimals] = digits.split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === undefined ? '' : `.${decimals}`)
}
