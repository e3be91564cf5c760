import type { Clause, Effect, Expr, Guarded, Policy, ReadingRef, Rounding } from '../core/core.ts'
import { definitionOf } from '../core/definition-of.ts'
import { expressionText } from '../core/expression-text.ts'
import type { Line, Trace } from '../engines/engine.ts'
import { type Rational, floor, negate, rational, rationalFromText, rationalToText, roundHalfUp } from '../values/rational.ts'
import { billAmount } from './money.ts'
import { partLines } from './part-lines.ts'
import { amountOf, ends, stepOf } from './steps.ts'
import { takenCase } from './taken-case.ts'
import { type Text, concat, listed } from './text.ts'
import { showValue } from './value.ts'

/** An operand of a sum: “投资额 1,000,000.00元”, or the figure itself where it stands in the text. */
function operand(policy: Policy, trace: Trace, expr: Expr): Text {
  const amount = amountOf(policy, trace, expr)
  const name = expressionText(policy, expr)
  if (amount === null) return concat(name, { zh: '（还不清楚）', en: ' (not known yet)' })
  return expr.kind === 'literal' || isComputed(expr) ? amount : concat(name, ' ', amount)
}

const SIGNS = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const

function isComputed(expr: Expr): boolean {
  return (expr.kind === 'binary' && expr.op in SIGNS) || expr.kind === 'variadic' || expr.kind === 'choose'
}

/** The lines of the sum that an expression is, the inner ones first. A plain figure or fact needs none; nor does what is open. */
function linesOf(policy: Policy, trace: Trace, expr: Expr): readonly Text[] {
  const total = amountOf(policy, trace, expr)
  if (total === null) return []
  if (expr.kind === 'binary' && (expr.op === 'add' || expr.op === 'subtract' || expr.op === 'multiply' || expr.op === 'divide')) {
    const rateFirst = expr.op === 'multiply' && expr.left.type.kind === 'ratio'
    const [first, second] = rateFirst ? [expr.right, expr.left] : [expr.left, expr.right]
    const inner = [...linesOf(policy, trace, first), ...linesOf(policy, trace, second)]
    return [...inner, concat(operand(policy, trace, first), ` ${SIGNS[expr.op]} `, operand(policy, trace, second), ' = ', total)]
  }
  if (expr.kind === 'variadic' && (expr.op === 'min' || expr.op === 'max')) {
    const inner = expr.args.flatMap((arg) => linesOf(policy, trace, arg))
    const args = listed(expr.args.map((arg) => operand(policy, trace, arg)))
    const word: Text = expr.op === 'min' ? { zh: '取最低', en: 'the lowest of ' } : { zh: '取最高', en: 'the highest of ' }
    return [...inner, { zh: `${args.zh}，${word.zh}：${total.zh}`, en: `${word.en}${args.en}: ${total.en}` }]
  }
  if (expr.kind === 'choose') {
    const taken = takenCase(policy, trace, expr)
    if (taken === null) return []
    return [...linesOf(policy, trace, taken.amount), { zh: `${taken.label.zh}：${total.zh}`, en: `${taken.label.en}: ${total.en}` }]
  }
  if (expr.kind === 'definition') return defined(policy, trace, expr, total)
  if (expr.kind === 'marginal') return inParts(policy, trace, expr, total)
  if (expr.kind === 'literal' || expr.kind === 'field') return []
  return [concat(expressionText(policy, expr), ' = ', total)]
}

/** A definition as it was computed: the steps under its own, for another subject's could be called alike. */
function defined(policy: Policy, trace: Trace, expr: Expr & { kind: 'definition' }, total: Text): readonly Text[] {
  const [own, found] = [stepOf(policy, trace, expr), definitionOf(policy, expr)]
  const inner = own === null || found === undefined ? [] : own.children.flatMap((step) => linesOf(policy, step, found.value))
  return [...inner, concat(expressionText(policy, expr), ' = ', total)]
}

/** One number that an expression came to; null where it is open. */
function exactly(policy: Policy, trace: Trace, expr: Expr): Rational | null {
  const { low, high } = ends(policy, trace, expr)
  return low === null || low !== high ? null : rationalFromText(low)
}

/** 分段: each part that the amount reaches, at its own rate. */
function inParts(policy: Policy, trace: Trace, expr: Expr & { kind: 'marginal' }, total: Text): readonly Text[] {
  const base = exactly(policy, trace, expr.base)
  const parts = expr.parts.map(({ upTo, rate }) => {
    const share = exactly(policy, trace, rate)
    return { isLast: upTo === null, upTo: upTo === null ? null : exactly(policy, trace, upTo), share, shown: share === null ? null : showValue(policy, rate.type, rationalToText(share)) }
  })
  const sum = concat(operand(policy, trace, expr.base), { zh: ' 分段计算 = ', en: ' in parts = ' }, total)
  return [...linesOf(policy, trace, expr.base), ...(base === null ? [] : partLines(base, parts)), sum]
}

/** What counts under the readings chosen. */
function counting<T>(all: readonly Guarded<T>[], readings: readonly ReadingRef[]): readonly T[] {
  const chosen = (ref: ReadingRef): boolean => readings.some((each) => each.ambiguity === ref.ambiguity && each.reading === ref.reading)
  return all.filter((each) => each.under.every(chosen)).map((each) => each.value)
}

