import type { Declared, Statement } from '../syntax/tree.ts'
import type { Findings } from './finding.ts'
import { nameOf } from './names.ts'
import { aliasConflict } from './rules/alias-conflict.ts'
import { aliasLanguage } from './rules/alias-language.ts'

/** Aliases are one-to-one over the package: both maps, and what contradicts them. */
export interface Spellings {
  readonly chinese: Map<string, string>
  readonly english: Map<string, string>
}

/** Reads the aliases of one statement's names into `spellings`. */
export function readAliases(spellings: Spellings, statement: Statement, to: () => Findings): void {
  for (const declared of declaredIn(statement)) {
    if (declared.alias === null) continue
    const same = aliasLanguage(declared)
    if (same !== null) to().push(same)
    const { zh, en } = nameOf(declared)
    const conflict = aliasConflict(spellings, declared, zh, en)
    if (conflict !== null) to().push(conflict)
    else {
      spellings.chinese.set(en, zh)
      spellings.english.set(zh, en)
    }
  }
}

/** The names of a statement that other statements can refer to. */
function declaredIn(statement: Statement): readonly Declared[] {
  switch (statement.kind) {
    case 'entity':
      return [statement.name, ...statement.fields.flatMap((field) => (field.type.kind === 'quantity' ? [field.name, field.type.unit] : [field.name]))]
    case 'enumeration':
      return [statement.name, ...statement.values]
    case 'agency':
      return statement.names
    case 'parameter':
    case 'definition':
      return [statement.name]
    case 'table':
      return [statement.name, ...statement.columns]
    case 'ambiguity':
      return statement.readings.map((reading) => reading.name)
    default:
      return []
  }
}
