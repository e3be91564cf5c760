import type { Expr, Policy } from '../core/core.ts'
import { expressionText } from '../core/expression-text.ts'
import type { Trace } from '../engines/engine.ts'
import { rationalFromText } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import { billAmount } from './money.ts'
import type { Text } from './text.ts'
import { showValue } from './value.ts'

/** The first step of a trace, from the top, that computed this expression. */
export function stepOf(policy: Policy, trace: Trace, expr: Expr): Trace | null {
  const wanted = expressionText(policy, expr).zh
  const queue: Trace[] = [trace]
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    if (step.label.zh === wanted) return step
    queue.push(...step.children)
  }
  return null
}

export function shown(policy: Policy, type: Type, text: string): Text {
  const number = type.kind === 'money' ? rationalFromText(text) : null
  return number === null ? showValue(policy, type, text) : billAmount(number)
}

/** Both ends of what an expression came to; null where it is open. */
export function ends(policy: Policy, trace: Trace, expr: Expr): Trace['value'] {
  if (expr.kind === 'literal') return { low: expr.value, high: expr.value }
  return stepOf(policy, trace, expr)?.value ?? { low: null, high: null }
}

/** What an expression came to: one value, a range where facts are missing, null where there is no upper end. */
export function amountOf(policy: Policy, trace: Trace, expr: Expr): Text | null {
  const { low, high } = ends(policy, trace, expr)
  if (high === null) return null
  if (low === high) return shown(policy, expr.type, high)
  const most = shown(policy, expr.type, high)
  return { zh: `至多${most.zh}`, en: `at most ${most.en}` }
}