const ROUNDING: Readonly<Record<Rounding, { readonly text: Text; readonly round: (exact: Rational) => bigint }>> = {
  'half-up': { text: { zh: '四舍五入到分', en: 'rounded to the fen, a half upwards' }, round: roundHalfUp },
  down: { text: { zh: '舍去不足一分的部分', en: 'down to the fen' }, round: floor },
  up: { text: { zh: '不足一分的进为一分', en: 'up to the fen' }, round: (exact) => -floor(negate(exact)) },
}

/** The line that rounds, where there is a fraction of a fen to round. */
function rounding(policy: Policy, line: Line, amount: Expr, how: Rounding): readonly Text[] {
  const { low, high } = ends(policy, line.trace, amount)
  const exact = low === high && high !== null ? rationalFromText(high) : null
  if (exact === null || exact.d === 1n) return []
  const rule = ROUNDING[how]
  const result = billAmount(rational(rule.round(exact)))
  return [{ zh: `${rule.text.zh}：${result.zh}`, en: `${rule.text.en}: ${result.en}` }]
}

const isNothing = ({ low, high }: Trace['value']): boolean => low === '0' && high === '0'

function moneyLines(policy: Policy, line: Line, effect: Effect & { kind: 'grant' | 'ceiling' }, readings: readonly ReadingRef[]): readonly Text[] {
  if (effect.amount === null) return []
  const deductions = counting(effect.deductions, readings).flatMap((each) => {
    const amount = amountOf(policy, line.trace, each)
    const name = expressionText(policy, each)
    return amount === null || isNothing(ends(policy, line.trace, each)) ? [] : [{ zh: `减去${name.zh}：${amount.zh}`, en: `less ${name.en}: ${amount.en}` }]
  })
  const round = deductions.length > 0 ? [] : rounding(policy, line, effect.amount, policy.rounding[effect.kind])
  return [...linesOf(policy, line.trace, effect.amount), ...deductions, ...round]
}

/**
 * The sum of a line as short as a table needs it: the case that applies, the first step, or of a definition the last that it was computed by, and what earlier grants take away;
 * null where the text states the amount itself.
 */
export function shortSum(policy: Policy, clause: Clause, line: Line, readings: readonly ReadingRef[]): Text | null {
  const effect = counting(clause.effects, readings)[0]
  const expr = effect?.kind === 'grant' || effect?.kind === 'ceiling' ? effect.amount : effect?.kind === 'status' ? effect.value : effect?.kind === 'in-kind' ? effect.duration : null
  if (effect === undefined || expr === null) return null
  const lines = expr.kind === 'choose' ? [] : linesOf(policy, line.trace, expr)
  const main = (expr.kind === 'choose' ? takenCase(policy, line.trace, expr)?.label : expr.kind === 'definition' ? (lines.at(-2) ?? lines[0]) : lines[0]) ?? null
  const less = effect.kind !== 'grant' && effect.kind !== 'ceiling' ? [] : counting(effect.deductions, readings).flatMap((each) => {
    const { low, high } = ends(policy, line.trace, each)
    return high === null || isNothing({ low, high }) ? [] : [showValue(policy, each.type, high)]
  })
  const [taken] = less
  if (taken === undefined) return main
  const gross = grossText(policy, line, expr)
  // The last line of a bill ends with the amount; a case is only named.
  const isLast = lines.length === 1 || expr.kind === 'definition'
  const sum: Text | null = main === null || gross === null ? (main ?? gross) : expr.kind === 'choose' ? concat(main, ' ', gross) : isLast ? main : concat(main, { zh: '，计', en: '; in all ' }, gross)
  return { zh: `${sum === null ? '' : `${sum.zh}，`}减去已领${taken.zh}`, en: `${sum === null ? '' : `${sum.en}, `}less ${taken.en} granted before` }
}

/** What it came to before anything is taken away. */
function grossText(policy: Policy, line: Line, expr: Expr): Text | null {
  const { high } = ends(policy, line.trace, expr)
  return high === null ? null : showValue(policy, expr.type, high)
}

/**
 * How what a line gives was worked out, as the lines of a bill; none where the text states it itself.
 * @param readings the readings that counted in the run
 */
export function bill(policy: Policy, clause: Clause, line: Line, readings: readonly ReadingRef[]): readonly Text[] {
  const lines = billLines(policy, line, counting(clause.effects, readings)[0], readings)
  // What is used twice is worked out once.
  return lines.filter((each, at) => lines.findIndex(({ zh }) => zh === each.zh) === at)
}

function billLines(policy: Policy, line: Line, effect: Effect | undefined, readings: readonly ReadingRef[]): readonly Text[] {
  switch (effect?.kind) {
    case 'grant':
    case 'ceiling':
      return moneyLines(policy, line, effect, readings)
    case 'repayment':
      return [...linesOf(policy, line.trace, effect.amount), ...rounding(policy, line, effect.amount, policy.rounding.grant)]
    case 'status':
      return linesOf(policy, line.trace, effect.value)
    case 'in-kind':
      return effect.duration === null ? [] : linesOf(policy, line.trace, effect.duration)
    default:
      return []
  }
}
