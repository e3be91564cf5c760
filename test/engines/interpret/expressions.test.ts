import { describe, expect, test } from 'vitest'
import type { Expr, Policy } from '../../../src/core/core.ts'
import { evaluate } from '../../../src/engines/interpret/expressions.ts'
import { scopeOf, startRun, type Scope } from '../../../src/engines/interpret/scope.ts'
import { asTruth, type Value } from '../../../src/engines/interpret/values.ts'
import { shownValue } from '../../../src/engines/interpret/trace.ts'
import type { LedgerEntry } from '../../../src/engines/engine.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const money = (called: string, of: Expr = P): Expr => b.field(b.MONEY, of, called)
const level = b.field(b.enumeration('级别类'), P, '级别')
const policy: Policy = b.policy({
  applicant: b.entity('企业', b.fieldOf('规模', b.MONEY)),
  matters: [
    b.entity('项目', b.fieldOf('金额', b.MONEY), b.fieldOf('成本', b.MONEY), b.fieldOf('通过', b.BOOLEAN, '市科技局'), b.fieldOf('级别', b.enumeration('级别类')), b.fieldOf('日期', b.DATE), b.fieldOf('场景', b.matter('场景'))),
    b.entity('场景', b.fieldOf('得分', b.COUNT)),
  ],
  enumerations: [b.values('级别类', '甲', '乙')],
  parameters: [b.parameterOf('工资', b.MONEY, [null, b.yuan(2060)], ['2026-06-30', b.yuan(2200)], ['2026-07-01', b.yuan(2300)])],
  definitions: [b.define('大项目', '项目', b.BOOLEAN, b.binary('ge', money('金额'), b.yuan(100)))],
  tables: [b.table('档次', b.MONEY, [['起点', b.RATIO]], [
    { key: { kind: 'interval', low: { value: b.yuan(100), closed: true }, high: { value: b.yuan(500), closed: false } }, values: [b.percent(40)] },
    { key: { kind: 'interval', low: { value: b.yuan(500), closed: true }, high: null }, values: [b.percent(30)] },
  ]), b.table('级别标准', b.enumeration('级别类'), [['标准', b.MONEY]], [
    { key: { kind: 'values', values: [b.member('级别类', '甲')] }, values: [b.yuan(3)] },
    { key: { kind: 'values', values: [b.member('级别类', '乙')] }, values: [b.yuan(2)] },
  ]), b.table('甲级标准', b.enumeration('级别类'), [['标准', b.MONEY]], [
    { key: { kind: 'values', values: [b.member('级别类', '甲')] }, values: [b.yuan(3)] },
  ])],
})

function scope(has: Parameters<typeof b.matterOf>[2], ledger: readonly LedgerEntry[] = []): Scope {
  const given = b.input([b.dossier('A', { 规模: b.rmb(7) }, b.matterOf('项目', 'p1', has), b.matterOf('项目', 'p2', { 金额: b.rmb(30), 通过: true }), b.matterOf('场景', 's1', { 得分: 5 }))], { ledger })
  const run = startRun(policy, given, new Map(), '2026-01-01')
  const person = run.people.get('A')!
  return scopeOf(run, person, person.matters[0]!, null, null)
}

function show(value: Value): string {
  const { low, high } = shownValue(value)
  const lacks = value.lacks.length > 0 ? ` !${value.lacks.join('!')}` : ''
  const missing = value.missing.map(({ field }) => ` ?${field}`).join('')
  return `${low === high ? low : `${low}..${high}`}${lacks}${missing}`
}
const run = (expr: Expr, has: Parameters<typeof b.matterOf>[2] = {}, ledger: readonly LedgerEntry[] = []): string => show(evaluate(expr, scope(has, ledger), 'x').value)
const truth = (expr: Expr, has: Parameters<typeof b.matterOf>[2] = {}): string => {
  const { canBeTrue, canBeFalse } = asTruth(evaluate(expr, scope(has), 'x').value)
  return canBeTrue ? (canBeFalse ? 'open' : 'true') : 'false'
}

