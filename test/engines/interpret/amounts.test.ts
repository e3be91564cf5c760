import { expect, test } from 'vitest'
import { rational } from '../../../src/values/rational.ts'
import { round } from '../../../src/engines/interpret/amounts.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

test('half up, down, up', () => {
  const at = (n: bigint, d: bigint): readonly bigint[] => [round(rational(n, d), 'half-up'), round(rational(n, d), 'down'), round(rational(n, d), 'up')]
  expect(at(5n, 2n)).toEqual([3n, 2n, 3n])
  expect(at(49n, 20n)).toEqual([2n, 2n, 3n])
  expect(at(2n, 1n)).toEqual([2n, 2n, 2n])
  expect(at(-5n, 2n)).toEqual([-2n, -3n, -2n])
})

test('the header may say otherwise, for grants and for ceilings', () => {
  const third = b.share(b.percent(33), b.yuan('0.05'))
  const clauses = [b.clause('1', '企业', b.grant(third)), b.clause('2', '企业', b.ceiling(third))]
  const at = (rounding?: { readonly grant: 'half-up' | 'down' | 'up'; readonly ceiling: 'half-up' | 'down' | 'up' }): readonly string[] =>
    interpret(b.policy({ clauses, ...(rounding === undefined ? {} : { rounding }) }), b.input([b.dossier('A')])).applicants[0]!.lines.map(b.brief)
  expect(at()).toEqual(['holds 0.02', 'awaits-decision 0.00..0.01'])
  expect(at({ grant: 'down', ceiling: 'up' })).toEqual(['holds 0.01', 'awaits-decision 0.00..0.02'])
})

test('rounding once, at the end: three thirds of a fen are a fen', () => {
  const third = b.binary('divide', b.yuan('0.01'), b.count(3), b.MONEY)
  const policy = b.policy({ clauses: [b.clause('1', '企业', b.grant(b.binary('add', b.binary('add', third, third), third)))] })
  expect(interpret(policy, b.input([b.dossier('A')])).applicants[0]!.lines.map(b.brief)).toEqual(['holds 0.01'])
})

test('a deduction that does not apply leaves no amount, and the reason says so', () => {
  const less = b.field(b.MONEY, b.applicant(), '已享受')
  const policy = b.policy({ applicant: b.entity('企业', b.fieldOf('已享受', b.MONEY)), clauses: [b.clause('1', '企业', b.grant(b.yuan(300), less))] })
  const line = (fact: Parameters<typeof b.dossier>[1]): readonly string[] =>
    interpret(policy, b.input([b.dossier('A', fact)])).applicants[0]!.lines.map((one) => `${b.brief(one)} ${one.reasons.map(({ code }) => code).join()}`)
  expect(line({ 已享受: b.NOT_APPLICABLE })).toEqual(['fails 0.00 not-applicable'])
  expect(line({ 已享受: b.rmb(100) })).toEqual(['holds 200.00 '])
})

test('help in kind for a length that does not apply is given all the same, for no stated length', () => {
  const policy = b.policy({ applicant: b.entity('企业', b.fieldOf('期限', b.DURATION)), clauses: [b.clause('1', '企业', b.inKind(b.field(b.DURATION, b.applicant(), '期限')))] })
  const line = (fact: Parameters<typeof b.dossier>[1]): string => interpret(policy, b.input([b.dossier('A', fact)])).applicants[0]!.lines.map((one) => `${one.standing} ${one.duration}`).join()
  expect(line({ 期限: b.NOT_APPLICABLE })).toBe('holds null')
  expect(line({ 期限: 0 })).toBe('holds 0')
  expect(line({})).toBe('undetermined null')
})
