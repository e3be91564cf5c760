import { invariant, unreachable } from '../base/invariant.ts'
import { multiply, rational, rationalFromText, type Rational } from '../values/rational.ts'
import { isCountUnit, translateUnit } from './names.ts'
import { keyword, quoted, type Printer } from './printer.ts'
import type { Literal } from './tree.ts'

const YUAN = 100n
const WAN = 1_000_000n
const YI = 10_000_000_000n

export function literal(printer: Printer, one: Literal): string {
  const zh = printer.surface === 'zh'
  switch (one.kind) {
    case 'money':
      return zh ? moneyZh(read(one.value)) : `${yuan(read(one.value))} yuan`
    case 'price': {
      const unit = translateUnit(printer.names, printer.surface, one.unit)
      return zh ? `${yuan(read(one.value))}元/${unit}` : `${yuan(read(one.value))} yuan/${unit}`
    }
    case 'ratio':
      return ratio(read(one.value), one.unit, zh)
    case 'duration':
      return duration(read(one.value), zh)
    case 'days':
      return zh ? `${decimal(read(one.value))}日` : counted(decimal(read(one.value)), 'day', 'days')
    case 'number':
      return number(printer, decimal(read(one.value)), one.unit)
    case 'date':
      return one.value
    case 'text':
      return quoted({ text: one.value })
    case 'boolean':
      return keyword(printer, one.value ? 'True' : 'False')
    default:
      return unreachable(one)
  }
}

function read(value: string): Rational {
  const found = rationalFromText(value)
  invariant(found !== null, 'a literal of the tree holds a canonical number')
  return found
}

/** The exact decimal of a number that was written as one: its denominator has no factor but 2 and 5. */
function decimal(value: Rational, thousands = false): string {
  const negative = value.n < 0n
  let { n, d } = negative ? { n: -value.n, d: value.d } : value
  let places = 0
  while (d !== 1n) {
    const factor = d % 10n === 0n ? 10n : d % 5n === 0n ? 5n : 2n
    d /= factor
    n *= 10n / factor
    places += 1
  }
  const digits = n.toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${negative ? '-' : ''}${grouped}${places === 0 ? '' : `.${digits.slice(digits.length - places)}`}`
}

/** Fen as yuan: 1,234,567.89. */
function yuan(fen: Rational): string {
  return decimal(multiply(fen, rational(1n, YUAN)), true)
}

function moneyZh(fen: Rational): string {
  const size = fen.n < 0n ? -fen.n : fen.n
  if (fen.d === 1n && size >= YI && size % (1_000_000n * YUAN) === 0n) return `${decimal(multiply(fen, rational(1n, YI)))}亿元`
  if (fen.d === 1n && size >= WAN && size % (100n * YUAN) === 0n) return `${decimal(multiply(fen, rational(1n, WAN)))}万元`
  return `${yuan(fen)}元`
}

function ratio(value: Rational, unit: '%' | '‰' | 'points', zh: boolean): string {
  if (unit === '‰') return `${decimal(multiply(value, rational(1000n)))}‰`
  const hundredths = decimal(multiply(value, rational(100n)))
  return unit === '%' ? `${hundredths}%` : zh ? `${hundredths}个百分点` : `${hundredths} percentage points`
}

function duration(months: Rational, zh: boolean): string {
  const years = multiply(months, rational(1n, 12n))
  if (years.d === 1n) return zh ? `${years.n}年` : counted(years.n.toString(), 'year', 'years')
  return zh ? `${decimal(months)}个月` : counted(decimal(months), 'month', 'months')
}

function counted(digits: string, one: string, many: string): string {
  return `${digits} ${digits === '1' ? one : many}`
}

/** A unit of the policy's own follows its number directly, in both languages. */
function number(printer: Printer, digits: string, unit: string | null): string {
  if (unit === null) return digits
  const written = translateUnit(printer.names, printer.surface, unit)
  return printer.surface === 'en' && isCountUnit(written) ? `${digits} ${written}` : `${digits}${written}`
}