describe('facts in their four states', () => {
  test('given, unknown, not asked, not applicable', () => {
    expect(run(money('金额'), { 金额: b.rmb('1.50') })).toBe('150')
    expect(run(money('金额'), { 金额: null })).toBe('0..null ?金额')
    expect(run(money('金额'))).toBe('0..null ?金额')
    expect(run(money('金额'), { 金额: b.NOT_APPLICABLE })).toBe('null !not-applicable')
  })
  test('the missing fact says whose it is, in which state, and who judges it', () => {
    const passed = b.field(b.BOOLEAN, P, '通过')
    expect(evaluate(passed, scope({ 通过: null }), 'x').value.missing).toEqual([{ entity: '项目', field: '通过', subject: 'p1', state: 'unknown', judgedBy: '市科技局' }])
    expect(evaluate(passed, scope({}), 'x').value.missing).toEqual([{ entity: '项目', field: '通过', subject: 'p1', state: 'not-asked', judgedBy: '市科技局' }])
  })
  test('an unknown enumeration is one of its values', () => {
    expect(truth(b.oneOf(level, b.member('级别类', '甲'), b.member('级别类', '乙')))).toBe('true')
    expect(truth(b.oneOf(level, b.member('级别类', '甲')))).toBe('open')
  })
  test('facts of the applicant and of a matter that is named', () => {
    expect(run(money('规模', b.applicant()))).toBe('700')
    const score = b.field(b.COUNT, b.field(b.matter('场景'), P, '场景'), '得分')
    expect(run(score, { 场景: 's1' })).toBe('5')
    expect(run(score, { 场景: 's9' })).toBe('0..null ?得分')
    expect(run(score)).toBe('null ?场景')
    expect(run(score, { 场景: b.NOT_APPLICABLE })).toBe('null !not-applicable')
  })
})

describe('conditions', () => {
  test('a fact that does not apply makes the atom that reads it false', () => {
    const ge = b.binary('ge', money('金额'), b.yuan(0))
    expect(truth(ge, { 金额: b.NOT_APPLICABLE })).toBe('false')
    expect(truth(b.not(ge), { 金额: b.NOT_APPLICABLE })).toBe('true')
    expect(truth(b.binary('ne', money('金额'), b.yuan(0)), { 金额: b.NOT_APPLICABLE })).toBe('false')
  })
  test('missing is never zero: unknown >= 0 is true because money is never negative, unknown >= 1 is open', () => {
    expect(truth(b.binary('ge', money('金额'), b.yuan(0)))).toBe('true')
    expect(truth(b.binary('ge', money('金额'), b.yuan(1)))).toBe('open')
    expect(truth(b.binary('eq', money('金额'), b.yuan(0)))).toBe('open')
  })
  test('an undetermined condition names only the facts that still matter', () => {
    const both = b.and(b.field(b.BOOLEAN, P, '通过'), b.binary('ge', money('金额'), b.yuan(1)))
    expect(run(both, { 通过: false })).toBe('false')
    expect(run(both, { 通过: true })).toBe('false..true ?金额')
    const either = b.or(b.field(b.BOOLEAN, P, '通过'), b.binary('ge', money('金额'), b.yuan(1)))
    expect(run(either, { 通过: true })).toBe('true')
  })
  test('definitions', () => {
    expect(truth(b.definition(b.BOOLEAN, '大项目', P), { 金额: b.rmb(100) })).toBe('true')
    expect(truth(b.definition(b.BOOLEAN, '大项目', P), { 金额: b.rmb('99.99') })).toBe('false')
  })
  test('a matter that is named but not in the dossier is itself, and nobody else', () => {
    const [scene, main] = [b.matter('场景'), b.field(b.matter('场景'), b.applicant(), '主场景')]
    const isMain = b.define('主要', '场景', b.BOOLEAN, b.binary('eq', b.subject('场景'), main))
    const named = (id: string): string => {
      const given = b.input([b.dossier('A', { 主场景: 's9' }, b.matterOf('项目', 'p1', { 场景: id }))])
      const own = startRun({ ...policy, definitions: [isMain] }, given, new Map(), '2026-01-01')
      const person = own.people.get('A')!
      return show(evaluate(b.definition(b.BOOLEAN, '主要', b.field(scene, P, '场景')), scopeOf(own, person, person.matters[0]!, null, null), 'x').value)
    }
    expect([named('s9'), named('s8')]).toEqual(['true', 'false'])
  })
  test('division by zero leaves a condition undetermined', () => {
    expect(truth(b.binary('ge', b.binary('divide', money('金额'), money('成本'), b.RATIO), b.percent(0)), { 金额: b.rmb(1), 成本: b.rmb(0) })).toBe('open')
  })
})

