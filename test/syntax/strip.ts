import { translateUnit, NO_NAMES, isChinese } from '../../src/syntax/names.ts'
import type { FileTree } from '../../src/syntax/tree.ts'

/** A tree without places and comments, units and the order of a name and its alias made one: what must survive formatting. */
export function strip(tree: FileTree): unknown {
  return tree.statements.map(({ statement }) => plain(statement))
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'span' && key !== 'comments')
  const found: Record<string, unknown> = Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]))
  if (typeof found['unit'] === 'string') found['unit'] = translateUnit(NO_NAMES, 'zh', found['unit'])
  if (found['kind'] === 'integer' && typeof found['unit'] === 'object' && found['unit'] !== null) {
    found['unit'] = { text: translateUnit(NO_NAMES, 'zh', String((found['unit'] as { text?: string }).text)) }
  }
  const { name, alias } = found as { name?: { text?: string }; alias?: { text?: string } | null }
  if (alias != null && name?.text !== undefined && alias.text !== undefined && !isChinese(name.text) && isChinese(alias.text)) return { ...found, name: alias, alias: name }
  return found
}
