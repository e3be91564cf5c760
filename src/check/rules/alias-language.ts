import type { Declared } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { isChinese } from '../names.ts'

/** A name and its alias in one language: one of them cannot be printed in the other surface. */
export function aliasLanguage({ name, alias }: Declared): Finding | null {
  if (alias === null || isChinese(name.text) !== isChinese(alias.text)) return null
  return finding('alias-language', alias.span, { name: name.text, alias: alias.text })
}