describe('amounts', () => {
  test('the lower of 40% of an unknown and 1,000,000', () => {
    const expr = b.min(b.share(b.percent(40), money('金额')), b.yuan(1000000))
    expect(run(expr)).toBe('0..100000000 ?金额')
    expect(run(expr, { 金额: b.rmb(2500001) })).toBe('100000000')
    expect(run(expr, { 金额: b.rmb('999999.99') })).toBe('199999998/5')
  })
  test('division by zero is no amount', () => {
    const expr = b.binary('divide', money('金额'), money('成本'), b.RATIO)
    expect(run(expr, { 金额: b.rmb(1), 成本: b.rmb(0) })).toBe('null !undefined')
    expect(run(expr, { 金额: b.rmb(1), 成本: b.rmb(3) })).toBe('1/3')
    expect(run(expr, { 金额: b.rmb(1) })).toBe('0..null !undefined ?成本')
  })
  test('每满 1000万元: whole times only', () => {
    const steps = b.binary('whole-steps', money('金额'), b.yuan(1000), b.COUNT)
    expect(run(steps, { 金额: b.rmb('2999.99') })).toBe('2')
    expect(run(steps, { 金额: b.rmb(3000) })).toBe('3')
  })
  test('分别: possible are the cases up to the first that certainly holds', () => {
    const expr = b.choose([[b.binary('eq', level, b.member('级别类', '甲')), b.yuan(3)], [b.binary('eq', level, b.member('级别类', '乙')), b.yuan(2)]])
    expect(run(expr, { 级别: '甲' })).toBe('300')
    expect(run(expr, { 级别: '乙' })).toBe('200')
    expect(run(expr)).toBe('200..300 ?级别')
    expect(run(b.choose([[b.no, b.yuan(3)]]))).toBe('null !no-outcome')
    expect(run(b.choose([[b.field(b.BOOLEAN, P, '通过'), b.yuan(3)]], b.yuan(1)))).toBe('100..300 ?通过')
    expect(run(b.choose([[b.field(b.BOOLEAN, P, '通过'), b.yuan(3)]], b.yuan(3)))).toBe('300')
  })
  test('every value of the key has a row: what is possible is one of them, also for yes and no, and in a table', () => {
    const passed = b.field(b.BOOLEAN, P, '通过')
    const byPassed = b.choose([[b.binary('eq', passed, b.yes), b.yuan(6)], [b.binary('eq', passed, b.no), b.yuan(3)]])
    expect(run(byPassed)).toBe('300..600 ?通过')
    expect(run(byPassed, { 通过: b.NOT_APPLICABLE })).toBe('null !no-outcome')
    expect(run(b.choose([[b.oneOf(level, b.member('级别类', '甲'), b.member('级别类', '乙')), b.yuan(3)]]))).toBe('300')
    expect(run(b.choose([[b.binary('eq', level, b.member('级别类', '甲')), b.yuan(3)]]))).toBe('300 !no-outcome ?级别')
    expect(run(b.lookup(b.MONEY, '级别标准', '标准', level))).toBe('200..300 ?级别')
    expect(run(b.lookup(b.MONEY, '甲级标准', '标准', level))).toBe('300 !no-outcome ?级别')
    expect(run(b.lookup(b.MONEY, '级别标准', '标准', level), { 级别: b.NOT_APPLICABLE })).toBe('null !not-applicable')
  })
  test('对照: half-open rows, and no row', () => {
    const rate = b.lookup(b.RATIO, '档次', '起点', money('金额'))
    expect(run(rate, { 金额: b.rmb(100) })).toBe('2/5')
    expect(run(rate, { 金额: b.rmb('499.99') })).toBe('2/5')
    expect(run(rate, { 金额: b.rmb(500) })).toBe('3/10')
    expect(run(rate, { 金额: b.rmb(99) })).toBe('null !no-outcome')
    expect(run(rate)).toBe('3/10..2/5 !no-outcome ?金额')
    expect(run(rate, { 金额: b.NOT_APPLICABLE })).toBe('null !not-applicable')
  })
  test('分段', () => {
    const parts = b.marginal(money('金额'), [b.yuan(500), b.percent(2)], [b.yuan(1000), b.percent(3)], [null, b.percent(5)])
    expect(run(parts, { 金额: b.rmb(1200) })).toBe('3500')
    expect(run(parts)).toBe('0..null ?金额')
  })
  test('a parameter has the value of the day asked for', () => {
    expect(run(b.parameter(b.MONEY, '工资'))).toBe('220000')
  })
})

