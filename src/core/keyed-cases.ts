import type { Case, Expr } from './core.ts'

/**
 * 按 KEY 分别 by values: that the key is in one of the rows, whichever. Null where the cases are not about the values of one key.
 * Where it cannot be false (every value of an enumeration has a row), an unknown key leaves no room for "no row fits".
 */
export function inSomeCase(cases: readonly Case[]): (Expr & { kind: 'in' }) | null {
  const keyed = cases.map(({ when }) => keyAndValues(when))
  const [first] = keyed
  if (first === undefined || first === null) return null
  const key = JSON.stringify(first.value)
  const set: Expr[] = []
  for (const one of keyed) {
    if (one === null || JSON.stringify(one.value) !== key) return null
    set.push(...one.set)
  }
  return { kind: 'in', type: { kind: 'boolean' }, value: first.value, set }
}

function keyAndValues(when: Expr): { readonly value: Expr; readonly set: readonly Expr[] } | null {
  if (when.kind === 'in') return when
  return when.kind === 'binary' && when.op === 'eq' && when.right.kind === 'literal' ? { value: when.left, set: [when.right] } : null
}
