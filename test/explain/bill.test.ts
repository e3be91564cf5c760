import { describe, expect, test } from 'vitest'
import type { Expr } from '../../src/core/core.ts'
import type { LedgerEntry } from '../../src/engines/engine.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { bill, shortSum } from '../../src/explain/bill.ts'
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
  test('a table is told the last of it', () => {
    const told = b.line(interpret(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', { 今年: b.rmb(280), 去年: b.rmb(100), 一段: b.rmb(100), 二段: b.rmb(150) }))])), '1', 'p')
    expect(shortSum(policy, policy.clauses[0]!, told, [])).toEqual({ zh: '增量 180.00元 分段计算 = 2.90元', en: 'increment 180.00 yuan in parts = 2.90 yuan' })
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

describe('the case of 分别 that applies', () => {
  const Q = b.subject('项目')
  const [smart, level] = [b.field(b.BOOLEAN, Q, '智能化'), b.field(b.enumeration('级别类'), Q, '级别')]
  const cost = b.share(b.percent(10), b.field(b.MONEY, Q, '投入'))
  const told = (amount: Expr, facts: Parameters<typeof b.matterOf>[2], ledger: readonly LedgerEntry[] = []): readonly unknown[] => {
    const clause = b.clause('1', '项目', { kind: 'grant', amount, deductions: ledger.length === 0 ? [] : [{ under: [], value: b.granted(['1'], []) }] })
    const one = b.policy({
      applicant: b.entity('企业'), enumerations: [b.values('级别类', '国家级', '省级', '市级')], clauses: [clause],
      matters: [b.entity('项目', b.fieldOf('智能化', b.BOOLEAN), b.fieldOf('级别', b.enumeration('级别类')), b.fieldOf('投入', b.MONEY))],
    })
    const line = b.line(interpret(one, b.input([b.dossier('A', {}, b.matterOf('项目', 'p', { 投入: b.rmb(1000), ...facts }))], { ledger })), '1', 'p')
    return [bill(one, clause, line, []).map(({ zh }) => zh), shortSum(one, clause, line, [])?.zh]
  }
  const is = (of: Expr, value: Expr): Expr => b.binary('eq', of, value)
  const byFact = b.choose([[is(smart, b.yes), cost], [is(smart, b.no), b.yuan(8)]])
  const byLevel = b.choose([[is(level, b.member('级别类', '国家级')), b.yuan(20)], [is(level, b.member('级别类', '省级')), b.yuan(10)]], cost)
  test('a yes or no is called with the fact, a name is not', () => {
    expect(told(byFact, { 智能化: true })).toEqual([['投入 1,000.00元 × 10% = 100.00元', '智能化 是：100.00元'], '智能化 是'])
    expect(told(byFact, { 智能化: false })).toEqual([['智能化 否：8.00元'], '智能化 否'])
    expect(told(byLevel, { 级别: '省级' })).toEqual([['省级：10.00元'], '省级'])
  })
  test('其他 is called by the value found, and worked out too; where the cases go by several facts it has no name', () => {
    expect(told(byLevel, { 级别: '市级' })).toEqual([['投入 1,000.00元 × 10% = 100.00元', '市级：100.00元'], '市级'])
    expect(told(b.choose([[is(smart, b.yes), b.yuan(20)], [is(level, b.member('级别类', '省级')), b.yuan(10)]], cost), { 智能化: false, 级别: '市级' })).toEqual([['投入 1,000.00元 × 10% = 100.00元', '其他情形：100.00元'], '其他情形'])
    expect(told(byLevel, {})).toEqual([[], undefined])
  })
  test('what was granted before is taken from the amount, which is said once', () => {
    const ledger = [b.paid('1', 'A', 'p', 30, '2026-01-02')]
    expect(told(byLevel, { 级别: '市级' }, ledger)).toEqual([['投入 1,000.00元 × 10% = 100.00元', '市级：100.00元', '减去已领 条款 1：30.00元'], '市级 100元，减去已领30元'])
    expect(told(cost, {}, ledger)).toEqual([['投入 1,000.00元 × 10% = 100.00元', '减去已领 条款 1：30.00元'], '投入 1,000.00元 × 10% = 100.00元，减去已领30元'])
    expect(told(b.binary('add', cost, b.yuan(1)), {}, ledger)).toEqual([['投入 1,000.00元 × 10% = 100.00元', '100.00元 + 1.00元 = 101.00元', '减去已领 条款 1：30.00元'], '投入 1,000.00元 × 10% = 100.00元，计101元，减去已领30元'])
  })
})
