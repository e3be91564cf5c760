import { expect, test } from 'vitest'
import type { Clause, Expr } from '../../../src/core/core.ts'
import type { Trace } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const amount = b.field(b.MONEY, P, '金额')
const passed = b.field(b.BOOLEAN, P, '通过')
const tables = [b.table('档', b.MONEY, [['金额', b.MONEY]], [{ key: { kind: 'values', values: [b.yuan(9)] }, values: [b.yuan(1)] }, { key: { kind: 'otherwise' }, values: [b.yuan(2)] }])]

/** Each node of a trace as `id low..high`, parents first. */
const nodes = ({ id, value, children }: Trace): readonly string[] => [`${id} ${value?.low}..${value?.high}`, ...children.flatMap(nodes)]
const traceOf = (clauses: readonly Clause[], has: Parameters<typeof b.matterOf>[2], limits: Parameters<typeof b.policy>[0]['limits'] = []): Trace => {
  const matters = [b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('通过', b.BOOLEAN))]
  return b.line(interpret(b.policy({ matters, clauses, tables, limits }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p', has))])), '1', 'p').trace
}
const given = (of: Expr, has: Parameters<typeof b.matterOf>[2] = { 金额: b.rmb(30) }): readonly string[] => nodes(traceOf([b.clause('1', '项目', b.grant(of))], has)).filter((node) => !/^1\/effect\/amount\/[^/]* /.test(node) || node.includes('part') || node.includes('row') || node.includes('when') || node.includes('then'))

test('a line: its conditions, its amount, its deductions and its limits, numbered from one', () => {
  const clause = b.clause('1', '项目', b.grant(amount, b.yuan(1), b.yuan(2)), { conditions: [b.when(passed), b.when(passed)] })
  const caps = [b.limit('X', 'cap', ['1'], b.yuan(20), { key: [P] }), b.limit('Y', 'cap', ['1'], b.yuan(10), { key: [P] })]
  const trace = traceOf([clause], { 金额: b.rmb(30), 通过: true }, caps)
  expect([trace.id, trace.node, trace.value]).toEqual(['1', 'clause:grant', { low: '1000', high: '1000' }])
  expect(trace.children.map(({ id, node, value }) => `${id} ${node} ${value?.low}..${value?.high}`)).toEqual([
    '1/condition1 field true..true', '1/condition2 field true..true', '1/effect/amount field 3000..3000', '1/effect/deduction1 literal 100..100', '1/effect/deduction2 literal 200..200',
    '1/limit/X/1 limit:cap 2000..2000', '1/limit/Y/2 limit:cap 1000..1000',
  ])
  expect(trace.children.at(-1)?.label).toEqual({ zh: '约束 Y', en: 'constraint Y' })
})

test('what is not known has no bound, what has no value has none either', () => {
  const clause = b.clause('1', '项目', b.grant(amount), { conditions: [b.when(passed)] })
  expect(nodes(traceOf([clause], {}))).toEqual(['1 0..null', '1/condition1 false..true', '1/effect/amount 0..null'])
  expect(nodes(traceOf([clause], { 通过: false, 金额: b.NOT_APPLICABLE }))).toEqual(['1 0..0', '1/condition1 false..false', '1/effect/amount null..null'])
})

test('cases, rows and parts are numbered from one', () => {
  expect(given(b.choose([[b.no, b.yuan(1)], [b.yes, b.yuan(2)]]))).toEqual(expect.arrayContaining(['1/effect/amount/when1 false..false', '1/effect/amount/when2 true..true', '1/effect/amount/then2 200..200']))
  expect(given(b.lookup(b.MONEY, '档', '金额', amount))).toEqual(expect.arrayContaining(['1/effect/amount/row2 200..200']))
  expect(given(b.marginal(amount, [b.yuan(10), b.percent(10)], [null, b.percent(20)]))).toEqual(expect.arrayContaining(['1/effect/amount/part1/up-to 1000..1000', '1/effect/amount/part1/rate 1/10..1/10', '1/effect/amount/part2/rate 1/5..1/5']))
})

test('an exception stands in the trace with its own citation and conditions', () => {
  const special = b.clause('2', '项目', b.grant(b.yuan(1)), { conditions: [b.when(passed)], exceptionTo: ['1'] })
  const at = (has: Parameters<typeof b.matterOf>[2]): readonly unknown[] =>
    traceOf([b.clause('1', '项目', b.grant(b.yuan(3))), special], has).children.slice(0, 1).map(({ id, label, cite, value, children }) => [id, label.en, cite?.sentence, value, children.map((one) => one.id)])
  expect(at({ 通过: true })).toEqual([['1/exception/2', 'exception: clause 2', '2', { low: 'true', high: 'true' }, ['2/condition1']]])
  expect(at({ 通过: false })).toEqual([['1/effect/amount', '3元', '1', { low: '300', high: '300' }, []]].map(([id, , ...rest]) => [id, expect.any(String), ...rest]))
  expect(at({})).toEqual([['1/exception/2', 'exception: clause 2', '2', { low: 'false', high: 'true' }, ['2/condition1']]])
})
