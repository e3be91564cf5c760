import { DAY_UNITS, DAY_UNITS_EN, DURATION_UNITS, DURATION_UNITS_EN, MONEY_UNITS, MONEY_UNITS_EN, RATIO_UNITS } from '../../grammar/units.ts'
import { unreachable } from '../base/invariant.ts'
import type { Policy } from '../core/core.ts'
import { unitName } from '../core/unit-name.ts'
import type { FactValue } from '../engines/engine.ts'
import { formatDate, parseDate } from '../values/date.ts'
import { rational } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import type { ProblemCode } from './problem.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A value read from one number or text, or why it is refused. */
export type Reading = { readonly ok: true; readonly value: FactValue } | { readonly ok: false; readonly code: ProblemCode }

/** How a value is written: `json` states units; a `csv` cell may leave them out, as spreadsheets do. */
export type Style = 'json' | 'csv'

const given = (value: FactValue): Reading => ({ ok: true, value })
const refused = (code: ProblemCode): Reading => ({ ok: false, code })

interface Decimal {
  readonly negative: boolean
  readonly digits: bigint
  readonly decimals: number
}

const LONGEST = 1000
const NUMBER = /^(-?)(0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/

function decimalOf(text: string): Decimal | ProblemCode {
  if (text.length > LONGEST) return 'too-long'
  const match = NUMBER.exec(text)
  if (match === null) return /^-?[\d.,]+[eE][+-]?\d+$/.test(text) ? 'exponent' : 'not-a-number'
  const [, sign = '', whole = '', fraction = ''] = match
  return { negative: sign === '-', digits: BigInt(whole.replaceAll(',', '') + fraction), decimals: fraction.length }
}

/** `times` the number, exactly. */
function scaled({ negative, digits, decimals }: Decimal, times: bigint, over: bigint = 1n): FactValue {
  return rational((negative ? -digits : digits) * times, 10n ** BigInt(decimals) * over)
}

/** A number with what is written after it; null where no number stands first. */
function split(text: string): { readonly number: string; readonly unit: string } | null {
  const match = /^(-?[\d.,]+(?:[eE][+-]?\d+)?)\s*(.*)$/su.exec(text)
  return match === null ? null : { number: match[1] ?? '', unit: (match[2] ?? '').trim() }
}

function own<T>(table: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

const MONEY: { readonly [unit: string]: bigint } = { ...MONEY_UNITS, ...MONEY_UNITS_EN }
const DURATIONS: { readonly [unit: string]: number } = { ...DURATION_UNITS, ...DURATION_UNITS_EN }
const RATIOS: { readonly [unit: string]: bigint } = RATIO_UNITS
const DAYS: readonly string[] = [...DAY_UNITS, ...DAY_UNITS_EN]

/** Names of the units in which a type's numbers can be written, of one unit the Chinese name first. */
export function unitsOf(type: Type, { policy }: Pick<Vocabulary, 'policy'>): readonly string[] {
  switch (type.kind) {
    case 'money': return Object.keys(MONEY)
    case 'duration': return Object.keys(DURATIONS)
    case 'ratio': return Object.keys(RATIOS)
    case 'days': return DAYS
    case 'integer': return type.unit === null ? [] : bothNames(policy, type.unit)
    case 'quantity': return bothNames(policy, type.unit)
    case 'price': return bothNames(policy, type.unit).flatMap((per) => Object.keys(MONEY).map((unit) => `${unit}/${per}`))
    default: return []
  }
}

function bothNames(policy: Policy, unit: string): readonly string[] {
  const { zh, en } = unitName(policy, unit)
  return zh === en ? [zh] : [zh, en]
}

/** `number` in `unit`, one of `units`; a unit of '' is the type's own: yuan, a share of one, whole things. */
function measured(type: Type, number: string, unit: string, units: readonly string[]): Reading {
  const decimal = decimalOf(number)
  if (typeof decimal === 'string') return refused(decimal)
  if (decimal.negative && type.kind !== 'ratio') return refused('negative')
  if (unit !== '' && !units.includes(unit)) return refused('wrong-unit')
  switch (type.kind) {
    case 'money': {
      const fen = own(MONEY, unit === '' ? '元' : unit) ?? 1n
      return 10n ** BigInt(decimal.decimals) > fen ? refused('decimals') : given(scaled(decimal, fen))
    }
    case 'price':
      return given(scaled(decimal, own(MONEY, unit === '' ? '元' : unit.slice(0, unit.indexOf('/'))) ?? 1n))
    case 'ratio':
      return given(scaled(decimal, 1n, own(RATIOS, unit) ?? 1n))
    case 'quantity':
      return given(scaled(decimal, 1n))
    case 'integer':
    case 'days':
      return decimal.decimals > 0 ? refused('not-whole') : given(scaled(decimal, 1n))
    case 'duration': {
      if (unit === '') return refused('unit-missing')
      return decimal.decimals > 0 ? refused('not-whole') : given(scaled(decimal, BigInt(own(DURATIONS, unit) ?? 1)))
    }
    default:
      return refused('wrong-type')
  }
}

/** A JSON number, from its own characters: no double comes between. */
export function readNumber(type: Type, raw: string): Reading {
  return measured(type, raw, '', [])
}

const WORDS_IN_CELLS: { readonly [word: string]: boolean } = { 是: true, 否: false, yes: true, no: false, true: true, false: false }

/** They would move the cursor of a terminal; a text may have lines. */
const CONTROL = /[^\P{Cc}\t\n\r]/u
const ANY_CONTROL = /\p{Cc}/u

/** A text, or a cell. `unit` is the unit that a column's heading states, or ''. */
export function readText(type: Type, text: string, style: Style, unit: string, vocabulary: Vocabulary): Reading {
  if (/\p{Surrogate}/u.test(text)) return refused('bad-text')
  if ((type.kind === 'text' ? CONTROL : ANY_CONTROL).test(text)) return refused('control-character')
  const bare = text.trim()
  switch (type.kind) {
    case 'boolean': {
      const word = style === 'csv' ? own(WORDS_IN_CELLS, bare.toLowerCase()) : undefined
      return word === undefined ? refused('wrong-text') : given(word)
    }
    case 'money':
    case 'price':
    case 'ratio':
    case 'quantity':
    case 'integer':
    case 'duration':
    case 'days':
      return readMeasured(type, bare, style, unit, unitsOf(type, vocabulary))
    case 'date':
      return readDay(bare, style)
    case 'text':
      return bare === '' ? refused('empty-text') : given(text)
    case 'identifier':
    case 'matter':
      return bare === '' ? refused('empty-text') : bare !== text ? refused('blank-around') : given(text)
    case 'enumeration': {
      const value = vocabulary.enumerations.get(type.name)?.values.get(bare)
      return value === undefined ? refused('unknown-value') : given(value)
    }
    default:
      return unreachable(type)
  }
}

function readMeasured(type: Type, text: string, style: Style, heading: string, units: readonly string[]): Reading {
  if (type.kind === 'duration') {
    const both = /^(\d+)\s*年\s*(\d+)\s*个月$/.exec(text)
    if (both !== null && text.length < 20) return given(rational(BigInt(both[1] ?? 0) * 12n + BigInt(both[2] ?? 0)))
  }
  const parts = split(text)
  if (parts === null) return refused(text === '' ? 'empty-text' : 'not-a-number')
  if (parts.unit === '' && style === 'json') return refused('unit-missing')
  if (parts.unit !== '' && heading !== '' && parts.unit !== heading) return refused('wrong-unit')
  return measured(type, parts.number, parts.unit === '' ? heading : parts.unit, units)
}

const SPREADSHEET_DAY = /^(\d{4})(?:\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/

function readDay(text: string, style: Style): Reading {
  const match = style === 'csv' ? SPREADSHEET_DAY.exec(text) : null
  const day = match === null
    ? text
    : formatDate({ year: Number(match[1]), month: Number(match[2] ?? match[4]), day: Number(match[3] ?? match[5]) })
  if (parseDate(day) !== null) return given(day)
  return refused(match !== null || /^\d{4}-\d{2}-\d{2}$/.test(day) ? 'no-such-day' : 'not-a-day')
}
