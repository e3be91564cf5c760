import type { Expr } from '../../core/core.ts'
import type { Expression, Word } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import type { Context } from '../context.ts'
import { enumerationValue } from '../infer-names.ts'
import { ambiguousName } from '../rules/ambiguous-name.ts'
import { unknownName } from '../rules/unknown-name.ts'
import type { EnumerationSymbol } from '../symbols.ts'

/** The enumeration that all of `words` are values of; null when there is not exactly one, reported. */
export function enumerationOf(ctx: Context, words: readonly Word[]): EnumerationSymbol | null {
  let candidates: readonly EnumerationSymbol[] | null = null
  for (const word of words) {
    const owners: readonly EnumerationSymbol[] = ctx.symbols.valuesByName.get(canonical(ctx.symbols, word.text)) ?? []
    const left: readonly EnumerationSymbol[] = candidates === null ? owners : owners.filter((one) => candidates?.includes(one) === true)
    if (left.length === 0) {
      const names = candidates === null ? ctx.symbols.valuesByName.keys() : candidates.flatMap((one) => [...one.values.keys()])
      ctx.findings.push(unknownName(word, 'value', names))
      return null
    }
    candidates = left
  }
  const [only, second] = candidates ?? []
  if (only === undefined) return null
  if (second === undefined) return only
  const [first] = words
  if (first !== undefined) ctx.findings.push(ambiguousName(first, (candidates ?? []).map((one) => one.name.zh)))
  return null
}

export function statusValue(ctx: Context, enumeration: EnumerationSymbol, word: Word): Expr {
  return enumerationValue(ctx, enumeration, canonical(ctx.symbols, word.text))
}

/** The name that an expression consists of; null for anything else. */
export function wordOf(tree: Expression): Word | null {
  return tree.kind === 'name' ? tree.name : tree.kind === 'group' ? wordOf(tree.inner) : null
}
