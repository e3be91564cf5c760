import { isNumeric, sameType } from './types.ts'
import type { Type } from './types.ts'

/**
 * THE operator table: what each operator of the core takes and gives. An engine that is to have every operator says
 * `satisfies Record<keyof typeof OPERATORS, …>`; the checker asks `resultOf`.
 */
export interface OperatorRule {
  readonly arity: 1 | 2 | 'many'
  /** The type of the result; null when the operator has no meaning for these operands. */
  readonly result: (operands: readonly Type[]) => Type | null
}

const BOOLEAN: Type = { kind: 'boolean' }
const RATIO: Type = { kind: 'ratio' }
const MONEY: Type = { kind: 'money' }
const DATE: Type = { kind: 'date' }
const DAYS: Type = { kind: 'days' }
const WHOLE: Type = { kind: 'integer', unit: null }

/** Whether a unit can stand beside another: 3 beside 5人, but not 3项 beside 5人. */
function unitsMeet(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b
}

/** One type for two operands that are added, compared or chosen from; null when they do not go together. */
export function common(a: Type, b: Type): Type | null {
  if (a.kind === 'integer' && b.kind === 'integer') return unitsMeet(a.unit, b.unit) ? (a.unit === null ? b : a) : null
  if (a.kind === 'ratio' && isPlain(b)) return RATIO
  if (b.kind === 'ratio' && isPlain(a)) return RATIO
  if (a.kind === 'text' && b.kind === 'identifier') return b
  if (a.kind === 'identifier' && b.kind === 'text') return a
  return sameType(a, b) ? a : null
}

/** A number that measures nothing but itself. */
function isPlain(type: Type): boolean {
  return type.kind === 'ratio' || type.kind === 'integer'
}

function isOrdered(type: Type): boolean {
  return isNumeric(type) || type.kind === 'date'
}

function added(a: Type, b: Type): Type | null {
  if (a.kind === 'date') return b.kind === 'duration' || b.kind === 'days' ? DATE : null
  if (b.kind === 'date') return a.kind === 'duration' || a.kind === 'days' ? DATE : null
  const type = common(a, b)
  return type !== null && isNumeric(type) ? type : null
}

function subtracted(a: Type, b: Type): Type | null {
  if (a.kind === 'date') return b.kind === 'date' ? DAYS : b.kind === 'duration' || b.kind === 'days' ? DATE : null
  if (b.kind === 'date') return null
  return added(a, b)
}

function multiplied(a: Type, b: Type): Type | null {
  return scaled(a, b) ?? scaled(b, a)
}

/** `a` times the multiplier `b`. */
function scaled(a: Type, b: Type): Type | null {
  if (a.kind === 'price') {
    if (b.kind === 'quantity') return a.unit === b.unit ? MONEY : null
    if (b.kind === 'integer' && b.unit !== null) return a.unit === b.unit ? MONEY : null
    return isPlain(b) ? a : null
  }
  if (!isPlain(b)) return null
  switch (a.kind) {
    case 'integer':
      if (b.kind === 'ratio') return RATIO
      return { kind: 'integer', unit: b.kind === 'integer' && a.unit !== null && b.unit !== null ? null : a.unit ?? (b.kind === 'integer' ? b.unit : null) }
    case 'ratio':
      return RATIO
    case 'money':
    case 'quantity':
      return a
    case 'duration':
    case 'days':
      return b.kind === 'integer' ? a : null
    default:
      return null
  }
}

function divided(a: Type, b: Type): Type | null {
  if (isPlain(a) && isPlain(b)) return RATIO
  if (a.kind === 'money' && b.kind === 'quantity') return { kind: 'price', unit: b.unit }
  if (a.kind === 'money' && b.kind === 'price') return { kind: 'quantity', unit: b.unit }
  if (isNumeric(a) && sameType(a, b)) return RATIO
  if ((a.kind === 'money' || a.kind === 'quantity' || a.kind === 'price') && isPlain(b)) return a
  return null
}

function steps(a: Type, b: Type): Type | null {
  const type = common(a, b)
  return type !== null && isNumeric(type) ? WHOLE : null
}

function equal(a: Type, b: Type): Type | null {
  return common(a, b) === null ? null : BOOLEAN
}

function ordered(a: Type, b: Type): Type | null {
  const type = common(a, b)
  return type !== null && isOrdered(type) ? BOOLEAN : null
}

function truth(operands: readonly Type[]): Type | null {
  return operands.every((type) => type.kind === 'boolean') ? BOOLEAN : null
}

function extreme(operands: readonly Type[]): Type | null {
  const [first, ...rest] = operands
  if (first === undefined) return null
  const type = rest.reduce<Type | null>((sofar, next) => (sofar === null ? null : common(sofar, next)), first)
  return type !== null && isOrdered(type) ? type : null
}

const one = (rule: (a: Type) => Type | null): OperatorRule => ({ arity: 1, result: ([a]) => (a === undefined ? null : rule(a)) })
const two = (rule: (a: Type, b: Type) => Type | null): OperatorRule => ({ arity: 2, result: ([a, b]) => (a === undefined || b === undefined ? null : rule(a, b)) })
const many = (result: (operands: readonly Type[]) => Type | null): OperatorRule => ({ arity: 'many', result })

export const OPERATORS = {
  not: one((a) => (a.kind === 'boolean' ? BOOLEAN : null)),
  negate: one((a) => (isNumeric(a) ? a : null)),
  'year-of': one((a) => (a.kind === 'date' ? WHOLE : null)),
  /** The first day of its year, of its month. */
  'year-start': one((a) => (a.kind === 'date' ? DATE : null)),
  'month-start': one((a) => (a.kind === 'date' ? DATE : null)),
  /** date + 3年, date + 30日; otherwise two of a kind. Months and days never mix. */
  add: two(added),
  /** date − date is a number of days. */
  subtract: two(subtracted),
  /** money × ratio, integer × money, quantity × price. */
  multiply: two(multiplied),
  /** money ÷ money is a plain number. */
  divide: two(divided),
  /** 每满: how many whole times, so a whole number. */
  'whole-steps': two(steps),
  eq: two(equal),
  ne: two(equal),
  lt: two(ordered),
  le: two(ordered),
  gt: two(ordered),
  ge: two(ordered),
  and: many(truth),
  or: many(truth),
  min: many(extreme),
  max: many(extreme),
} as const satisfies Record<string, OperatorRule>

export type OperatorName = keyof typeof OPERATORS

/** The type of an operator's result; null when it has no meaning for these operands. */
export function resultOf(operator: OperatorName, operands: readonly Type[]): Type | null {
  return OPERATORS[operator].result(operands)
}

/** Whether a value of type `actual` can stand where `expected` is wanted. */
export function fits(actual: Type, expected: Type): boolean {
  if (actual.kind === 'ratio' && expected.kind === 'integer') return false
  return common(actual, expected) !== null
}
