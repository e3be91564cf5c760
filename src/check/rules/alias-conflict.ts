import type { Declared } from '../../syntax/tree.ts'
import { finding, replacement } from '../finding.ts'
import type { Finding } from '../finding.ts'

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
