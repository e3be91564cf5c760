import type { Expr, Policy } from '../core/core.ts'
import { expressionText } from '../core/expression-text.ts'
import type { Trace } from '../engines/engine.ts'
import { shown, stepOf } from './steps.ts'
import { type Text, concat } from './text.ts'

/** The case of 分别 that applies, 其他 among them, and what it is called: the value found where it goes by one fact, the condition otherwise. */
export function takenCase(policy: Policy, trace: Trace, expr: Expr & { kind: 'choose' }): { readonly label: Text; readonly amount: Expr } | null {
  const taken = expr.cases.find((each) => stepOf(policy, trace, each.when)?.value.low === 'true')
  if (taken !== undefined) return { label: valueFound(policy, trace, taken.when) ?? expressionText(policy, taken.when), amount: taken.then }
  if (expr.otherwise === null || !expr.cases.every((each) => stepOf(policy, trace, each.when)?.value.high === 'false')) return null
  const [first, ...rest] = expr.cases.map((each) => valueFound(policy, trace, each.when))
  const isOne = first !== undefined && first !== null && rest.every((each) => each?.zh === first.zh)
  return { label: isOne ? first : OTHERWISE, amount: expr.otherwise }
}

const OTHERWISE: Text = { zh: '其他情形', en: 'otherwise' }

/** What was found of the fact by which a case goes: “重大”; what is no name of its own, with the fact's: “扩建 否”. */
function valueFound(policy: Policy, trace: Trace, when: Expr): Text | null {
  const by = when.kind === 'in' ? when.value : when.kind === 'binary' && when.op === 'eq' ? when.left : null
  const found = by?.kind === 'field' || by?.kind === 'definition' ? stepOf(policy, trace, by)?.value : undefined
  if (by === null || found === undefined || found.low === null || found.low !== found.high) return null
  const value = shown(policy, by.type, found.low)
  return by.type.kind === 'enumeration' ? value : concat(expressionText(policy, by), ' ', value)
}
