import { COUNT_UNITS } from '../../grammar/units.ts'
import type { Name } from '../core/core.ts'
import type { Symbols } from './symbols.ts'

const ENGLISH_COUNT_UNITS: ReadonlyMap<string, string> = new Map(Object.entries(COUNT_UNITS))
const CHINESE_COUNT_UNITS: ReadonlyMap<string, string> = new Map(Object.entries(COUNT_UNITS).map(([zh, en]) => [en, zh]))

/** The Chinese word of a unit, whichever was written. */
export function canonicalUnit(symbols: Pick<Symbols, 'chinese'>, unit: string): string {
  return symbols.chinese.get(unit) ?? CHINESE_COUNT_UNITS.get(unit) ?? unit
}

/** A unit by its Chinese word, in both languages. */
export function unitNamed({ english }: Pick<Symbols, 'english'>, zh: string): Name {
  return { zh, en: english.get(zh) ?? ENGLISH_COUNT_UNITS.get(zh) ?? zh }
}

export function isCountUnit(symbols: Symbols, unit: string): boolean {
  return Object.hasOwn(COUNT_UNITS, unit) || symbols.countUnits.has(unit)
}
