import { describe, expect, test } from 'vitest'
import type { Clause, Expr } from '../../../src/core/core.ts'
import type { Input } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const money = (called: string): Expr => b.field(b.MONEY, P, called)
const passed = b.field(b.BOOLEAN, P, '通过')
const matters = [b.entity('项目', b.fieldOf('总投入', b.MONEY), b.fieldOf('通过', b.BOOLEAN), b.fieldOf('年限', b.DURATION), b.fieldOf('申请期限', b.DURATION), b.fieldOf('年薪', b.MONEY))]

type Facts = Parameters<typeof b.matterOf>[2]
function evaluate(clauses: readonly Clause[], has: Facts, more: Partial<Input> = {}): ReturnType<typeof interpret> {
  return interpret(b.policy({ matters, clauses, enumerations: [b.values('人才类', 'E', 'F')] }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p', has))], more))
}
const of = (clause: Clause, has: Facts, more: Partial<Input> = {}): string => b.brief(b.line(evaluate([clause], has, more), clause.id, 'p'))
const codes = (clause: Clause, has: Facts, more: Partial<Input> = {}): readonly string[] => b.line(evaluate([clause], has, more), clause.id, 'p').reasons.map(({ code, fact, found }) => [code, fact, found].filter((one) => one !== null).join(' '))

describe('grants: 给予 X is an entitlement to exactly X', () => {
  const share = b.clause('1', '项目', b.grant(b.share(b.percent(30), money('总投入'))), { conditions: [b.when(passed)] })
  test('holds, fails, undetermined', () => {
    expect(of(share, { 通过: true, 总投入: b.rmb(1000) })).toBe('holds 300.00')
    expect(of(share, { 通过: false, 总投入: b.rmb(1000) })).toBe('fails 0.00')
    expect(of(share, { 通过: null, 总投入: b.rmb(1000) })).toBe('undetermined 0.00..300.00 ?通过')
    expect(of(share, { 通过: true })).toBe('undetermined 0.00..∞ ?总投入')
    expect(of(share, { 通过: false })).toBe('fails 0.00')
    expect(of(share, { 通过: true, 总投入: b.NOT_APPLICABLE })).toBe('fails 0.00')
  })
  test('reasons say what was found', () => {
    expect(codes(share, { 通过: false, 总投入: b.rmb(1000) })).toEqual(['condition-failed 通过 false'])
    expect(codes(share, { 通过: true, 总投入: b.rmb(1000) })).toEqual(['condition-met 通过 true'])
    expect(codes(share, { 总投入: b.rmb(1000) })).toEqual(['condition-unknown 通过'])
    expect(codes(share, { 通过: b.NOT_APPLICABLE })).toEqual(['not-applicable 通过'])
    expect(codes(share, { 通过: true, 总投入: b.NOT_APPLICABLE })).toEqual(['not-applicable'])
    expect(codes(share, { 通过: true })).toEqual(['condition-met 通过 true', 'amount-unknown'])
  })
  test('unless', () => {
    const clause = b.clause('1', '项目', b.grant(b.yuan(1)), { conditions: [b.unless(passed)] })
    expect(of(clause, { 通过: true })).toBe('fails 0.00')
    expect(of(clause, { 通过: false })).toBe('holds 1.00')
    expect(codes(clause, { 通过: true })).toEqual(['condition-failed 通过 true'])
    expect(b.line(evaluate([clause], { 通过: true }), '1', 'p').reasons[0]?.needed).toEqual({ zh: '非 通过', en: 'not 通过' })
  })
  test('a grant rounds to the fen, half up: 30% of 1,000,000.01 = 300,000.003; 30% of 0.05 = 0.015', () => {
    expect(of(share, { 通过: true, 总投入: b.rmb('1000000.01') })).toBe('holds 300000.00')
    expect(of(share, { 通过: true, 总投入: b.rmb('0.05') })).toBe('holds 0.02')
  })
  test('deductions, never below zero', () => {
    const clause = b.clause('1', '项目', b.grant(b.yuan(300), money('总投入')))
    expect(of(clause, { 总投入: b.rmb(200) })).toBe('holds 100.00')
    expect(of(clause, { 总投入: b.rmb(400) })).toBe('holds 0.00')
    expect(of(clause, {})).toBe('undetermined 0.00..300.00 ?总投入')
  })
  test('no amount is too large', () => {
    expect(of(b.clause('1', '项目', b.grant(b.binary('multiply', money('总投入'), b.count(3)))), { 总投入: 10n ** 60n })).toBe(`holds 3${'0'.repeat(58)}.00`)
  })
  test('division by zero has no outcome', () => {
    const clause = b.clause('1', '项目', b.grant(b.share(b.binary('divide', money('年薪'), money('总投入'), b.RATIO), b.yuan(10))))
    expect(of(clause, { 年薪: b.rmb(1), 总投入: b.rmb(0) })).toBe('fails 0.00')
    expect(codes(clause, { 年薪: b.rmb(1), 总投入: b.rmb(0) })).toEqual(['no-outcome'])
    expect(of(clause, { 年薪: b.rmb(1), 总投入: b.rmb(2) })).toBe('holds 5.00')
  })
})

describe('ceilings: the authority may grant less, until a decision fixes it', () => {
  const ceiling = b.clause('2.1', '项目', b.ceiling(b.min(b.share(b.percent(40), money('总投入')), b.yuan(1000000))), { conditions: [b.when(passed)] })
  const decided = (amount: number): Partial<Input> => ({ decisions: [b.decide('2.1', 'A', 'p', amount)] })
  test('a ceiling rounds down to the fen: 399,999.996', () => {
    expect(of(ceiling, { 通过: true, 总投入: b.rmb('999999.99') })).toBe('awaits-decision 0.00..399999.99')
    expect(of(ceiling, { 通过: true, 总投入: b.rmb(2500001) })).toBe('awaits-decision 0.00..1000000.00')
    expect(of(ceiling, { 通过: true })).toBe('awaits-decision 0.00..1000000.00 ?总投入')
    expect(of(ceiling, { 总投入: b.rmb(1000000) })).toBe('undetermined 0.00..400000.00 ?通过')
  })
  test('decisions', () => {
    expect(of(ceiling, { 通过: true, 总投入: b.rmb(2500000) }, decided(800000))).toBe('holds 800000.00')
    expect(of(ceiling, { 通过: true, 总投入: b.rmb(1000000) }, decided(800000))).toBe('awaits-decision 0.00..400000.00')
    expect(codes(ceiling, { 通过: true, 总投入: b.rmb(1000000) }, decided(800000))).toEqual(['condition-met 通过 true', 'decision-above-ceiling 80000000'])
    expect(of(ceiling, { 通过: true }, decided(800000))).toBe('undetermined 0.00..800000.00 ?总投入')
    expect(of(ceiling, { 通过: null, 总投入: b.rmb(2500000) }, decided(800000))).toBe('undetermined 0.00..800000.00 ?通过')
    expect(of(ceiling, { 通过: false, 总投入: b.rmb(2500000) }, decided(800000))).toBe('fails 0.00')
  })
  test('of several decisions the last recorded one', () => {
    const more = { decisions: [b.decide('2.1', 'A', 'p', 700000), b.decide('2.1', 'A', 'p', 600000)] }
    expect(of(ceiling, { 通过: true, 总投入: b.rmb(2500000) }, more)).toBe('holds 600000.00')
  })
  test('a ceiling of which the text states no amount', () => {
    const unstated = b.clause('2.1', '项目', b.ceiling(null))
    expect(of(unstated, {})).toBe('awaits-decision 0.00..∞')
    expect(of(unstated, {}, decided(5))).toBe('holds 5.00')
  })
})

describe('可: a power, not a duty', () => {
  const power = b.clause('2.2', '项目', b.grant(b.yuan(50)), { powers: b.POWER, conditions: [b.when(passed)] })
  const used = (how: boolean): Partial<Input> => ({ decisions: [b.decide('2.2', 'A', 'p', how)] })
  test('needs a decision', () => {
    expect(of(power, { 通过: true })).toBe('awaits-decision 0.00..50.00')
    expect(of(power, { 通过: true }, used(true))).toBe('holds 50.00')
    expect(of(power, { 通过: true }, used(false))).toBe('fails 0.00')
    expect(codes(power, { 通过: true }, used(false))).toEqual(['power-unused'])
    expect(of(power, {})).toBe('undetermined 0.00..50.00 ?通过')
    expect(of(power, { 通过: false }, used(true))).toBe('fails 0.00')
  })
  test('a decision on a line that needs none, or on none, is reported', () => {
    const plain = b.clause('1', '项目', b.grant(b.yuan(50)))
    expect(evaluate([plain], {}, { decisions: [b.decide('1', 'A', 'p', true)] }).notes.map(({ code }) => code)).toEqual(['unknown-decision'])
    expect(evaluate([power], { 通过: true }, { decisions: [b.decide('2.2', 'A', 'q', true)] }).notes.map(({ code }) => code)).toEqual(['unknown-decision'])
    expect(evaluate([power], { 通过: true }, used(true)).notes).toEqual([])
  })
})

describe('recognition: who meets E is E, not F', () => {
  const meets = (least: number, years: number): Expr => b.and(b.binary('ge', money('年薪'), b.yuan(least)), b.binary('ge', b.field(b.DURATION, P, '年限'), b.months(years * 12)))
  const clause = b.clause('6.2', '项目', b.status('人才类', b.choose([[meets(500000, 3), b.member('人才类', 'E')], [meets(300000, 2), b.member('人才类', 'F')]])))
  const as = (has: Facts): string => {
    const line = b.line(evaluate([clause], has), '6.2', 'p')
    return `${line.standing} ${line.status} [${line.possibleStatuses.join()}]${line.missing.map(({ field }) => ` ?${field}`).join('')}`
  }
  test('worked cases', () => {
    expect(as({ 年薪: b.rmb(500000), 年限: 36 })).toBe('holds E [E]')
    expect(as({ 年薪: b.rmb(500000), 年限: 24 })).toBe('holds F [F]')
    expect(as({ 年薪: b.rmb('499999.99'), 年限: 120 })).toBe('holds F [F]')
    expect(as({ 年薪: b.rmb(300000), 年限: null })).toBe('undetermined null [F] ?年限')
    expect(as({ 年薪: b.rmb(500000) })).toBe('undetermined null [E,F] ?年限')
    expect(as({ 年薪: b.rmb(100), 年限: 36 })).toBe('fails null []')
  })
  test('open: only the cases that are open are reasons', () => {
    // 300,000 a year is no E whatever the years; F asks for the years.
    expect(codes(clause, { 年薪: b.rmb(300000), 年限: null })).toEqual(['condition-unknown 年限'])
  })
  test('no outcome: each case and what it would have needed', () => {
    expect(codes(clause, { 年薪: b.rmb(100), 年限: 36 })).toEqual(['no-outcome', 'condition-failed 年薪 10000', 'condition-failed 年薪 10000'])
  })
})

test('in kind: 30 months asked, 24 given', () => {
  const clause = b.clause('4.3', '项目', b.inKind(b.min(b.field(b.DURATION, P, '申请期限'), b.months(24))))
  const line = b.line(evaluate([clause], { 申请期限: 30 }), '4.3', 'p')
  expect([b.brief(line), line.duration]).toEqual(['holds 0.00..∞', 24n])
  expect(b.line(evaluate([clause], { 申请期限: 12 }), '4.3', 'p').duration).toBe(12n)
  expect(of(clause, {})).toBe('undetermined 0.00..∞ ?申请期限')
})

test('referrals and directions', () => {
  expect(of(b.clause('2.3', '项目', b.referral), {})).toBe('holds 0.00..∞')
  expect(codes(b.clause('2.3', '项目', b.referral), {})).toEqual(['unstated-amount'])
  const result = evaluate([b.clause('1.4', '企业', b.direction), b.clause('4.4', null, b.direction)], {})
  expect(result.applicants[0]?.lines.map((line) => [line.clause, line.subject, b.brief(line)])).toEqual([['1.4', 'A', 'holds 0.00']])
})

test('lines: clauses in the order of the text, then subjects in the order of the dossier', () => {
  const policy = b.policy({ matters, clauses: [b.clause('2', '项目', b.grant(b.yuan(1))), b.clause('1', '企业', b.grant(b.yuan(1)))] })
  const result = interpret(policy, b.input([b.dossier('B', {}, b.matterOf('项目', 'y'), b.matterOf('项目', 'x')), b.dossier('A')]))
  expect(result.applicants.map(({ id, lines }) => [id, lines.map((line) => `${line.clause} ${line.subject}`)])).toEqual([['B', ['2 y', '2 x', '1 B']], ['A', ['1 A']]])
})

test('not in force: the policy cites its commencement, a clause its own sentence', () => {
  const later = b.clause('1', '项目', b.grant(b.yuan(1)), { valid: { from: '2026-07-01', until: null } })
  const why = (clause: Clause, more: Partial<Input>): readonly unknown[] => b.line(evaluate([clause], {}, more), '1', 'p').reasons.map(({ code, found, needed, cite }) => [code, found, needed?.en, cite?.sentence])
  expect(why(later, {})).toEqual([['not-in-force', '2026-06-30', 'the day asked not before 2026-07-01', '1']])
  expect(why({ ...later, valid: null }, { on: '2025-12-31' })).toEqual([['not-in-force', '2025-12-31', 'the day asked not before 2026-01-01', '9']])
})
