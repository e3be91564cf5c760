import { COUNT_UNITS } from '../../grammar/units.ts'
import { isUnit } from '../../grammar/words.ts'
import type { Span } from '../base/span.ts'
import { shift } from '../base/span.ts'
import type { Declared, FileTree, Statement } from './tree.ts'

/** Two declarations that give one name two different partners. */
export interface NameConflict {
  readonly file: string
  /** The declaration that came second, absolute. */
  readonly span: Span
  readonly name: string
  readonly kept: string
  readonly refused: string
}

/** The names of a package in both languages, one to one. A name without a partner is in neither map and is the same in both. */
export interface Names {
  readonly toEn: ReadonlyMap<string, string>
  readonly toZh: ReadonlyMap<string, string>
  /** Units of the policy's own that can be written after a number in both languages. */
  readonly units: ReadonlySet<string>
  readonly conflicts: readonly NameConflict[]
}

export const NO_NAMES: Names = { toEn: new Map(), toZh: new Map(), units: new Set(), conflicts: [] }

const HAN = /[\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud888][\udc00-\udfff]/

export function isChinese(name: string): boolean {
  return HAN.test(name)
}

/** The Chinese and the English name of a declaration; null where the letters do not tell which is which. */
export function pairOf({ name, alias }: Declared): { readonly zh: string; readonly en: string } | null {
  if (alias === null || isChinese(name.text) === isChinese(alias.text)) return null
  return isChinese(name.text) ? { zh: name.text, en: alias.text } : { zh: alias.text, en: name.text }
}

/** The names that the statements of all files of a package declare. */
export function namesOf(trees: readonly FileTree[]): Names {
  const toEn = new Map<string, string>()
  const toZh = new Map<string, string>()
  const conflicts: NameConflict[] = []
  for (const { file, statements } of trees) {
    for (const { start, statement } of statements) {
      for (const declared of declaredNames(statement)) {
        const pair = pairOf(declared)
        if (pair === null || !writable(pair.zh) || !writable(pair.en)) continue
        const [en, zh] = [toEn.get(pair.zh), toZh.get(pair.en)]
        const span = shift({ start: declared.name.span.start, end: declared.name.span.end }, start)
        if (en !== undefined && en !== pair.en) conflicts.push({ file, span, name: pair.zh, kept: en, refused: pair.en })
        else if (zh !== undefined && zh !== pair.zh) conflicts.push({ file, span, name: pair.en, kept: zh, refused: pair.zh })
        else {
          toEn.set(pair.zh, pair.en)
          toZh.set(pair.en, pair.zh)
        }
      }
    }
  }
  return { toEn, toZh, units: ownUnits(trees, toEn), conflicts }
}

/** Names that hold 「 」 or a line's end come from text that could not be read. */
const writable = (name: string): boolean => name !== '' && !/[「」\n\r]/.test(name)

function ownUnits(trees: readonly FileTree[], toEn: ReadonlyMap<string, string>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { statements } of trees) {
    for (const { statement } of statements) {
      for (const { type } of statement.kind === 'entity' ? statement.fields : []) {
        const pair = type.kind === 'quantity' ? pairOf(type.unit) : null
        if (pair !== null && toEn.get(pair.zh) === pair.en && isUnit(pair.zh) && isUnit(pair.en)) found.add(pair.zh).add(pair.en)
      }
    }
  }
  return found
}

/** Every name that a statement declares, with its alias. */
export function declaredNames(statement: Statement): readonly Declared[] {
  switch (statement.kind) {
    case 'entity':
      return [statement.name, ...statement.fields.flatMap(({ name, type }) => (type.kind === 'quantity' ? [name, type.unit] : [name]))]
    case 'enumeration':
      return [statement.name, ...statement.values]
    case 'agency':
      return statement.names
    case 'table':
      return [statement.name, ...statement.columns]
    case 'ambiguity':
      return [statement.name, ...statement.readings.map(({ name }) => name)]
    case 'clause':
    case 'constraint':
    case 'direction':
    case 'recital':
      return statement.name === null ? [] : [statement.name]
    case 'commencement':
      return []
    default:
      return [statement.name]
  }
}

const COUNTS_EN = new Map<string, string>(Object.entries(COUNT_UNITS))
const COUNTS_ZH = new Map<string, string>(Object.entries(COUNT_UNITS).map(([zh, en]) => [en, zh]))

export type Surface = 'zh' | 'en'

/** A name as `surface` writes it. */
export function translateName(names: Names, surface: Surface, name: string): string {
  return (surface === 'zh' ? names.toZh : names.toEn).get(name) ?? name
}

/** A unit as `surface` writes it: those that count by the table, the policy's own as names. */
export function translateUnit(names: Names, surface: Surface, unit: string): string {
  const counted = (surface === 'zh' ? COUNTS_ZH : COUNTS_EN).get(unit)
  return counted ?? (names.units.has(unit) ? translateName(names, surface, unit) : unit)
}

/** Whether a unit is one that counts (项, items): those stand after a blank in English. */
export function isCountUnit(unit: string): boolean {
  return COUNTS_EN.has(unit) || COUNTS_ZH.has(unit)
}
