import type { BinaryOperator, UnaryOperator, VariadicOperator } from '../../core/core.ts'
import { addDays, addMonths, parseDate, startOfMonth, startOfYear } from '../../values/date.ts'
import type { Type } from '../../values/types.ts'
import { compareVals } from './comparisons.ts'
import * as exact from './exact.ts'
import { compare, isExact, least, greatest, type Exact } from './exact.ts'
import * as ranges from './ranges.ts'
import {
  allLacks, allMissing, and, ANY_NUMBER, ANY_TEXT, asPoints, asRange, asTruth, isOpen, joinRanges, missingOf, not, or, possibleOf, range, truthOf, UNDEFINED, value,
  type Points, type Possible, type Range, type Val,
} from './values.ts'

interface Computed {
  readonly possible: Possible | null
  readonly lacks: number
}

/** A value computed from others: where one of them has none, nor has it. */
export function compute(args: readonly Val[], f: () => Computed): Val {
  const computed = args.every((arg) => possibleOf(arg) !== null) ? f() : { possible: null, lacks: 0 }
  return value(computed.possible, allLacks(args) | computed.lacks, allMissing(args))
}

const sure = (possible: Possible): Computed => ({ possible, lacks: 0 })

export function applyUnary(op: UnaryOperator, arg: Val): Val {
  switch (op) {
    case 'not':
      return typeof arg === 'boolean' ? !arg : value(truthOf(not(asTruth(arg))), 0, missingOf(arg))
    case 'negate':
      return isExact(arg) ? exact.negate(arg) : compute([arg], () => sure(ranges.negate(asRange(arg))))
    case 'year-of':
      return compute([arg], () => yearOf(asPoints(arg)))
    case 'year-start':
      return startOf(arg, startOfYear)
    case 'month-start':
      return startOf(arg, startOfMonth)
  }
}

function startOf(arg: Val, start: (day: string) => string): Val {
  if (typeof arg === 'string') return start(arg)
  const { values } = asPoints(arg)
  return compute([arg], () => sure(values === null ? ANY_TEXT : { kind: 'points', values: [...new Set(values.map(start))], within: null }))
}

function yearOf({ values }: Points): Computed {
  if (values === null) return sure(range(0, 9999))
  const real = values.flatMap((day) => parseDate(day)?.year ?? []).sort((a, b) => a - b)
  const [first, last] = [real[0], real.at(-1)]
  return { possible: first === undefined || last === undefined ? null : range(first, last), lacks: real.length < values.length ? UNDEFINED : 0 }
}

export type BinaryRule = (left: Val, right: Val) => Val

export function binaryRule(op: BinaryOperator, left: Type, right: Type): BinaryRule {
  switch (op) {
    case 'add':
    case 'subtract':
      if (left.kind === 'date' || right.kind === 'date') return (a, b) => dayArithmetic(op, a, b, left, right)
      return (a, b) => (isExact(a) && isExact(b) ? exact[op](a, b) : compute([a, b], () => sure(ranges[op](asRange(a), asRange(b)))))
    case 'multiply':
      return (a, b) => (isExact(a) && isExact(b) ? exact.multiply(a, b) : compute([a, b], () => sure(ranges.multiply(asRange(a), asRange(b)))))
    case 'divide':
      return (a, b) => (isExact(a) && isExact(b) && compare(b, 0) !== 0 ? exact.divide(a, b) : compute([a, b], () => quotient(asRange(a), asRange(b))))
    case 'whole-steps':
      return (a, b) => (isExact(a) && isExact(b) && compare(b, 0) !== 0 ? exact.floor(exact.divide(a, b)) : compute([a, b], () => {
        const { possible, lacks } = quotient(asRange(a), asRange(b))
        return { possible: possible?.kind === 'range' ? ranges.wholes(possible) : null, lacks }
      }))
    case 'eq': case 'ne': case 'lt': case 'le': case 'gt': case 'ge':
      return (a, b) => compareVals(op, a, b)
  }
}

