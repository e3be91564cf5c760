import { rationalToText } from '../../values/rational.ts'
import type { Citation, Expr, Name } from '../../core/core.ts'
import type { Trace } from '../engine.ts'
import type { Scope } from './scope.ts'
import { shown, type Value } from './values.ts'

/** A value and how it came about. */
export interface Step {
  readonly value: Value
  readonly trace: Trace
}

/** "Every node of the explanation carries the id and the character span of the sentence that it rests on." */
export function stepOf(expr: Expr, scope: Scope, path: string, result: Value, children: readonly Trace[]): Step {
  return { value: result, trace: { id: path, node: nodeName(expr), label: scope.run.label(expr), value: shownValue(result), cite: scope.cite, children } }
}

export function nodeName(expr: Expr): string {
  return 'op' in expr ? `${expr.kind}:${expr.op}` : expr.kind
}

export function traceNode(id: string, node: string, label: Name, value: Trace['value'], cite: Citation | null, children: readonly Trace[]): Trace {
  return { id, node, label, value, cite, children }
}

/** Canonical texts of the two ends; null: no bound, or nothing that is known. */
export function shownValue({ possible, lacks }: Value): Trace['value'] {
  if (possible === null) return { low: null, high: null }
  switch (possible.kind) {
    case 'truth':
      return { low: String(!(possible.canBeFalse || lacks.length > 0)), high: String(possible.canBeTrue) }
    case 'range':
      return { low: possible.low === null ? null : rationalToText(possible.low), high: possible.high === null ? null : rationalToText(possible.high) }
    case 'points': {
      const only = possible.values?.length === 1 ? shown(possible.values[0] ?? '') : null
      return { low: only, high: only }
    }
  }
}

export function fenRange(committed: bigint, possible: bigint | null): Trace['value'] {
  return { low: committed.toString(), high: possible === null ? null : possible.toString() }
}
