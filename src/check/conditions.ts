import type { Expr } from '../core/core.ts'
import { rational, rationalFromText } from '../values/rational.ts'
import type { Rational } from '../values/rational.ts'
import { isNumeric } from '../values/types.ts'
import { narrow, meets } from './domains.ts'
import type { Domain } from './domains.ts'

/**
 * Whether conditions can hold together, decided by what they say about single facts. The answer is sound: “cannot” is
 * certain, anything that is not understood counts as possible.
 */
export type Box = ReadonlyMap<string, Domain>

const MOST_BOXES = 64
const ANYTHING: readonly Box[] = [new Map()]

/** The ways in which all of `exprs` can hold, each as what it says about single facts. None: they cannot. */
export function boxesOf(exprs: readonly { readonly expr: Expr; readonly negated: boolean }[]): readonly Box[] {
  return exprs.reduce<readonly Box[]>((boxes, one) => both(boxes, boxesOfOne(one.expr, one.negated)), ANYTHING)
}

/** Certain that no box of one meets a box of the other. */
export function disjoint(a: readonly Box[], b: readonly Box[]): boolean {
  return a.every((left) => b.every((right) => conflict(left, right)))
}

function conflict(a: Box, b: Box): boolean {
  for (const [key, domain] of a) {
    const other = b.get(key)
    if (other !== undefined && !meets(domain, other)) return true
  }
  return false
}

function both(a: readonly Box[], b: readonly Box[]): readonly Box[] {
  if (a === ANYTHING) return b
  if (b === ANYTHING) return a
  if (a.length * b.length > MOST_BOXES) return ANYTHING
  const out: Box[] = []
  for (const left of a) {
    for (const right of b) {
      const joined = join(left, right)
      if (joined !== null) out.push(joined)
    }
  }
  return out
}

function join(a: Box, b: Box): Box | null {
  const joined = new Map(a)
  for (const [key, domain] of b) {
    const other = joined.get(key)
    const both = other === undefined ? domain : narrow(other, domain)
    if (both === null) return null
    joined.set(key, both)
  }
  return joined
}

function boxesOfOne(expr: Expr, negated: boolean): readonly Box[] {
  if (expr.kind === 'unary' && expr.op === 'not') return boxesOfOne(expr.arg, !negated)
  if (expr.kind === 'literal') return (expr.value === 'true') !== negated ? ANYTHING : []
  if (expr.kind === 'variadic' && (expr.op === 'and' || expr.op === 'or')) {
    const parts = expr.args.map((arg) => boxesOfOne(arg, negated))
    return (expr.op === 'and') !== negated ? parts.reduce(both, ANYTHING) : either(parts)
  }
  if (expr.kind === 'in') return boxesOfIn(expr, negated)
  if (expr.kind === 'binary') return boxesOfComparison(expr, negated)
  return [new Map([[exprKey(expr), { kind: 'truth', value: !negated }]])]
}

function either(parts: readonly (readonly Box[])[]): readonly Box[] {
  const all = parts.flat()
  return all.length > MOST_BOXES || parts.includes(ANYTHING) ? ANYTHING : all
}

function boxesOfIn(expr: Expr & { readonly kind: 'in' }, negated: boolean): readonly Box[] {
  const values = expr.set.flatMap((one) => (one.kind === 'literal' && !isNumeric(one.type) ? [one.value] : []))
  if (values.length !== expr.set.length) return ANYTHING
  return [new Map([[exprKey(expr.value), { kind: 'choice', values: new Set(values), without: negated }]])]
}

const FLIPPED = { eq: 'eq', ne: 'ne', lt: 'gt', le: 'ge', gt: 'lt', ge: 'le' } as const
const NEGATED = { eq: 'ne', ne: 'eq', lt: 'ge', le: 'gt', gt: 'le', ge: 'lt' } as const
type Comparison = keyof typeof FLIPPED

function boxesOfComparison(expr: Expr & { readonly kind: 'binary' }, negated: boolean): readonly Box[] {
  if (!Object.hasOwn(FLIPPED, expr.op)) return ANYTHING
  const op = expr.op as Comparison
  if (expr.right.kind === 'literal') return comparedWith(expr.left, negated ? NEGATED[op] : op, expr.right)
  if (expr.left.kind === 'literal') return comparedWith(expr.right, negated ? NEGATED[FLIPPED[op]] : FLIPPED[op], expr.left)
  return ANYTHING
}

function comparedWith(expr: Expr, op: Comparison, literal: Expr & { readonly kind: 'literal' }): readonly Box[] {
  const key = exprKey(expr)
  if (literal.type.kind === 'boolean') {
    const value = (literal.value === 'true') === (op === 'eq')
    return boxesOfOne(expr, !value)
  }
  const number = numberOf(literal)
  if (number === null) return [new Map([[key, { kind: 'choice', values: new Set([literal.value]), without: op === 'ne' }]])]
  if (op === 'ne') return ANYTHING
  return [new Map([[key, { kind: 'range', low: op === 'gt' || op === 'ge' || op === 'eq' ? { value: number, closed: op !== 'gt' } : null, high: op === 'lt' || op === 'le' || op === 'eq' ? { value: number, closed: op !== 'lt' } : null }]])]
}

/** A number, or a day as a number in the same order. */
export function numberOf(literal: Expr): Rational | null {
  if (literal.kind !== 'literal') return null
  if (isNumeric(literal.type)) return rationalFromText(literal.value)
  return literal.type.kind === 'date' ? rational(BigInt(literal.value.replaceAll('-', ''))) : null
}

/** Two expressions with the same key always have the same value. */
export function exprKey(expr: Expr): string {
  return expr.kind === 'field' ? `${exprKey(expr.of)}.${expr.field}` : expr.kind === 'subject' || expr.kind === 'applicant' ? expr.kind : JSON.stringify(expr)
}

/** The values that `key` can still have under the conditions; null when they do not say. */
export function choicesOf(boxes: readonly Box[], key: string): { readonly possible: (value: string) => boolean } {
  return {
    possible: (value) => boxes.some((box) => {
      const domain = box.get(key)
      return domain === undefined || meets(domain, { kind: 'choice', values: new Set([value]), without: false })
    }),
  }
}

