import { describe, expect, test } from 'vitest'
import type { Expr } from '../../src/core/core.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { bill } from '../../src/explain/bill.ts'
import * as b from '../build-core.ts'

const P = b.subject('项目')
const output = (called: string): Expr => b.field(b.MONEY, P, called)
const increment = b.definition(b.MONEY, '增量', P)
const inParts = b.marginal(increment, [output('一段'), b.percent(1)], [output('二段'), b.percent(2)], [null, b.percent(3)])
const policy = b.policy({
  matters: [b.entity('项目', ...['今年', '去年', '一段', '二段'].map((called) => b.fieldOf(called, b.MONEY)))],
  definitions: [
    { name: b.name('增量', 'increment'), entity: '项目', type: b.MONEY, value: b.binary('subtract', output('今年'), output('去年')), cites: [] },
    { name: b.name('奖励', 'award'), entity: '项目', type: b.MONEY, value: inParts, cites: [] },
  ],
  clauses: [b.clause('1', '项目', b.grant(b.definition(b.MONEY, '奖励', P)))],
})

function sum(facts: Parameters<typeof b.matterOf>[2], lang: 'zh' | 'en' = 'zh'): readonly string[] {
  const line = b.line(interpret(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', facts))])), '1', 'p')
  return bill(policy, policy.clauses[0]!, line, []).map((text) => text[lang])
}

describe('a definition shows how it was computed, and an amount in parts each part that it reaches', () => {
  test('all three parts: 100 × 1% + 50 × 2% + 30 × 3% = 1 + 1 + 0.9', () => {
    expect(sum({ 今年: b.rmb(280), 去年: b.rmb(100), 一段: b.rmb(100), 二段: b.rmb(150) })).toEqual([
      '今年 280.00元 − 去年 100.00元 = 180.00元',
      '增量 = 180.00元',
      '不超过100.00元的部分：100.00元 × 1% = 1.00元',
      '超过100.00元、不超过150.00元的部分：50.00元 × 2% = 1.00元',
      '超过150.00元的部分：30.00元 × 3% = 0.90元',
      '增量 180.00元 分段计算 = 2.90元',
      '奖励 = 2.90元',
    ])
  })
  test('only the part that is reached', () => {
    expect(sum({ 今年: b.rmb(200), 去年: b.rmb(100), 一段: b.rmb(100), 二段: b.rmb(150) }, 'en').slice(2)).toEqual([
      'the part up to 100.00 yuan: 100.00 yuan × 1% = 1.00 yuan',
      'increment 100.00 yuan in parts = 1.00 yuan',
      'award = 1.00 yuan',
    ])
  })
  test('no part while a limit is not known', () => {
    const lines = sum({ 今年: b.rmb(280), 去年: b.rmb(100), 一段: b.rmb(100), 二段: null })
    expect(lines.slice(0, 2)).toEqual(['今年 280.00元 − 去年 100.00元 = 180.00元', '增量 = 180.00元'])
    expect(lines.filter((line) => line.includes('的部分'))).toEqual([])
  })
})

test('what is used twice is worked out once: (180 + 180) = 360', () => {
  const twice = b.policy({ ...policy, clauses: [b.clause('1', '项目', b.grant(b.binary('add', b.definition(b.MONEY, '增量', P), b.definition(b.MONEY, '增量', P))))] })
  const line = b.line(interpret(twice, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', { 今年: b.rmb(280), 去年: b.rmb(100) }))])), '1', 'p')
  expect(bill(twice, twice.clauses[0]!, line, []).map(({ zh }) => zh)).toEqual(['今年 280.00元 − 去年 100.00元 = 180.00元', '增量 = 180.00元', '增量 180.00元 + 增量 180.00元 = 360.00元'])
})
