import { expect, test } from 'vitest'
import { expressionText, literalText } from '../../src/core/expression-text.ts'
import * as b from '../build-core.ts'

const P = b.subject('项目')
const policy = b.policy({
  applicant: b.entity('企业', { name: b.name('规模', 'size'), type: b.MONEY, question: null, judgedBy: null }),
  matters: [{ name: b.name('项目', 'project'), fields: [
    { name: b.name('年薪', 'salary'), type: b.MONEY, question: null, judgedBy: null },
    { name: b.name('年限', 'years'), type: b.DURATION, question: null, judgedBy: null },
    { name: b.name('级别', 'level'), type: b.enumeration('级别类'), question: null, judgedBy: null },
    { name: b.name('认定日期', 'day_recognised'), type: b.DATE, question: null, judgedBy: null },
    { name: b.name('通过', 'passed'), type: b.BOOLEAN, question: null, judgedBy: null },
  ] }],
  enumerations: [{ name: b.name('级别类', 'level'), values: [b.name('国家级', 'national'), b.name('省级', 'provincial')] }],
})
const salary = b.field(b.MONEY, P, '年薪')
const passed = b.field(b.BOOLEAN, P, '通过')
const text = (...args: Parameters<typeof expressionText>): string => Object.values(expressionText(...args)).join(' | ')

test('conditions as a drafter would write them', () => {
  expect(text(policy, b.binary('ge', salary, b.yuan(500000)))).toBe('年薪 50万元以上 | salary at least 500,000 yuan')
  expect(text(policy, b.binary('lt', salary, b.yuan('499999.99')))).toBe('年薪 不满 499,999.99元 | salary less than 499,999.99 yuan')
  expect(text(policy, b.and(b.binary('ge', b.field(b.DURATION, P, '年限'), b.months(36)), b.or(passed, b.not(passed))))).toBe('年限 3年以上 且 （通过 或 非 通过） | years at least 3 years and (passed or not passed)')
  expect(text(policy, b.binary('ge', b.field(b.DATE, P, '认定日期'), b.inForceDay))).toBe('认定日期 不早于 施行日 | day_recognised not before the day in force')
  expect(text(policy, b.oneOf(b.field(b.enumeration('级别类'), P, '级别'), b.member('级别类', '国家级'), b.member('级别类', '省级')))).toBe('级别 属于（国家级，省级） | level in (national, provincial)')
})
test('amounts', () => {
  expect(text(policy, b.min(b.share(b.percent(30), salary), b.yuan(500000)))).toBe('孰低（30% 的 年薪，50万元） | lower of (30% of salary, 500,000 yuan)')
  expect(text(policy, b.binary('multiply', b.binary('add', salary, b.yuan(1)), b.count(2)))).toBe('（年薪 + 1元） × 2 | (salary + 1 yuan) × 2')
  expect(text(policy, b.binary('subtract', salary, b.binary('subtract', salary, b.yuan(1))))).toBe('年薪 - （年薪 - 1元） | salary - (salary - 1 yuan)')
  expect(text(policy, b.aggregate('count', '项目', null, b.field(b.BOOLEAN, b.item('项目'), '通过')))).toBe('个数 项目 其中（通过） | count of project where (passed)')
  const [theirs, ours] = [b.field(b.MONEY, b.item('项目'), '年薪'), salary]
  expect(text(policy, b.aggregate('exists', '项目', null, b.and(b.binary('gt', theirs, ours), b.field(b.BOOLEAN, b.item('项目'), '通过'))))).toBe('有 项目 其中（年薪 超过 项目 的 年薪 且 通过） | has project where (salary more than project of salary and passed)')
  const since = { from: b.binary('subtract', b.today, b.months(60), b.DATE), until: b.today }
  expect(text(policy, b.granted(['1.2'], [], 'ever', 'count', since))).toBe('已领次数 条款 1.2 自 申请日 - 5年 至 申请日 | times granted clause 1.2 from the day asked - 5 years to the day asked')
  expect(text(policy, b.granted(['1.2'], [salary], 'year'))).toBe('已领 条款 1.2 按 年薪 当年内 | granted clause 1.2 per salary this year')
})
test('literals with their units', () => {
  const zh = (type: Parameters<typeof literalText>[1], value: string): string => literalText(policy, type, value).zh
  expect(zh(b.MONEY, '0')).toBe('0元')
  expect(zh(b.MONEY, '1')).toBe('0.01元')
  expect(zh(b.MONEY, '-123456789')).toBe('-1,234,567.89元')
  expect(zh(b.MONEY, '1000000000000000000000000')).toBe('100,000,000,000,000亿元')
  expect(zh(b.MONEY, '100000000000')).toBe('10亿元')
  expect(zh(b.MONEY, '10000000000')).toBe('1亿元')
  expect(zh(b.MONEY, '-15000000000')).toBe('-1.5亿元')
  expect(zh(b.MONEY, '10050000000')).toBe('10,050万元')
  expect(zh(b.MONEY, '9999000000')).toBe('9,999万元')
  expect(literalText(policy, b.MONEY, '100000000000').en).toBe('1,000,000,000 yuan')
  expect(zh(b.RATIO, '3/500')).toBe('0.6%')
  expect(zh(b.RATIO, '1/3')).toBe('100/3%')
  expect(zh(b.DURATION, '30')).toBe('30个月')
  expect(zh({ kind: 'quantity', unit: '吨' }, '25/2')).toBe('12.5吨')
  expect(zh({ kind: 'price', unit: '吨' }, '80')).toBe('0.8元/吨')
  const units = { ...policy, units: [{ zh: '吨', en: 'tonne' }] }
  expect(literalText(units, { kind: 'quantity', unit: '吨' }, '25/2').en).toBe('12.5 tonne')
  expect(literalText(units, { kind: 'price', unit: '吨' }, '80').en).toBe('0.8 yuan/tonne')
  expect(zh({ kind: 'integer', unit: null }, '2026')).toBe('2026')
  expect(zh({ kind: 'integer', unit: null }, '12026')).toBe('12,026')
  expect(zh({ kind: 'integer', unit: '项' }, '2026')).toBe('2,026项')
  expect(zh(b.BOOLEAN, 'true')).toBe('是')
  expect(literalText(policy, b.enumeration('级别类'), '国家级').en).toBe('national')
})
