import { firstOf, LARGEST, type Rule } from './rule.ts'

/** A whole number: the rule that computes it, and between which numbers it lies when every guard holds. */
export interface Int {
  readonly rule: Rule
  readonly low: bigint
  readonly high: bigint
}

/** A fraction of whole numbers, the denominator at least one. */
export interface Fraction {
  readonly n: Int
  readonly d: Int
}

/** Whether some step may leave the whole numbers that a double holds. */
export interface Overflow {
  hit: boolean
}

function checked(int: Int, overflow: Overflow): Int {
  if (int.high > LARGEST || int.low < -LARGEST) overflow.hit = true
  return int
}

export function constant(value: bigint, overflow: Overflow): Int {
  return checked({ rule: Number(value), low: value, high: value }, overflow)
}

export function isConstant(a: Int): boolean {
  return a.low === a.high
}

function fold(a: Int, b: Int, value: bigint, overflow: Overflow): Int | null {
  return isConstant(a) && isConstant(b) ? constant(value, overflow) : null
}

export function plus(a: Int, b: Int, overflow: Overflow): Int {
  if (isConstant(a) && a.low === 0n) return b
  if (isConstant(b) && b.low === 0n) return a
  return fold(a, b, a.low + b.low, overflow) ?? checked({ rule: { '+': [a.rule, b.rule] }, low: a.low + b.low, high: a.high + b.high }, overflow)
}

export function minus(a: Int, b: Int, overflow: Overflow): Int {
  if (isConstant(b) && b.low === 0n) return a
  return fold(a, b, a.low - b.low, overflow) ?? checked({ rule: { '-': [a.rule, b.rule] }, low: a.low - b.high, high: a.high - b.low }, overflow)
}

function ends(values: readonly bigint[]): { readonly low: bigint; readonly high: bigint } {
  return { low: values.reduce((a, b) => (a < b ? a : b)), high: values.reduce((a, b) => (a > b ? a : b)) }
}

export function times(a: Int, b: Int, overflow: Overflow): Int {
  if (isConstant(a) && a.low === 1n) return b
  if (isConstant(b) && b.low === 1n) return a
  if ((isConstant(a) && a.low === 0n) || (isConstant(b) && b.low === 0n)) return constant(0n, overflow)
  const range = ends([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high])
  return fold(a, b, a.low * b.low, overflow) ?? checked({ rule: { '*': [a.rule, b.rule] }, ...range }, overflow)
}

function down(n: bigint, d: bigint): bigint {
  const quotient = n / d
  return n % d < 0n ? quotient - 1n : quotient
}

/** The largest whole number that is not above n/d: (n − n mod d) / d, which a double divides exactly. */
export function floorOf({ n, d }: Fraction, overflow: Overflow): Int {
  if (isConstant(d) && d.low === 1n) return n
  const range = ends([down(n.low, d.low), down(n.low, d.high), down(n.high, d.low), down(n.high, d.high)])
  if (isConstant(n) && isConstant(d)) return constant(range.low, overflow)
  const truncated: Rule = { '%': [n.rule, d.rule] }
  const rest: Rule = n.low >= 0n ? truncated : { '%': [{ '+': [truncated, d.rule] }, d.rule] }
  checked({ rule: null, low: n.low - d.high, high: d.high * 2n }, overflow)
  return checked({ rule: { '/': [{ '-': [n.rule, rest] }, d.rule] }, ...range }, overflow)
}

export function extremeOf(op: 'min' | 'max', a: Int, b: Int): Int {
  const pick = op === 'min' ? (x: bigint, y: bigint) => (x < y ? x : y) : (x: bigint, y: bigint) => (x > y ? x : y)
  const [low, high] = [pick(a.low, b.low), pick(a.high, b.high)]
  if (isConstant(a) && a.low === low && a.low === high) return a
  if (isConstant(b) && b.low === low && b.low === high) return b
  return { rule: { [op]: [a.rule, b.rule] }, low, high }
}

/** The number of the first case that holds. */
export function chosen(cases: readonly (readonly [Rule, Int])[], otherwise: Int): Int {
  const all = [...cases.map(([, value]) => value), otherwise]
  const { low, high } = ends(all.flatMap((value) => [value.low, value.high]))
  return { rule: firstOf(cases.map(([when, value]) => [when, value.rule] as const), otherwise.rule), low, high }
}

// ---------------------------------------------------------------- fractions

export function integer(n: Int): Fraction {
  return { n, d: { rule: 1, low: 1n, high: 1n } }
}

function divisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

/** The same two fractions over one denominator: the least common one where both are constants. */
export function together(a: Fraction, b: Fraction, overflow: Overflow): { readonly a: Int; readonly b: Int; readonly d: Int } {
  if (isConstant(a.d) && isConstant(b.d)) {
    const common = divisor(a.d.low, b.d.low)
    const [forA, forB] = [constant(b.d.low / common, overflow), constant(a.d.low / common, overflow)]
    return { a: times(a.n, forA, overflow), b: times(b.n, forB, overflow), d: times(a.d, forA, overflow) }
  }
  return { a: times(a.n, b.d, overflow), b: times(b.n, a.d, overflow), d: times(a.d, b.d, overflow) }
}

export function sumOf(a: Fraction, b: Fraction, overflow: Overflow): Fraction {
  const over = together(a, b, overflow)
  return { n: plus(over.a, over.b, overflow), d: over.d }
}

export function differenceOf(a: Fraction, b: Fraction, overflow: Overflow): Fraction {
  const over = together(a, b, overflow)
  return { n: minus(over.a, over.b, overflow), d: over.d }
}

export function productOf(a: Fraction, b: Fraction, overflow: Overflow): Fraction {
  return reduced({ n: times(a.n, b.n, overflow), d: times(a.d, b.d, overflow) })
}

/** In lowest terms where that shows without computing. */
function reduced(a: Fraction): Fraction {
  if (!isConstant(a.n) || !isConstant(a.d)) return a
  const common = divisor(a.n.low < 0n ? -a.n.low : a.n.low, a.d.low)
  const overflow: Overflow = { hit: false }
  return common <= 1n ? a : { n: constant(a.n.low / common, overflow), d: constant(a.d.low / common, overflow) }
}

/** a ÷ b where a guard says that b is above zero. */
export function quotientOf(a: Fraction, b: Fraction, overflow: Overflow): Fraction {
  const above: Int = { ...b.n, low: b.n.low < 1n ? 1n : b.n.low }
  return reduced({ n: times(a.n, b.d, overflow), d: times(a.d, above, overflow) })
}

export function lowerOrHigher(op: 'min' | 'max', a: Fraction, b: Fraction, overflow: Overflow): Fraction {
  const over = together(a, b, overflow)
  return { n: extremeOf(op, over.a, over.b), d: over.d }
}

/** Fen from an exact amount, never below zero. */
export function rounded(amount: Fraction, how: 'half-up' | 'down' | 'up', overflow: Overflow): Int {
  const n = extremeOf('max', amount.n, constant(0n, overflow))
  const { d } = amount
  if (isConstant(d) && d.low === 1n) return n
  const one = constant(1n, overflow)
  const two = constant(2n, overflow)
  switch (how) {
    case 'down':
      return floorOf({ n, d }, overflow)
    case 'up':
      return floorOf({ n: plus(n, minus(d, one, overflow), overflow), d }, overflow)
    case 'half-up':
      return floorOf({ n: plus(times(n, two, overflow), d, overflow), d: times(d, two, overflow) }, overflow)
  }
}