/** Division by zero is no number. */
function quotient(a: Range, b: Range): Computed {
  return { possible: ranges.divide(a, b), lacks: ranges.mayBeZero(b) ? UNDEFINED : 0 }
}

export function applyVariadic(op: VariadicOperator, args: readonly Val[]): Val {
  switch (op) {
    case 'and':
    case 'or':
      return value(truthOf((op === 'and' ? and : or)(args.map(asTruth))), 0, allMissing(args.filter((arg) => isOpen(asTruth(arg)))))
    case 'min':
    case 'max':
      if (args.every(isExact)) return (args as readonly Exact[]).reduce(op === 'min' ? least : greatest)
      return compute(args, () => sure(extreme(op, args)))
  }
}

function extreme(op: 'min' | 'max', args: readonly Val[]): Possible {
  if (args.every((arg) => possibleOf(arg)?.kind === 'points')) return extremeDay(op, args.map(asPoints))
  return args.map(asRange).reduce(op === 'min' ? ranges.lower : ranges.higher)
}

function extremeDay(op: 'min' | 'max', days: readonly Points[]): Points {
  if (days.some(({ values }) => values === null)) return ANY_TEXT
  return days.reduce((a, b) => {
    const pairs = (a.values ?? []).flatMap((x) => (b.values ?? []).map((y) => ((op === 'min') === x < y ? x : y)))
    return { kind: 'points', values: [...new Set(pairs)], within: null }
  })
}

// ---------------------------------------------------------------- days

function dayArithmetic(op: 'add' | 'subtract', left: Val, right: Val, leftType: Type, rightType: Type): Val {
  if (leftType.kind === 'date' && rightType.kind === 'date') return compute([left, right], () => span(asPoints(left), asPoints(right)))
  const [day, step, unit] = leftType.kind === 'date' ? [left, right, rightType.kind] : [right, left, leftType.kind]
  return compute([left, right], () => moved(asPoints(day), op === 'add' ? asRange(step) : ranges.negate(asRange(step)), unit === 'duration'))
}

function span(to: Points, from: Points): Computed {
  if (to.values === null || from.values === null) return { possible: ANY_NUMBER, lacks: UNDEFINED }
  const lengths = to.values.flatMap((end) => (from.values ?? []).map((start) => daysBetween(start, end)))
  const real = lengths.filter((days) => days !== null)
  return { possible: real.length === 0 ? null : real.map((days) => range(days, days)).reduce(joinRanges), lacks: real.length < lengths.length ? UNDEFINED : 0 }
}

function moved({ values }: Points, by: Range, inMonths: boolean): Computed {
  const step = by.low !== null && by.high !== null && compare(by.low, by.high) === 0 ? by.low : null
  if (values === null || step === null) return { possible: ANY_TEXT, lacks: UNDEFINED }
  const results = values.map((day) => later(day, step, inMonths))
  const real = results.filter((day) => day !== null)
  return { possible: real.length === 0 ? null : { kind: 'points', values: [...new Set(real)], within: null }, lacks: real.length < results.length ? UNDEFINED : 0 }
}

/** No step on the calendar is longer than its ten thousand years. */
const LONGEST_DAYS = 3_660_000

function later(day: string, by: Exact, inMonths: boolean): string | null {
  if (typeof by !== 'number' || Math.abs(by) > LONGEST_DAYS) return null
  return inMonths ? addMonths(day, by) : addDays(day, by)
}

const MILLISECONDS_PER_DAY = 86_400_000

function daysBetween(from: string, to: string): number | null {
  const [start, end] = [dayNumber(from), dayNumber(to)]
  return start === null || end === null ? null : end - start
}

function dayNumber(day: string): number | null {
  const parts = parseDate(day)
  return parts === null ? null : Math.round(new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day) / MILLISECONDS_PER_DAY)
}
