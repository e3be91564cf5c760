import { describe, expect, it } from 'vitest'
import type { Clause, Expr, Policy } from '../../../src/core/core.ts'
import { exportRules } from '../../../src/engines/json-logic/export-rules.ts'
import type { Rule } from '../../../src/engines/json-logic/rule.ts'
import { run } from '../../../src/engines/json-logic/run.ts'
import {
  aggregate, applicant, binary, BOOLEAN, ceiling, choose, clause, count, COUNT, DATE, DAYS, days, entity, field, fieldOf, grant, granted, IDENTIFIER, item, limit, marginal, MONEY, months, percent, policy, share, subject, today, when, yuan,
} from '../../build-core.ts'

const SALARY = field(MONEY, subject('项目'), '工薪')
const DAY = field(DATE, subject('项目'), '日期')
const WON = field(BOOLEAN, subject('项目'), '得奖')

function withClause(one: Clause, more: Partial<Policy> = {}): Policy {
  return policy({
    applicant: entity('企业', fieldOf('规模', MONEY)),
    matters: [entity('项目', fieldOf('工薪', MONEY), fieldOf('投入', MONEY), fieldOf('得奖', BOOLEAN), fieldOf('日期', DATE), fieldOf('人数', COUNT), fieldOf('编号', IDENTIFIER))],
    clauses: [one], ...more,
  })
}

function rulesOf(amount: Expr, more: Partial<Clause> = {}) {
  const rules = exportRules(withClause(clause('6.1', '项目', grant(amount), more)))
  const found = rules.clauses['6.1']
  if (found === undefined) throw new Error(`refused: ${rules.refused.map(({ construct }) => construct).join()}`)
  return found
}

/** Plain data, as anyone would write it. */
function data(facts: { readonly [field: string]: Rule }): Rule {
  return { on: 20260630, inForceDay: 20260101, ledger: [], subject: { id: 'P1', facts }, applicant: { id: 'A', facts: {}, matters: { 项目: [] } } }
}

function amountOf(amount: Expr, facts: { readonly [field: string]: Rule }): Rule {
  return run(rulesOf(amount).amount, data(facts))
}

describe('amounts are exact', () => {
  it.each([
    [100000001, 30000000], // 1,000,000.01 yuan: 300,000.003
    [166666667, 50000000], // 500,000.001
    [5, 2], // 1.5 fen: half up
    [15, 5], // 4.5 fen: half up
    [1, 0],
    [1501199875790163, 450359962737049],
  ])('30%% of %s fen is %s', (salary, amount) => {
    expect(amountOf(share(percent(30), SALARY), { 工薪: salary })).toBe(amount)
  })

  it('sums what 0.1 + 0.2 stands for', () => {
    expect(amountOf(binary('add', SALARY, field(MONEY, subject('项目'), '投入')), { 工薪: 10, 投入: 20 })).toBe(30)
  })

  it('rounds a ceiling down', () => {
    const rules = exportRules(withClause(clause('2.1', '项目', ceiling(share(percent(40), field(MONEY, subject('项目'), '投入'))))))
    expect(run(rules.clauses['2.1']?.amount ?? null, data({ 投入: 99999999 }))).toBe(39999999)
  })

  it('takes parts at their own rates', () => {
    const amount = marginal(SALARY, [yuan(100), percent(1)], [null, percent(2)])
    expect(amountOf(amount, { 工薪: 10000 })).toBe(100)
    expect(amountOf(amount, { 工薪: 20050 })).toBe(301)
  })
})

