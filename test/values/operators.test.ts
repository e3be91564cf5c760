import { describe, expect, it } from 'vitest'
import type { Operator } from '../../src/core/core.ts'
import { fits, OPERATORS, resultOf } from '../../src/values/operators.ts'
import type { OperatorName, OperatorRule } from '../../src/values/operators.ts'
import type { Type } from '../../src/values/types.ts'

const complete: Record<Operator, OperatorRule> = OPERATORS
const type = (name: string): Type => {
  const [kind = '', unit] = name.split(' ')
  return (kind === 'integer' ? { kind, unit: unit ?? null } : unit === undefined ? { kind } : { kind, unit }) as Type
}

describe('the operator table', () => {
  it('has every operator of the core', () => expect(Object.keys(complete).length).toBe(20))
  it.each<[OperatorName, string, string, string | null]>([
    ['multiply', 'money', 'ratio', 'money'], ['multiply', 'integer', 'money', 'money'], ['multiply', 'quantity 吨', 'price 吨', 'money'], ['multiply', 'money', 'money', null],
    ['multiply', 'quantity 吨', 'price 度', null], ['multiply', 'duration', 'ratio', null], ['multiply', 'integer', 'ratio', 'ratio'],
    ['add', 'money', 'money', 'money'], ['add', 'money', 'ratio', null], ['add', 'date', 'duration', 'date'], ['add', 'date', 'days', 'date'], ['add', 'duration', 'days', null],
    ['add', 'integer 项', 'integer', 'integer 项'], ['add', 'integer 项', 'integer 人', null], ['subtract', 'date', 'date', 'days'], ['subtract', 'duration', 'date', null],
    ['divide', 'money', 'money', 'ratio'], ['divide', 'money', 'integer', 'money'], ['divide', 'money', 'quantity 吨', 'price 吨'], ['divide', 'ratio', 'money', null],
    ['whole-steps', 'money', 'money', 'integer'], ['whole-steps', 'money', 'ratio', null], ['le', 'date', 'date', 'boolean'], ['le', 'text', 'text', null], ['eq', 'text', 'identifier', 'boolean'],
    ['and', 'boolean', 'boolean', 'boolean'], ['min', 'money', 'money', 'money'], ['max', 'money', 'duration', null],
  ])('%s of %s and %s', (operator, left, right, wanted) => {
    expect(resultOf(operator, [type(left), type(right)])).toEqual(wanted === null ? null : type(wanted))
  })
  it('takes the year of a day only', () => expect([resultOf('year-of', [type('date')]), resultOf('year-of', [type('days')])]).toEqual([type('integer'), null]))
  it('lets a whole number stand for a plain number, not the other way', () => expect([fits(type('integer'), type('ratio')), fits(type('ratio'), type('integer'))]).toEqual([true, false]))
})
