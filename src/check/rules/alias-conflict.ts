import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Declared, Statement } from '../../syntax/tree.ts'
import type { Entry } from '../entry.ts'
import { finding, placed, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { nameOf } from '../names.ts'
import type { Symbols } from '../symbols.ts'

/** Aliases are one-to-one over the package, or translating a policy and back would not give the same names. */
export function aliasConflict(
  known: { readonly chinese: ReadonlyMap<string, string>; readonly english: ReadonlyMap<string, string> },
  { name, alias }: Declared, zh: string, en: string,
): Finding | null {
  if (alias === null) return null
  const english = known.english.get(zh)
  if (english !== undefined && english !== en) {
    const wrong = alias.text === en ? alias : name
    return finding('alias-conflict', alias.span, { name: zh, alias: en, other: english }, [replacement(wrong.span, english)])
  }
  const chinese = known.chinese.get(en)
  if (chinese !== undefined && chinese !== zh) return finding('alias-conflict', alias.span, { name: en, alias: zh, other: chinese })
  return null
}

const REPORTED_AT_DECLARATION: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['entity', 'enumeration', 'parameter', 'definition', 'table'])

/** The names that nothing refers to (of clauses, measures, examples …) are printed in either language too, so they keep to the same aliases. */
export function aliasConflicts(symbols: Symbols, entries: readonly Entry[]): readonly Diagnostic[] {
  const known = { chinese: new Map(symbols.chinese), english: new Map(symbols.english) }
  const found: Diagnostic[] = []
  for (const { file, placed: { statement, start } } of entries) {
    const name = 'name' in statement ? statement.name : null
    if (name === null || name.alias === null) continue
    const { zh, en } = nameOf(name)
    const conflict = aliasConflict(known, name, zh, en)
    if (conflict === null) {
      known.chinese.set(en, zh)
      known.english.set(zh, en)
    } else if (!REPORTED_AT_DECLARATION.has(statement.kind)) found.push(placed(conflict, file, start))
  }
  return found
}
