import type { Definition, Expr, Policy } from './core.ts'

/** The definition that an expression names: one for each entity may have the name (新设 of a shop, of a plant). */
export function definitionOf(policy: Policy, expr: Expr & { readonly kind: 'definition' }): Definition | undefined {
  const { type } = expr.of
  const named = policy.definitions.filter(({ name }) => name.zh === expr.name)
  return named.find(({ entity }) => type.kind === 'matter' && entity === type.name) ?? (named.length === 1 ? named[0] : undefined)
}
