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
