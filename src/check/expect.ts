import type { Span } from '../base/span.ts'
import type { Expr, Name } from '../core/core.ts'
import type { Expression } from '../syntax/tree.ts'
import { fits } from '../values/operators.ts'
import type { Type } from '../values/types.ts'
import type { Context } from './context.ts'
import { missingUnit } from './rules/missing-unit.ts'
import { typeMismatch } from './rules/type-mismatch.ts'
import { unitMismatch } from './rules/unit-mismatch.ts'
import { unitOf } from './type-names.ts'
import { unitNamed } from './units.ts'

/** A number without a unit, as written; null for anything else. */
export function bareNumber(tree: Expression): string | null {
  if (tree.kind === 'group') return bareNumber(tree.inner)
  return tree.kind === 'literal' && tree.literal.kind === 'number' && tree.literal.unit === null ? tree.literal.value : null
}

function needsUnit(type: Type): boolean {
  return type.kind === 'money' || type.kind === 'quantity' || type.kind === 'duration' || type.kind === 'days' || type.kind === 'price'
}

function unit(type: Type): string | null {
  return type.kind === 'integer' || type.kind === 'quantity' || type.kind === 'price' ? type.unit : null
}

/** Reports that `found` cannot stand where `expected` is wanted, by the reason that helps most. */
export function reportMismatch(ctx: Context, span: Span, bare: string | null, expected: Type, found: Type): void {
  if (bare !== null && needsUnit(expected)) ctx.findings.push(missingUnit(span, bare, expected, ctx.symbols))
  else {
    const named = (one: string | null): Name | null => (one === null ? null : unitNamed(ctx.symbols, one))
    const [wanted, met] = [named(unit(expected)) ?? (needsUnit(expected) ? unitOf(expected, ctx.symbols) : null), named(unit(found))]
    const counted = expected.kind === found.kind || (expected.kind !== 'price' && found.kind !== 'price')
    if (counted && wanted !== null && met !== null && wanted.zh !== met.zh) ctx.findings.push(unitMismatch(span, wanted, met))
    else ctx.findings.push(typeMismatch(span, expected, found, ctx.symbols))
  }
}

/** `expr` if it can stand where `expected` is wanted; otherwise null, reported. */
export function checked(ctx: Context, tree: Expression, expr: Expr | null, expected: Type): Expr | null {
  if (expr === null || fits(expr.type, expected)) return expr
  reportMismatch(ctx, tree.span, bareNumber(tree), expected, expr.type)
  return null
}
