import { type Rational, floor, rational } from '../values/rational.ts'
import type { Text } from './text.ts'

const FEN_PER_YUAN = 100n
const FEN_PER_WAN = 10_000n * FEN_PER_YUAN
const FEN_PER_YI = 10_000n * FEN_PER_WAN
/** A fraction of a fen that does not end is cut after so many places. */
const PLACES = 4

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** `fen` in a larger unit, without zeros at the end: exact. */
function inUnits(fen: bigint, unit: bigint): string {
  const sign = fen < 0n ? '-' : ''
  const whole = fen < 0n ? -fen : fen
  const decimals = (whole % unit).toString().padStart(unit.toString().length - 1, '0').replace(/0+$/, '')
  return `${sign}${grouped((whole / unit).toString())}${decimals === '' ? '' : `.${decimals}`}`
}

function yuan(fen: bigint): string {
  const whole = fen < 0n ? -fen : fen
  const decimals = whole % FEN_PER_YUAN === 0n ? '' : `.${(whole % FEN_PER_YUAN).toString().padStart(2, '0')}`
  return `${fen < 0n ? '-' : ''}${grouped((whole / FEN_PER_YUAN).toString())}${decimals}`
}

/**
 * An amount as an office writes it, exact: 30万元, 1.5亿元, 999,999.99元. 万元 and 亿元 stand only where at most two decimals are needed.
 * @param fen whole fen
 */
export function moneyZh(fen: bigint): string {
  const size = fen < 0n ? -fen : fen
  if (size >= FEN_PER_YI && size % (FEN_PER_YI / 100n) === 0n) return `${inUnits(fen, FEN_PER_YI)}亿元`
  if (size >= FEN_PER_WAN && size % (FEN_PER_WAN / 100n) === 0n) return `${inUnits(fen, FEN_PER_WAN)}万元`
  return `${yuan(fen)}元`
}

/** An amount in English, exact: 300,000 yuan, 999,999.99 yuan. */
export function moneyEn(fen: bigint): string {
  return `${yuan(fen)} yuan`
}

/** An amount in both languages. */
export function money(fen: bigint): Text {
  return { zh: moneyZh(fen), en: moneyEn(fen) }
}

/** A range of amounts; `possible` null where the text sets no limit. */
export function moneyRange(committed: bigint, possible: bigint | null): Text {
  if (possible === null) return { zh: `${moneyZh(committed)}至未定额`, en: `${moneyEn(committed)} to an unstated amount` }
  if (committed === possible) return money(committed)
  return { zh: `${moneyZh(committed)}至${moneyZh(possible)}`, en: `${moneyEn(committed)} to ${moneyEn(possible)}` }
}

/** A number's exact decimals when they end; cut after four places and marked … when they do not. */
export function decimal(value: Rational): string {
  const sign = value.n < 0n ? '-' : ''
  const size = value.n < 0n ? rational(-value.n, value.d) : value
  const whole = floor(size)
  let rest = size.n - whole * size.d
  let digits = ''
  while (rest !== 0n && digits.length < 12) {
    rest *= 10n
    digits += (rest / size.d).toString()
    rest %= size.d
  }
  if (rest !== 0n) digits = `${digits.slice(0, PLACES)}…`
  return `${sign}${grouped(whole.toString())}${digits === '' ? '' : `.${digits}`}`
}

/**
 * An amount as a line of a bill: always two decimals, more where a fraction of a fen is part of the sum: 399,999.996元.
 * @param fen may be a fraction of a fen
 */
export function billAmount(fen: Rational): Text {
  const text = decimal(rational(fen.n, fen.d * FEN_PER_YUAN))
  const [whole = '', places = ''] = text.split('.')
  const full = `${whole}.${places.padEnd(2, '0')}`
  return { zh: `${full}元`, en: `${full} yuan` }
}
