import type { ClauseItem, Expression, Literal, Statement } from '../syntax/tree.ts'
import { eachExpression, expressionsOf } from '../syntax/visit.ts'

/** The literals of a statement's expressions, in the order of the text. Spans are relative to the statement. */
export function literalsIn(statement: Statement): readonly Literal[] {
  const found: Literal[] = []
  for (const expr of expressionsOf(statement)) eachExpression(expr, (one) => { if (one.kind === 'literal') found.push(one.literal) })
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** `40% 的 投资额`: a rate and what it is of; null for any other amount. */
export function rateOf(amount: Expression | null): { readonly rate: Literal & { readonly kind: 'ratio' }; readonly base: Expression } | null {
  if (amount?.kind === 'group') return rateOf(amount.inner)
  if (amount?.kind !== 'of' || amount.left.kind !== 'literal' || amount.left.literal.kind !== 'ratio') return null
  return { rate: amount.left.literal, base: amount.right }
}

const sameReadings = (a: ClauseItem, b: ClauseItem): boolean =>
  a.under.every((one) => b.under.every((other) => one.ambiguity.text !== other.ambiguity.text || one.reading.text === other.reading.text))

/** The caps of single payments that hold beside an amount: fixed ones alone. */
export function capsBeside(items: readonly ClauseItem[], amount: ClauseItem): readonly (Literal & { readonly kind: 'money' })[] {
  return items.flatMap((item) => (item.kind === 'cap' && item.max.kind === 'literal' && item.max.literal.kind === 'money' && sameReadings(item, amount) ? [item.max.literal] : []))
}
