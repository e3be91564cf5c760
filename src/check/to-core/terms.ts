import type { Guarded, Term } from '../../core/core.ts'
import type { ClauseItem, Expression } from '../../syntax/tree.ts'
import type { Context, Scope } from '../context.ts'
import { inferAs } from '../infer-as.ts'
import { DATE, DURATION } from '../literals.ts'
import { doubledItem } from '../rules/doubled-item.ts'
import { onceOverPeriods } from '../rules/once-over-periods.ts'
import { periodOutsideTerm } from '../rules/period-outside-term.ts'
import { guards } from './guards.ts'

/** 逐月, 逐年: by which periods a clause pays. Under readings there may be several. */
export function termsOf(ctx: Context, scope: Scope, items: readonly ClauseItem[]): readonly Guarded<Term>[] {
  const terms: Guarded<Term>[] = []
  let unguarded = false
  for (const item of items) {
    if (item.kind !== 'term') continue
    if (unguarded || (terms.length > 0 && item.under.length === 0)) ctx.findings.push(doubledItem(item.span, item.unit === 'month' ? 'Monthly' : 'Yearly'))
    unguarded ||= item.under.length === 0
    const from = inferAs(ctx, scope, item.from, DATE)
    const until = optional(item.until, (tree) => inferAs(ctx, scope, tree, DATE))
    const longest = optional(item.longest, (tree) => inferAs(ctx, scope, tree, DURATION))
    if (from === null || until === undefined || longest === undefined) continue
    terms.push({ under: guards(ctx, item.under), value: { unit: item.unit, from, until, longest } })
  }
  if (hasTerm(items)) ctx.findings.push(...onceOverPeriods(items))
  else ctx.findings.push(...periodOutsideTerm(ctx.symbols, items))
  return terms
}

export function hasTerm(items: readonly ClauseItem[]): boolean {
  return items.some((item) => item.kind === 'term')
}

/** Null where nothing is written; undefined where what is written has no meaning. */
function optional<T>(tree: Expression | null, infer: (tree: Expression) => T | null): T | null | undefined {
  return tree === null ? null : (infer(tree) ?? undefined)
}
