import type { Expr } from '../core/core.ts'
import type { Literal } from '../syntax/tree.ts'
import { rationalFromText, rationalToText } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import type { Context } from './context.ts'
import { dateDoesNotExist } from './rules/date-does-not-exist.ts'
import { notWholeFen } from './rules/not-whole-fen.ts'
import { canonicalUnit, isCountUnit } from './units.ts'

export const BOOLEAN: Type = { kind: 'boolean' }
export const MONEY: Type = { kind: 'money' }
export const RATIO: Type = { kind: 'ratio' }
export const DATE: Type = { kind: 'date' }
export const DURATION: Type = { kind: 'duration' }
export const WHOLE: Type = { kind: 'integer', unit: null }

type CoreLiteral = Expr & { readonly kind: 'literal' }

/** A literal; where `expected` leaves a choice (a bare 3, a text for an identifier) the literal takes that type. Null when reported. */
export function literal(ctx: Context, tree: Literal, expected: Type | null): CoreLiteral | null {
  switch (tree.kind) {
    case 'money': {
      const wrong = notWholeFen(tree.span, tree.value)
      if (wrong !== null) {
        ctx.findings.push(wrong)
        return null
      }
      return numeric(MONEY, tree.value)
    }
    case 'ratio':
      return numeric(RATIO, tree.value)
    case 'duration':
      return numeric(DURATION, tree.value)
    case 'days':
      return numeric({ kind: 'days' }, tree.value)
    case 'price':
      return numeric({ kind: 'price', unit: canonicalUnit(ctx.symbols, tree.unit) }, tree.value)
    case 'number':
      return numeric(numberType(ctx, tree, expected), tree.value)
    case 'date': {
      const wrong = dateDoesNotExist(tree.span, tree.value)
      if (wrong !== null) {
        ctx.findings.push(wrong)
        return null
      }
      return { kind: 'literal', type: DATE, value: tree.value }
    }
    case 'text':
      return { kind: 'literal', type: expected?.kind === 'identifier' ? expected : { kind: 'text' }, value: tree.value }
    case 'boolean':
      return { kind: 'literal', type: BOOLEAN, value: String(tree.value) }
  }
}

/** The canonical text of the number, so that equal values are equal texts. */
function numeric(type: Type, value: string): CoreLiteral {
  const parsed = CANONICAL.test(value) ? null : rationalFromText(value)
  return { kind: 'literal', type, value: parsed === null ? value : rationalToText(parsed) }
}

const CANONICAL = /^-?\d+$/

function numberType(ctx: Context, tree: Literal & { readonly kind: 'number' }, expected: Type | null): Type {
  const whole = CANONICAL.test(tree.value) || rationalFromText(tree.value)?.d === 1n
  if (tree.unit === null) {
    if (!whole) return RATIO
    return expected?.kind === 'integer' || expected?.kind === 'ratio' ? expected : WHOLE
  }
  const unit = canonicalUnit(ctx.symbols, tree.unit)
  if (ctx.symbols.quantityUnits.has(unit) && !(expected?.kind === 'integer' && expected.unit === unit)) return { kind: 'quantity', unit }
  if (!whole && !isCountUnit(ctx.symbols, unit)) return { kind: 'quantity', unit }
  if (!whole) return { kind: 'quantity', unit }
  return { kind: 'integer', unit }
}
