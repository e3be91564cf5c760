import type { Clause, Effect, Expr, Guarded, Policy, ReadingRef } from '../core/core.ts'
import { expressionText } from '../core/expression-text.ts'
import type { Line, Trace } from '../engines/engine.ts'
import { rationalFromText } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import { billAmount } from './money.ts'
import { type Text, concat, listed } from './text.ts'
import { showValue } from './value.ts'

/** The first step of a trace, from the top, that computed this expression. */
function stepOf(policy: Policy, trace: Trace, expr: Expr): Trace | null {
  const wanted = expressionText(policy, expr).zh
  const queue: Trace[] = [trace]
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    if (step.label.zh === wanted) return step
    queue.push(...step.children)
  }
  return null
}

function shown(policy: Policy, type: Type, text: string): Text {
  const number = type.kind === 'money' ? rationalFromText(text) : null
  return number === null ? showValue(policy, type, text) : billAmount(number)
}

/** What an expression came to: one value, or a range where facts are missing. */
function amountOf(policy: Policy, trace: Trace, expr: Expr): Text | null {
  if (expr.kind === 'literal') return shown(policy, expr.type, expr.value)
  const step = stepOf(policy, trace, expr)
  if (step === null) return null
  const { low, high } = step.value
  if (low === null && high === null) return null
  if (low !== null && low === high) return shown(policy, expr.type, low)
  const from: Text = low === null ? { zh: '不定', en: 'open' } : shown(policy, expr.type, low)
  const to: Text = high === null ? { zh: '不定', en: 'open' } : shown(policy, expr.type, high)
  return { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }
}

/** An operand of a sum: “实付工薪 1,000,000.00元”, or the figure itself where it stands in the text. */
function operand(policy: Policy, trace: Trace, expr: Expr): Text {
  const amount = amountOf(policy, trace, expr) ?? { zh: '不定', en: 'open' }
  if (expr.kind === 'literal') return amount
  if (isComputed(expr)) return amount
  return concat(expressionText(policy, expr), ' ', amount)
}

const SIGNS = { add: '+', subtract: '−', multiply: '×', divide: '÷' } as const

function isComputed(expr: Expr): boolean {
  return (expr.kind === 'binary' && expr.op in SIGNS) || expr.kind === 'variadic' || expr.kind === 'choose'
}

/** The lines of the sum that an expression is, the inner ones first. A plain figure or fact needs none. */
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
    const taken = expr.cases.find((each) => stepOf(policy, trace, each.when)?.value.low === 'true')
    if (taken === undefined) return []
    return [...linesOf(policy, trace, taken.then), { zh: `${expressionText(policy, taken.when).zh}：${total.zh}`, en: `${expressionText(policy, taken.when).en}: ${total.en}` }]
  }
  if (expr.kind === 'literal' || expr.kind === 'field') return []
  return [concat(expressionText(policy, expr), ' = ', total)]
}

/** What counts under the readings chosen. */
export function counting<T>(all: readonly Guarded<T>[], readings: readonly ReadingRef[]): readonly T[] {
  const chosen = (ref: ReadingRef): boolean => readings.some((each) => each.ambiguity === ref.ambiguity && each.reading === ref.reading)
  return all.filter((each) => each.under.every(chosen)).map((each) => each.value)
}

/** The effect of a clause that counts under the readings chosen. */
export function effectOf(clause: Clause, readings: readonly ReadingRef[]): Effect | null {
  return counting(clause.effects, readings)[0] ?? null
}

/** How the amount of a line was worked out, as the lines of a bill; none where the text states the amount itself. */
export function bill(policy: Policy, clause: Clause, line: Line, readings: readonly ReadingRef[]): readonly Text[] {
  const effect = effectOf(clause, readings)
  if (effect === null || (effect.kind !== 'grant' && effect.kind !== 'ceiling') || effect.amount === null) return []
  const deductions = counting(effect.deductions, readings).flatMap((each) => {
    const amount = amountOf(policy, line.trace, each)
    return amount === null ? [] : [{ zh: `减去${expressionText(policy, each).zh}：${amount.zh}`, en: `less ${expressionText(policy, each).en}: ${amount.en}` }]
  })
  return [...linesOf(policy, line.trace, effect.amount), ...deductions]
}