describe('over the matters of the applicant', () => {
  const I = b.item('项目')
  const all = (op: 'count' | 'sum' | 'min' | 'max' | 'exists', where: Expr | null = null): Expr => b.aggregate(op, '项目', op === 'count' || op === 'exists' ? null : money('金额', I), where)
  test('counts and sums', () => {
    expect(run(all('count'))).toBe('2')
    expect(run(all('sum'), { 金额: b.rmb(5) })).toBe('3500')
    expect(run(all('sum'))).toBe('3000..null ?金额')
  })
  test('a condition that is open counts from nothing to all of it', () => {
    const passed = b.field(b.BOOLEAN, I, '通过')
    expect(run(all('count', passed), { 通过: null })).toBe('1..2 ?通过')
    expect(run(all('sum', passed), { 通过: null, 金额: b.rmb(5) })).toBe('3000..3500 ?通过')
    expect(run(all('max', passed), { 通过: null, 金额: b.rmb(50) })).toBe('3000..5000 ?通过')
    expect(run(all('min', passed), { 通过: null, 金额: b.rmb(50) })).toBe('3000')
    expect(run(all('exists', b.not(passed)), { 通过: null })).toBe('false..true ?通过')
  })
  test('the largest of none has no outcome; a condition on an outer item', () => {
    expect(run(all('max', b.no))).toBe('null !no-outcome')
    const larger = b.aggregate('exists', '项目', null, b.binary('gt', money('金额', b.item('项目', 0)), money('金额', b.item('项目', 1))))
    expect(run(all('count', larger), { 金额: b.rmb(5) })).toBe('1')
  })
})

describe('days', () => {
  const date = b.field(b.DATE, P, '日期')
  test('months and days later, years, days between', () => {
    expect(run(b.binary('add', date, b.months(1)), { 日期: '2026-01-31' })).toBe('2026-02-28')
    expect(run(b.binary('subtract', date, b.days(1)), { 日期: '2026-03-01' })).toBe('2026-02-28')
    expect(run(b.binary('subtract', b.today, date, b.DAYS), { 日期: '2026-06-01' })).toBe('29')
    expect(run(b.yearOf(date), { 日期: '2025-12-31' })).toBe('2025')
    expect(run(b.inForceDay)).toBe('2026-01-01')
  })
  test('outside the calendar: undetermined, never a throw', () => {
    const late = b.binary('ge', b.binary('add', date, b.months(120000)), b.today)
    expect(truth(late, { 日期: '2026-01-01' })).toBe('open')
    expect(run(b.yearOf(date))).toBe('0..9999 ?日期')
    expect(run(b.yearOf(b.choose([[b.field(b.BOOLEAN, P, '通过'), b.day('2027-01-01')]], b.day('2026-05-01'))))).toBe('2026..2027 ?通过')
  })
})