describe('what JSON Logic would get wrong is guarded', () => {
  it('null >= 0', () => {
    const { condition } = rulesOf(yuan(1), { conditions: [when(binary('ge', SALARY, yuan(0)))] })
    expect(run({ '>=': [{ var: 'subject.facts.工薪' }, 0] }, data({}))).toBe(true)
    expect(run(condition, data({}))).toBe('refused:missing-fact')
    expect(run(condition, data({ 工薪: 0 }))).toBe(true)
  })

  it('2^53 + 1, and every input from which a step would pass 2^53', () => {
    const { amount } = rulesOf(share(percent(30), SALARY))
    const largest = Number(/"<=":\[0,\{"var":"subject\.facts\.工薪"\},(\d+)\]/.exec(JSON.stringify(amount))?.[1])
    expect(largest).toBeGreaterThan(10 ** 14)
    expect(run(amount, data({ 工薪: largest }))).toBe(Number((BigInt(largest) * 6n + 10n) / 20n))
    expect(run(amount, data({ 工薪: largest + 1 }))).toBe('refused:out-of-range')
    expect(run(amount, data({ 工薪: 9007199254740992 }))).toBe('refused:out-of-range')
    expect(run(amount, data({ 工薪: -1 }))).toBe('refused:out-of-range')
    expect(run(amount, data({ 工薪: 'much' }))).toBe('refused:out-of-range')
  })

  it('is as wide as it can be: one more would overflow', () => {
    const { amount } = rulesOf(share(percent(30), SALARY))
    const largest = BigInt(/"<=":\[0,\{"var":"subject\.facts\.工薪"\},(\d+)\]/.exec(JSON.stringify(amount))?.[1] ?? '0')
    expect(largest * 6n + 10n <= 2n ** 53n - 1n).toBe(true)
    expect((largest + 1n) * 6n + 10n > 2n ** 53n - 1n).toBe(true)
  })

  it('earlier grants', () => {
    const { amount } = rulesOf(binary('subtract', yuan(10), granted(['6.1'])))
    expect(run(amount, data({}))).toBe(1000)
    expect(run(amount, { ...(data({}) as object), ledger: ['6.1'] })).toBe('refused:ledger')
    expect(run(amount, { subject: { facts: {} } })).toBe('refused:ledger')
  })

  it('division by zero', () => {
    const { condition } = rulesOf(yuan(1), { conditions: [when(binary('ge', binary('divide', SALARY, field(MONEY, subject('项目'), '投入')), percent(40)))] })
    expect(run(condition, data({ 工薪: 4, 投入: 10 }))).toBe(true)
    expect(run(condition, data({ 工薪: 3, 投入: 10 }))).toBe(false)
    expect(run(condition, data({ 工薪: 4, 投入: 0 }))).toBe('refused:division')
  })
})

describe('conditions', () => {
  it('fail where one part surely fails, whatever is missing', () => {
    const { condition } = rulesOf(yuan(1), { conditions: [when(binary('ge', SALARY, yuan(1))), when(WON)] })
    expect(run(condition, data({ 得奖: false }))).toBe(false)
    expect(run(condition, data({ 得奖: true }))).toBe('refused:missing-fact')
    expect(run(condition, data({ 得奖: true, 工薪: 100 }))).toBe(true)
  })

  it('compare days as whole numbers', () => {
    const { condition } = rulesOf(yuan(1), { conditions: [when(binary('lt', DAY, today))] })
    expect(run(condition, data({ 日期: 20260629 }))).toBe(true)
    expect(run(condition, data({ 日期: 20260630 }))).toBe(false)
  })

  it('move a day by months', () => {
    const rule = (op: 'add' | 'subtract', left: Expr, right: Expr): Rule => rulesOf(yuan(1), { conditions: [when(binary('le', binary(op, left, right), today))] }).condition
    expect(run(rule('add', DAY, months(1)), data({ 日期: 20260530 }))).toBe(true)
    expect(run(rule('add', months(1), DAY), data({ 日期: 20260531 }))).toBe(true)
    expect(run(rule('add', DAY, months(1)), data({ 日期: 20260601 }))).toBe(false)
    expect(run(rule('subtract', DAY, months(1)), data({ 日期: 20260731 }))).toBe(true)
    expect(run(rule('subtract', DAY, months(1)), data({ 日期: 20260801 }))).toBe(false)
    expect(run(rule('add', DAY, months(1)), data({ 日期: 99991201 }))).toBe('refused:out-of-range')
  })

  it('have no amount where no case fits', () => {
    const amount = choose([[WON, yuan(5)]])
    expect(amountOf(amount, { 得奖: true })).toBe(500)
    expect(amountOf(amount, { 得奖: false })).toBe('none:no-case-fits')
    expect(amountOf(amount, {})).toBe('refused:undetermined')
  })
})

