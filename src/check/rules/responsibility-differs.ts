import { KEYWORDS } from '../../../grammar/keywords.ts'
import { parseResponsibility } from '../../source/responsibility.ts'
import type { Statement, Word } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import type { SourceIndex } from '../source-index.ts'
import type { Symbols } from '../symbols.ts'

/** The measure's units are not those of the official line, in its order. */
export function responsibilityDiffers(source: SourceIndex, symbols: Symbols, statement: Statement & { readonly kind: 'measure' }): readonly Finding[] {
  const segments = source.byMeasure.get(statement.id.text)?.filter((one) => one.kind === 'responsibility') ?? []
  if (segments.length === 0) return []
  const official = segments.map((segment) => parseResponsibility(segment.text))
  return [
    differs(symbols, statement, statement.responsible, official.flatMap((one) => one.responsible), 'Responsible'),
    differs(symbols, statement, statement.cooperating, official.flatMap((one) => one.cooperating), 'Cooperating'),
  ].filter((found) => found !== null)
}

function differs(symbols: Symbols, statement: Statement & { readonly kind: 'measure' }, words: readonly Word[], official: readonly string[], keyword: 'Responsible' | 'Cooperating'): Finding | null {
  // A unit may hold the mark that separates units: 甲、乙两区.
  const written = words.flatMap((word) => canonical(symbols, word.text).split('、'))
  if (written.length === official.length && written.every((name, index) => name === official[index])) return null
  const [first, last] = [words[0], words.at(-1)]
  const { zh, en } = KEYWORDS[keyword]
  const span = first === undefined || last === undefined ? statement.id.span : { start: first.span.start, end: last.span.end }
  const facts = { id: statement.id.text, list: zh, list_en: `${en} units`, official: official.length === 0 ? '无' : official.join('、'), official_en: official.length === 0 ? 'none' : official.join(', ') }
  return finding('responsibility-differs', span, facts, first === undefined || official.length === 0 ? [] : [replacement(span, official.join('，'))])
}