describe('what was granted before', () => {
  const byPlace = b.granted(['1'], [b.field(b.enumeration('级别类'), P, '级别')])
  test('with the same key, up to the day asked for', () => {
    const ledger = [b.paid('1', 'A', 'p1', 20, '2025-03-01', { 级别: '甲' }), b.paid('1', 'B', 'p1', 7, '2025-03-01', { 级别: '乙' }), b.paid('1', 'A', 'p1', 9, '2026-07-01', { 级别: '甲' }), b.paid('2', 'A', 'p1', 50, '2025-03-01', { 级别: '甲' })]
    const withClauses: Policy = { ...policy, clauses: [b.clause('1', '项目', b.grant(b.yuan(1))), b.clause('2', '项目', b.grant(b.yuan(1)))] }
    const at = (expr: Expr, has: Parameters<typeof b.matterOf>[2], entries: readonly LedgerEntry[]): string => {
      const run_ = startRun(withClauses, b.input([b.dossier('A', {}, b.matterOf('项目', 'p1', has))], { ledger: entries }), new Map(), '2026-01-01')
      const person = run_.people.get('A')!
      return show(evaluate(expr, scopeOf(run_, person, person.matters[0]!, null, null), 'x').value)
    }
    expect(at(byPlace, { 级别: '甲' }, ledger)).toBe('2000')
    expect(at(byPlace, {}, ledger)).toBe('0..2700 ?级别')
    expect(at(b.granted(['1']), {}, ledger)).toBe('2000')
    expect(at(b.granted(['1'], [], 'year'), {}, ledger)).toBe('900')
    expect(at(b.granted(['1', '2'], [], 'ever', 'count'), {}, ledger)).toBe('2')
    expect(at(byPlace, { 级别: '甲' }, [b.paid('1', 'A', 'p1', 20, '2025-03-01')])).toBe('0..2000 ?级别')
    expect(at(b.granted(['1'], [P]), {}, [b.paid('1', 'A', 'p1', 20, '2025-03-01'), b.paid('1', 'A', null, 5, '2025-03-01'), b.paid('1', 'B', 'p1', 3, '2025-03-01')])).toBe('2000..2500')
  })
})

describe('what was granted from a day to a day', () => {
  const withClauses: Policy = { ...policy, clauses: [b.clause('1', '项目', b.grant(b.yuan(1)))] }
  const ledger = [b.paid('1', 'A', 'p1', 1, '2026-03-01'), b.paid('1', 'A', 'p1', 2, '2026-03-02'), b.paid('1', 'A', 'p1', 4, '2026-06-30'), b.paid('1', 'A', 'p1', 8, '2026-07-01')]
  const at = (window: { readonly from?: Expr; readonly until?: Expr }, has: Parameters<typeof b.matterOf>[2], measure: 'amount' | 'count' = 'amount'): string => {
    const run_ = startRun(withClauses, b.input([b.dossier('A', {}, b.matterOf('项目', 'p1', has))], { ledger }), new Map(), '2026-01-01')
    const person = run_.people.get('A')!
    return show(evaluate(b.granted(['1'], [], 'ever', measure, window), scopeOf(run_, person, person.matters[0]!, null, null), 'x').value)
  }
  const moved = b.field(b.DATE, P, '日期')
  test('both days count, and the day asked for still ends the count', () => {
    expect(at({ from: b.day('2026-03-02') }, {})).toBe('600')
    expect(at({ until: b.day('2026-03-01') }, {})).toBe('100')
    expect(at({ from: b.day('2026-03-02'), until: b.day('2026-06-30') }, {}, 'count')).toBe('2')
    expect(at({ from: b.day('2026-03-01'), until: b.day('2027-01-01') }, {})).toBe('700')
  })
  test('five years back from a day that is a fact: 2026-03-01 is the last day within them', () => {
    const within = { from: b.binary('subtract', moved, b.months(60), b.DATE), until: moved }
    expect(at(within, { 日期: '2031-03-01' })).toBe('700')
    expect(at(within, { 日期: '2031-03-02' })).toBe('600')
  })
  test('a day that is not known leaves each grant open and is named; one that does not apply has no grants', () => {
    expect(at({ from: moved }, {})).toBe('0..700 ?日期')
    expect(at({ from: b.binary('subtract', moved, b.months(60), b.DATE) }, { 日期: null })).toBe('0..700 ?日期')
    expect(at({ from: moved }, { 日期: b.NOT_APPLICABLE })).toBe('0')
    expect(at({ from: b.day('2026-06-01'), until: moved }, {})).toBe('0..400 ?日期')
  })
})

test('the trace has a stable path, both labels and the citation at every step', () => {
  const { trace } = evaluate(b.min(b.share(b.percent(40), money('金额')), b.yuan(100)), scope({ 金额: b.rmb(50) }), '2.1/effect/amount')
  expect(trace.id).toBe('2.1/effect/amount')
  expect(trace.node).toBe('variadic:min')
  expect(trace.label).toEqual({ zh: '孰低（40% 的 金额，100元）', en: 'lower of (40% of 金额, 100 yuan)' })
  expect(trace.children.map(({ id, node, value }) => [id, node, value.low])).toEqual([['2.1/effect/amount/1', 'binary:multiply', '2000'], ['2.1/effect/amount/2', 'literal', '10000']])
})
