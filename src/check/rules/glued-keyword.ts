import { KEYWORDS } from '../../../grammar/keywords.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FileTree } from '../../syntax/tree.ts'
import { finding, placed, replacement } from '../finding.ts'
import type { Symbols } from '../symbols.ts'

const SPELLINGS: ReadonlySet<string> = new Set(Object.values(KEYWORDS).map((keyword) => keyword.zh.replaceAll(' ', '')))

/** A run of keywords beside a number that is also a declared name: 最高不超过5, where a fact is called 最高不超过. */
export function gluedKeyword(symbols: Symbols, trees: readonly FileTree[]): readonly Diagnostic[] {
  const names = [...declaredNames(symbols)].filter(consistsOfKeywords)
  if (names.length === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_「])(?:${names.join('|')})(?=\\d)|(?<=\\d[\\p{L}%‰]{0,4})(?:${names.join('|')})(?![\\p{L}_」])`, 'gu')
  const found: Diagnostic[] = []
  for (const { file, text } of trees) {
    const code = withoutQuotes(text)
    for (const match of code.matchAll(pattern)) {
      const [name] = match
      const span = { start: match.index, end: match.index + name.length }
      found.push(placed(finding('glued-keyword', span, { found: name, name }, [replacement(span, `「${name}」`)]), file, 0))
    }
  }
  return found
}

function* declaredNames(symbols: Symbols): Iterable<string> {
  for (const entity of symbols.entities.values()) yield* entity.fields.keys()
  yield* symbols.definitions.keys()
  yield* symbols.parameters.keys()
  yield* symbols.columns.keys()
  yield* symbols.valuesByName.keys()
}

const LONGEST_KEYWORD = 8

function consistsOfKeywords(name: string): boolean {
  const reachable = new Set([0])
  for (let at = 0; at < name.length; at += 1) {
    if (!reachable.has(at)) continue
    for (let length = 1; length <= LONGEST_KEYWORD; length += 1) if (SPELLINGS.has(name.slice(at, at + length))) reachable.add(at + length)
  }
  return name !== '' && reachable.has(name.length)
}

/** The text with blanks for quotations and comments, so that offsets stay. */
function withoutQuotes(text: string): string {
  return text.replace(/“[^”]*”|"[^"\n]*"|(?:#|\/\/).*$/gm, (passage) => ' '.repeat(passage.length))
}