describe('matters are counted', () => {
  const projects = (...facts: readonly { readonly [field: string]: Rule }[]): Rule => ({
    on: 20260630, inForceDay: 20260101, ledger: [], subject: { id: 'P1', facts: {} },
    applicant: { id: 'A', facts: { 规模: 100 }, matters: { 项目: facts.map((own, at) => ({ id: `P${at}`, facts: own, applicant: { id: 'A', facts: { 规模: 100 } } })) } },
  })

  it('by filter, map and reduce', () => {
    const { amount } = rulesOf(aggregate('sum', '项目', field(MONEY, item('项目'), '工薪'), binary('ge', field(MONEY, item('项目'), '工薪'), field(MONEY, applicant(), '规模'))))
    expect(run(amount, projects({ 工薪: 99 }, { 工薪: 100 }, { 工薪: 101 }))).toBe(201)
    expect(run(amount, projects())).toBe(0)
    expect(run(amount, projects({ 工薪: 99 }, {}))).toBe('refused:undetermined')
  })

  it('the largest of none has no outcome', () => {
    const { amount } = rulesOf(aggregate('max', '项目', field(MONEY, item('项目'), '工薪'), null))
    expect(run(amount, projects({ 工薪: 7 }, { 工薪: 9 }))).toBe(9)
    expect(run(amount, projects())).toBe('none:no-case-fits')
  })
})

describe('what JSON Logic cannot say is refused by name', () => {
  const refusedIn = (one: Clause, more: Partial<Policy> = {}) => exportRules(withClause(one, more)).refused.map(({ construct, clause: of, message }) => [construct, of, message.zh !== '' && message.en !== ''])

  it.each([
    ['a day so many days before', binary('lt', binary('subtract', DAY, days(3)), today)],
    ['days between two days', binary('gt', binary('subtract', today, DAY, DAYS), days(3))],
    ['a day and a half of a month', binary('lt', binary('add', DAY, share(percent(50), months(3))), today)],
  ])('%s', (_, condition) => {
    expect(refusedIn(clause('1', '项目', grant(yuan(1)), { conditions: [when(condition)] }))).toEqual([['date-arithmetic', '1', true]])
  })

  it('a product of two amounts', () => {
    const squared = binary('ge', binary('multiply', SALARY, field(MONEY, subject('项目'), '投入')), yuan(3))
    expect(refusedIn(clause('1', '项目', grant(yuan(1)), { conditions: [when(squared)] }))).toEqual([['overflow', '1', true]])
  })

  it('matters counted within matters, and the subject looked at from within', () => {
    const inner = aggregate('count', '项目', null, null)
    const nested = aggregate('count', '项目', null, binary('gt', inner, count(1)))
    expect(refusedIn(clause('1', '项目', grant(binary('multiply', yuan(1), nested, MONEY))))).toEqual([['nested-aggregate', '1', true]])
    const alike = aggregate('count', '项目', null, binary('eq', field(IDENTIFIER, item('项目'), '编号'), field(IDENTIFIER, subject('项目'), '编号')))
    expect(refusedIn(clause('1', '项目', grant(binary('multiply', yuan(1), alike, MONEY))))).toEqual([['subject-in-aggregate', '1', true]])
  })

  it('limits across lines; a cap on each line alone is in the amount', () => {
    const one = clause('1', '项目', grant(SALARY))
    expect(refusedIn(one, { limits: [limit('1.q', 'quota', ['1'], count(10), { period: 'year' })] })).toEqual([['quota', '1', true]])
    const capped = exportRules(withClause(one, { limits: [limit('1.c', 'cap', ['1'], yuan(500), { key: [subject('项目')] })] }))
    expect(capped.refused).toEqual([])
    expect(run(capped.clauses['1']?.amount ?? null, data({ 工薪: 50001 }))).toBe(50000)
    expect(run(capped.clauses['1']?.uncapped ?? null, data({ 工薪: 50001 }))).toBe(50001)
  })
})

describe('the rules', () => {
  const STANDARD = new Set(['var', 'missing', 'if', '===', '!==', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', 'min', 'max', 'and', '!', 'in', 'reduce', 'map', 'filter', 'some', 'none'])

  function operations(rule: Rule): readonly string[] {
    if (Array.isArray(rule)) return rule.flatMap(operations)
    return typeof rule === 'object' && rule !== null ? Object.entries(rule).flatMap(([name, of]) => [name, ...operations(of)]) : []
  }

  it('are plain JSON of standard operations alone', () => {
    const amount = choose([[WON, marginal(SALARY, [yuan(100), percent(1)], [null, percent(2)])]], aggregate('max', '项目', field(MONEY, item('项目'), '工薪'), null))
    const rules = rulesOf(amount, { conditions: [when(binary('ge', SALARY, yuan(0)))] })
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules)
    for (const name of [...operations(rules.amount), ...operations(rules.condition)]) expect(STANDARD).toContain(name)
  })
})
