import { KEYWORDS, type KeywordId } from '../../grammar/keywords.ts'
import { endOfQuote } from '../../grammar/tokens.ts'
import { isPlainName } from '../../grammar/words.ts'
import { isChinese, pairOf, translateName, type Names, type Surface } from './names.ts'
import type { Declared, Quote, Texts, UnderReading, Word } from './tree.ts'

/** How one surface writes the parts that everything is made of. */
export interface Printer {
  readonly surface: Surface
  readonly names: Names
  /** Names already looked at: whether they need 「」. */
  readonly written: Map<string, string>
}

export function createPrinter(surface: Surface, names: Names): Printer {
  return { surface, names, written: new Map() }
}

export function keyword(printer: Printer, id: KeywordId): string {
  return KEYWORDS[id][printer.surface]
}

/** A word that is no declared name: an id of an example's subject, an ambiguity. */
export function bare(printer: Printer, text: string): string {
  const known = printer.written.get(text)
  if (known !== undefined) return known
  const written = isPlainName(text) ? text : `「${text}」`
  printer.written.set(text, written)
  return written
}

export function name(printer: Printer, { text }: Word): string {
  return bare(printer, translateName(printer.names, printer.surface, text))
}

/** 中文 (english), in English english (中文). */
export function declared(printer: Printer, one: Declared): string {
  if (one.alias === null) return name(printer, one.name)
  const pair = pairOf(one)
  const [first, second] = pair === null ? [one.name.text, one.alias.text] : printer.surface === 'zh' ? [pair.zh, pair.en] : [pair.en, pair.zh]
  return `${bare(printer, first)} (${bare(printer, second)})`
}

export function quoted({ text }: { readonly text: string }): string {
  return endOfQuote(`“${text}”`, 0) === text.length + 2 ? `“${text}”` : `"${text}"`
}

export function wordOrQuote(printer: Printer, one: Word | Quote, translated: boolean): string {
  if ('quoted' in one) return quoted(one)
  return translated ? name(printer, one) : bare(printer, one.text)
}

export function texts({ zh, en }: Texts): string {
  return en === null ? quoted(zh) : `${quoted(zh)} / ${quoted(en)}`
}

export function comma(printer: Printer): string {
  return printer.surface === 'zh' ? '，' : ', '
}
export function list(printer: Printer, parts: readonly string[]): string {
  return parts.join(comma(printer))
}
export function parens(printer: Printer, inner: string): string {
  return printer.surface === 'zh' ? `（${inner}）` : `(${inner})`
}
/** A word and its parenthesised arguments: 孰低（a，b）, lower of (a, b). */
export function applied(printer: Printer, word: string, inner: string): string {
  return printer.surface === 'zh' ? `${word}（${inner}）` : `${word} (${inner})`
}

export function names(printer: Printer, ones: readonly Word[]): string {
  return list(printer, ones.map((one) => name(printer, one)))
}
export function ids(printer: Printer, ones: readonly Word[]): string {
  return list(printer, ones.map(({ text }) => text))
}
export function clauses(printer: Printer, ones: readonly Word[]): string {
  return `${keyword(printer, 'Clause')} ${ids(printer, ones)}`
}

export function under(printer: Printer, ones: readonly UnderReading[]): string {
  return `${keyword(printer, 'UnderReading')} ${list(printer, ones.map(({ ambiguity, reading }) => `${bare(printer, ambiguity.text)} ${name(printer, reading)}`))}`
}

/** The parts that there are, a blank between them. */
export function spaced(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ')
}

/** The surface of a text: that of its first word. */
export function surfaceOf(firstWord: string): Surface {
  return isChinese(firstWord) ? 'zh' : 'en'
}
