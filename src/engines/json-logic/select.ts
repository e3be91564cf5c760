import { isNumeric, type Type } from '../../values/types.ts'
import type { Context } from './context.ts'
import { atom, guardsOf, merged, NONE, onlyWhen, type Guard, type NumberValue, type TruthValue, type Value } from './guards.ts'
import { chosen, constant, integer, isConstant, times, type Int } from './numbers.ts'
import { and, firstOf, not, or } from './rule.ts'

export interface SelectCase {
  readonly when: TruthValue
  readonly value: Value
}

/** The value of the first case that holds. All conditions must be decided; only the chosen value's facts are needed. */
export function select(cases: readonly SelectCase[], otherwise: Value | null, type: Type, context: Context): Value {
  const before: Guard[] = cases.flatMap(({ when }) => guardsOf(when))
  const thens: Guard[] = []
  let noneYet: readonly TruthValue[] = []
  for (const { when, value } of cases) {
    thens.push(...onlyWhen(and([...noneYet.map(({ raw }) => not(raw)), when.raw]), guardsOf(value)))
    noneYet = [...noneYet, when]
  }
  if (otherwise === null) thens.push({ ok: or(cases.map(({ when }) => when.raw)), marker: NONE })
  else thens.push(...onlyWhen(and(noneYet.map(({ raw }) => not(raw))), guardsOf(otherwise)))
  const guards = merged(before, thens)
  const values = [...cases.map(({ value }) => value), ...(otherwise === null ? [] : [otherwise])]
  if (isNumeric(type) || type.kind === 'date') return numbers(cases, otherwise, values, guards, context)
  if (type.kind === 'boolean') return atom(guards, firstOf(cases.map(({ when, value }) => [when.raw, value.kind === 'truth' ? value.raw : false] as const), otherwise?.kind === 'truth' ? otherwise.raw : false))
  return { kind: 'text', rule: firstOf(cases.map(({ when, value }) => [when.raw, value.kind === 'text' ? value.rule : ''] as const), otherwise?.kind === 'text' ? otherwise.rule : ''), guards }
}

function numbers(cases: readonly SelectCase[], otherwise: Value | null, values: readonly Value[], guards: readonly Guard[], context: Context): NumberValue {
  const { overflow } = context
  const zero: NumberValue = { kind: 'number', ...integer(constant(0n, overflow)), guards: [] }
  const numeric = (value: Value | null): NumberValue => (value?.kind === 'number' ? value : zero)
  const all = values.map(numeric)
  const pick = (part: (value: NumberValue) => Int): Int => chosen(cases.map(({ when, value }) => [when.raw, part(numeric(value))] as const), part(numeric(otherwise)))
  if (!all.every(({ d }) => isConstant(d))) return { kind: 'number', n: pick(({ n }) => n), d: pick(({ d }) => d), guards }
  const common = all.reduce((before, { d }) => leastCommon(before, d.low), 1n)
  const n = pick((value) => times(value.n, constant(common / value.d.low, overflow), overflow))
  return { kind: 'number', n, d: constant(common, overflow), guards }
}

function leastCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
