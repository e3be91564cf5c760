import { invariant } from '../../base/invariant.ts'
import { parseDate, startOfMonth, startOfYear } from '../../values/date.ts'
import { rational, type Rational } from '../../values/rational.ts'
import type { Type } from '../../values/types.ts'
import type { BinaryOperator, UnaryOperator, VariadicOperator } from '../../core/core.ts'
import * as arithmetic from './arithmetic.ts'
import { and, comparePossible, not, or, type Comparison } from './comparisons.ts'
import { daysBetween, later } from './dates.ts'
import {
  allLacks, allMissing, ANY_NUMBER, ANY_TEXT, asPoints, asRange, asTruth, isDecided, value, whole, withLacks,
  type Lack, type Points, type Possible, type Range, type Value,
} from './values.ts'

interface Computed {
  readonly possible: Possible | null
  readonly lacks: readonly Lack[]
}

/** A value computed from others: where one of them has none, nor has it. */
export function compute(args: readonly Value[], f: () => Computed): Value {
  const computed: Computed = args.every(({ possible }) => possible !== null) ? f() : { possible: null, lacks: [] }
  return value(computed.possible, [...new Set([...allLacks(args), ...computed.lacks])], allMissing(args))
}

function sure(possible: Possible): Computed {
  return { possible, lacks: [] }
}

export function applyUnary(op: UnaryOperator, arg: Value): Value {
  switch (op) {
    case 'not':
      return value(not(asTruth(arg)), [], arg.missing)
    case 'negate':
      return compute([arg], () => sure(arithmetic.negate(asRange(arg))))
    case 'year-of':
      return compute([arg], () => yearOf(asPoints(arg)))
    case 'year-start':
      return compute([arg], () => startOf(asPoints(arg), startOfYear))
    case 'month-start':
      return compute([arg], () => startOf(asPoints(arg), startOfMonth))
  }
}

function startOf(days: Points, start: (day: string) => string): Computed {
  return sure(days.values === null ? ANY_TEXT : { kind: 'points', values: [...new Set(days.values.map(start))], within: null })
}

function yearOf(days: Points): Computed {
  const anyYear: Range = { kind: 'range', low: rational(0n), high: rational(9999n) }
  if (days.values === null) return { possible: anyYear, lacks: [] }
  const years = days.values.map((day) => parseDate(day)?.year)
  const real = years.flatMap((year) => (year === undefined ? [] : [BigInt(year)])).sort((a, b) => (a < b ? -1 : 1))
  const [first, last] = [real[0], real[real.length - 1]]
  const lacks: readonly Lack[] = real.length < years.length ? ['undefined'] : []
  return { possible: first === undefined || last === undefined ? null : { kind: 'range', low: rational(first), high: rational(last) }, lacks }
}

export function applyBinary(op: BinaryOperator, left: Value, right: Value, types: readonly [Type, Type]): Value {
  switch (op) {
    case 'add':
    case 'subtract':
      return types[0].kind === 'date' || types[1].kind === 'date'
        ? dayArithmetic(op, left, right, types)
        : compute([left, right], () => sure(arithmetic[op](asRange(left), asRange(right))))
    case 'multiply':
      return compute([left, right], () => sure(arithmetic.multiply(asRange(left), asRange(right))))
    case 'divide':
      return compute([left, right], () => quotient(asRange(left), asRange(right)))
    case 'whole-steps':
      return compute([left, right], () => {
        const { possible, lacks } = quotient(asRange(left), asRange(right))
        return { possible: possible?.kind === 'range' ? arithmetic.wholes(possible) : null, lacks }
      })
    case 'eq':
    case 'ne':
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge':
      return compareValues(op, left, right)
  }
}

/** Division by zero is no number: a condition on it stays undetermined, an amount from it has no outcome. */
function quotient(left: Range, right: Range): Computed {
  return { possible: arithmetic.divide(left, right), lacks: arithmetic.mayBeZero(right) ? ['undefined'] : [] }
}

export function compareValues(op: Comparison, left: Value, right: Value): Value {
  const base = left.possible === null || right.possible === null ? null : comparePossible(op, left.possible, right.possible)
  return value(withLacks(base, allLacks([left, right])), [], allMissing([left, right]))
}

export function applyVariadic(op: VariadicOperator, args: readonly Value[]): Value {
  invariant(args.length > 0, 'verify.ts says that and, or, min and max have arguments')
  switch (op) {
    case 'and':
      return connective(and(args.map(asTruth)), args)
    case 'or':
      return connective(or(args.map(asTruth)), args)
    case 'min':
      return compute(args, () => sure(extreme('min', args)))
    case 'max':
      return compute(args, () => sure(extreme('max', args)))
  }
}

/** "An undetermined condition names the facts, or the judgements, that would decide it": those of its undetermined parts. */
function connective(result: Possible, args: readonly Value[]): Value {
  const open = args.filter((arg) => !isDecided(asTruth(arg)))
  return value(result, [], allMissing(open))
}

/** The lower or the higher of numbers, or of days that are known. */
function extreme(op: 'min' | 'max', args: readonly Value[]): Possible {
  if (args.every(({ possible }) => possible?.kind === 'points')) return extremeDay(op, args.map(asPoints))
  return args.map(asRange).reduce(op === 'min' ? arithmetic.lower : arithmetic.higher)
}

function extremeDay(op: 'min' | 'max', days: readonly Points[]): Points {
  if (days.some(({ values }) => values === null)) return ANY_TEXT
  return days.reduce((a, b) => {
    const pairs = (a.values ?? []).flatMap((x) => (b.values ?? []).map((y) => ((op === 'min') === x < y ? x : y)))
    return { kind: 'points', values: [...new Set(pairs)], within: null }
  })
}

// ---------------------------------------------------------------- days

function dayArithmetic(op: 'add' | 'subtract', left: Value, right: Value, [leftType, rightType]: readonly [Type, Type]): Value {
  if (leftType.kind === 'date' && rightType.kind === 'date') return compute([left, right], () => span(asPoints(left), asPoints(right)))
  const [day, step, unit] = leftType.kind === 'date' ? [left, right, rightType.kind] : [right, left, leftType.kind]
  return compute([left, right], () => moved(asPoints(day), op === 'add' ? asRange(step) : arithmetic.negate(asRange(step)), unit === 'duration' ? 'duration' : 'days'))
}

function span(to: Points, from: Points): Computed {
  if (to.values === null || from.values === null) return { possible: ANY_NUMBER, lacks: ['undefined'] }
  const lengths = to.values.flatMap((end) => (from.values ?? []).map((start) => daysBetween(start, end)))
  const real = lengths.filter((days) => days !== null)
  const lacks: readonly Lack[] = real.length < lengths.length ? ['undefined'] : []
  return { possible: real.length === 0 ? null : real.map((days): Range => whole(days)).reduce(joinWhole), lacks }
}

function joinWhole(a: Range, b: Range): Range {
  return { kind: 'range', low: arithmetic.lower(a, b).low, high: arithmetic.higher(a, b).high }
}

function moved(days: Points, by: Range, unit: 'duration' | 'days'): Computed {
  const step = single(by)
  if (days.values === null || step === null) return { possible: ANY_TEXT, lacks: ['undefined'] }
  const results = days.values.map((day) => later(day, step, unit))
  const real = results.filter((day) => day !== null)
  const lacks: readonly Lack[] = real.length < results.length ? ['undefined'] : []
  return { possible: real.length === 0 ? null : { kind: 'points', values: [...new Set(real)], within: null }, lacks }
}

function single(range: Range): Rational | null {
  return isDecided(range) ? range.low : null
}
