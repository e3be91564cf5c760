import { describe, expect, test } from 'vitest'
import type { Clause, Expr, Limit } from '../../../src/core/core.ts'
import type { Input, Line, Matter, Result } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const score = b.field(b.COUNT, P, '得分')
const number = b.field(b.IDENTIFIER, P, '编号')
const scene = b.field(b.IDENTIFIER, P, '场景')
const amount = b.field(b.MONEY, P, '金额')
const matters = [b.entity('项目', b.fieldOf('得分', b.COUNT), b.fieldOf('编号', b.IDENTIFIER), b.fieldOf('场景', b.IDENTIFIER), b.fieldOf('金额', b.MONEY), b.fieldOf('金额上限', b.MONEY), b.fieldOf('日期', b.DATE))]

const one = (id = '1', of: Expr = amount): Clause => b.clause(id, '项目', b.grant(of))
const project = (id: string, has: Parameters<typeof b.matterOf>[2]): Matter => b.matterOf('项目', id, has)
function evaluate(clauses: readonly Clause[], limits: readonly Limit[], of: readonly Matter[], more: Partial<Input> = {}): Result {
  return interpret(b.policy({ applicant: b.entity('企业', b.fieldOf('留成', b.MONEY)), matters, clauses, limits }), b.input([b.dossier('A', { 留成: b.rmb(50) }, ...of)], more))
}
const lines = (result: Result): readonly string[] => result.applicants.flatMap((applicant) => applicant.lines.map((line) => `${line.clause} ${line.subject}: ${b.brief(line)}`))
const codes = (line: Line): readonly string[] => line.adjustments.map(({ constraint, code, because }) => `${constraint} ${code} [${because.join('; ')}]`)
const total = ({ totals }: Result): string => `${totals.committed / 100n}..${totals.possible / 100n}`

describe('quota: at most N a year, ranked', () => {
  const quota = b.limit('1#quota', 'quota', ['1'], b.count(10), { period: 'year', share: b.ranked({ '1': score }) })
  const cases = (scores: readonly (number | null)[]): readonly Matter[] => scores.map((points, at) => project(`c${at + 1}`, { 金额: b.rmb(200000), 得分: points }))

  test('12 selected cases: the ten highest are paid, two are told that the quota is full', () => {
    const result = evaluate([one()], [quota], cases([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
    expect(result.totals.committed).toBe(200_000_000n)
    expect(result.totals.possible).toBe(200_000_000n)
    expect(result.totals.standings).toEqual({ holds: 10, fails: 0, undetermined: 0, 'awaits-decision': 0, withdrawn: 2 })
    const second = b.line(result, '1', 'c2')
    expect(second.standing).toBe('withdrawn')
    expect(second.adjustments).toHaveLength(1)
    expect(second.adjustments[0]).toMatchObject({ constraint: '1#quota', kind: 'quota', before: { committed: 20000000n, possible: 20000000n }, after: { committed: 0n, possible: 0n }, code: 'quota-full', cite: { sentence: '1#quota' } })
    expect(second.adjustments[0]?.because).toHaveLength(10)
    expect(result.notes).toEqual([])
  })
  test('a tie at the tenth place is reported, never broken', () => {
    const result = evaluate([one()], [quota], cases([1, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]))
    expect(b.brief(b.line(result, '1', 'c2'))).toBe('undetermined 0.00..200000.00')
    expect(codes(b.line(result, '1', 'c3'))[0]).toMatch(/^1#quota tie/)
    expect(b.brief(b.line(result, '1', 'c1'))).toBe('withdrawn 0.00')
    expect(b.brief(b.line(result, '1', 'c4'))).toBe('holds 200000.00')
    expect(result.notes.map(({ code, lines: of }) => [code, of])).toEqual([['tie', ['1 A c2', '1 A c3']]])
    // One of the two is paid: the total is certain although the lines are not.
    expect(total(result)).toBe('2000000..2000000')
  })
  test('a tie above the edge does no harm', () => {
    const result = evaluate([one()], [quota], cases([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 12]))
    expect(result.notes).toEqual([])
    expect(result.totals.standings.withdrawn).toBe(2)
  })
  test('an unknown score leaves open only what it can change', () => {
    const result = evaluate([one()], [{ ...quota, max: b.count(1) }], cases([1, 2, null]))
    expect(lines(result)).toEqual(['1 c1: withdrawn 0.00', '1 c2: undetermined 0.00..200000.00 ?得分', '1 c3: undetermined 0.00..200000.00 ?得分'])
    expect(total(result)).toBe('200000..200000')
  })
  test('earlier grants of the year use it up', () => {
    const ledger = [b.paid('1', 'B', 'x', 5, '2026-02-01'), b.paid('1', 'B', 'y', 5, '2025-12-31')]
    const result = evaluate([one()], [{ ...quota, max: b.count(2) }], cases([1, 2]), { ledger })
    expect(lines(result)).toEqual(['1 c1: withdrawn 0.00', '1 c2: holds 200000.00'])
    expect(codes(b.line(result, '1', 'c1'))).toEqual(['1#quota quota-full [1 x 2026-02-01; 1 c2]'])
  })
  test('a fen takes a place, nothing does not', () => {
    const full = { ledger: [b.paid('1', 'B', 'x', 5, '2026-02-01')] }
    const result = evaluate([one()], [{ ...quota, max: b.count(1) }], [project('c1', { 金额: b.rmb('0.01'), 得分: 9 }), project('c2', { 金额: b.rmb(0), 得分: 8 })], full)
    expect(lines(result)).toEqual(['1 c1: withdrawn 0.00', '1 c2: holds 0.00'])
  })
  test('a line whose key has a part that does not apply shares nothing with those that are tied', () => {
    const keyed: Limit = { ...quota, max: b.count(1), key: { '1': [number, scene] } }
    const same = { 得分: 1, 编号: 'T', 场景: 'S', 金额: b.rmb(10) }
    const result = evaluate([one()], [keyed], [project('p', same), project('q', same), project('r', { ...same, 场景: b.NOT_APPLICABLE, 金额: b.rmb(5) })])
    expect(lines(result)).toEqual(['1 p: undetermined 0.00..10.00', '1 q: undetermined 0.00..10.00', '1 r: holds 5.00'])
    expect(total(result)).toBe('15..15')
  })
  test('an unstated amount adds nothing to what may be paid in all', () => {
    // Key T: an unstated amount and 10, both fit. Key U: two of three times 10. In all at most 10 + 20.
    const clauses = [one(), b.clause('2', '项目', b.ceiling(null), { conditions: [b.when(b.binary('eq', number, b.text('T')))] })]
    const shared: Limit = { ...b.limit('q', 'quota', ['1', '2'], b.count(2), { key: [number] }), share: { kind: 'undetermined' } }
    const result = evaluate(clauses, [shared], [project('t', { 金额: b.rmb(10), 编号: 'T' }), ...['u', 'v', 'w'].map((id) => project(id, { 金额: b.rmb(10), 编号: 'U' }))])
    expect([result.totals.possible, result.totals.unstated]).toEqual([3000n, 1])
  })
  test('none is paid when there are too many', () => {
    const none: Limit = { ...quota, max: b.count(2), share: { kind: 'none' } }
    const result = evaluate([one()], [none], cases([1, 2, 3]))
    expect(result.totals.standings.withdrawn).toBe(3)
    expect(result.notes.map(({ code }) => code)).toEqual(['quota-exceeded'])
    expect(evaluate([one()], [none], cases([1, 2])).totals.standings.holds).toBe(2)
  })
})

describe('a quota of what is no money', () => {
  const [recognised, premises] = [b.clause('1', '项目', b.status('等级', b.member('等级', '甲'))), b.clause('2', '项目', b.inKind(b.months(24)))]
  const quotas = ['1', '2'].map((of) => b.limit(`${of}#quota`, 'quota', [of], b.count(1), { period: 'year', share: b.ranked({ [of]: score }) }))
  const said = (line: Line): readonly unknown[] => [line.standing, line.status, line.possibleStatuses, line.duration, line.adjustments.map(({ code }) => code), line.trace.children.some(({ node }) => node === 'limit:quota')]

  test('who has no place is recognised as nothing and gets nothing', () => {
    const result = evaluate([recognised, premises], quotas, [project('c1', { 得分: 2 }), project('c2', { 得分: 1 })])
    expect(['1', '2'].map((of) => said(b.line(result, of, 'c1')))).toEqual([['holds', '甲', ['甲'], null, [], false], ['holds', null, [], 24n, [], false]])
    expect(['1', '2'].map((of) => said(b.line(result, of, 'c2')))).toEqual([['withdrawn', null, [], null, ['quota-full'], true], ['withdrawn', null, [], null, ['quota-full'], true]])
  })
  test('who is not recognised at all takes no place', () => {
    const result = evaluate([{ ...recognised, conditions: [b.when(b.binary('ge', amount, b.yuan(5)))] }], quotas.slice(0, 1), [project('c1', { 得分: 2, 金额: b.rmb(1) }), project('c2', { 得分: 1, 金额: b.rmb(5) })])
    expect(said(b.line(result, '1', 'c2'))).toEqual(['holds', '甲', ['甲'], null, [], false])
  })
  test('a tie leaves it open, and says so', () => {
    const result = evaluate([recognised, premises], quotas, [project('c1', { 得分: 1 }), project('c2', { 得分: 1 })])
    expect(['1', '2'].map((of) => said(b.line(result, of, 'c1')))).toEqual([['undetermined', null, ['甲'], null, ['tie'], true], ['undetermined', null, [], 24n, ['tie'], true]])
  })
})

describe('what an adjustment says', () => {
  const [passed, kept] = [b.field(b.BOOLEAN, P, '通过'), b.field(b.MONEY, b.applicant(), '留成')]
  const unsure = b.clause('2', '项目', b.grant(amount), { conditions: [b.when(passed)] })
  const cap = (more: Parameters<typeof b.limit>[4] = {}): Limit => b.limit('L', 'total-cap', ['1', '2'], b.yuan(100), { key: [scene], ...more })
  const only = (line: Line): readonly string[] => [b.brief(line), ...line.adjustments.map(({ code }) => code)]

  test('a ceiling above it is capped, though what is granted is not yet known', () => {
    const result = evaluate([b.clause('1', '项目', b.ceiling(amount))], [b.limit('L', 'cap', ['1'], b.yuan(50), { key: [P] })], [project('p', { 金额: b.rmb(80) })])
    expect(only(b.line(result, '1', 'p'))).toEqual(['awaits-decision 0.00..50.00', 'capped'])
  })
  test('a key that is not known, of a line or of an earlier grant', () => {
    const two = [project('p', { 金额: b.rmb(80), 场景: 's' }), project('q', { 金额: b.rmb(80), 场景: null })]
    expect(only(b.line(evaluate([one()], [cap()], two), '1', 'q'))).toEqual(['undetermined 20.00..80.00 ?场景', 'key-unknown'])
    const ledger = [b.paid('1', 'A', 'old', 80, '2026-02-01')]
    expect(only(b.line(evaluate([one()], [cap({ period: 'year' })], [project('p', { 金额: b.rmb(80), 场景: 's' })], { ledger }), '1', 'p'))).toEqual(['undetermined 20.00..80.00 ?场景', 'key-unknown'])
  })
  test('a rank that is not known', () => {
    const result = evaluate([one()], [cap({ share: b.ranked({ 1: score }) })], [project('p', { 金额: b.rmb(80), 场景: 's', 得分: 5 }), project('q', { 金额: b.rmb(80), 场景: 's' })])
    expect(only(b.line(result, '1', 'p'))).toEqual(['undetermined 20.00..80.00 ?得分', 'rank-unknown'])
  })
  test('a limit that is not known', () => {
    const result = interpret(b.policy({ applicant: b.entity('企业', b.fieldOf('留成', b.MONEY)), matters, clauses: [one()], limits: [b.limit('L', 'cap', ['1'], kept, { key: [P] })] }), b.input([b.dossier('A', {}, project('p', { 金额: b.rmb(80) }))]))
    expect(only(b.line(result, '1', 'p'))).toEqual(['undetermined 0.00..80.00 ?留成', 'limit-unknown'])
  })
  test('another line that is not settled', () => {
    const result = evaluate([unsure, one()], [cap()], [project('p', { 金额: b.rmb(80), 场景: 's' })])
    expect(b.line(result, '1', 'p').adjustments.map(({ code }) => code)).toEqual(['others-undetermined'])
  })
})

describe('once', () => {
  const once = b.limit('1#once', 'once', ['1'], b.count(1), { key: [number] })
  test('the earlier grant is cited', () => {
    const result = evaluate([one()], [once], [project('p', { 金额: b.rmb(10), 编号: 'F-1' })], { ledger: [b.paid('1', 'A', 'p', 10, '2023-05-01', { 编号: 'F-1' })] })
    expect(lines(result)).toEqual(['1 p: withdrawn 0.00'])
    expect(codes(b.line(result, '1', 'p'))).toEqual(['1#once already-granted [1 p 2023-05-01]'])
  })
  test('another key, an unknown key, an earlier grant that does not say', () => {
    const at = (key: string | null, earlier: string | null): string => lines(evaluate([one()], [once], [project('p', { 金额: b.rmb(10), 编号: key })], { ledger: [b.paid('1', 'A', 'q', 10, '2023-05-01', earlier === null ? {} : { 编号: earlier })] }))[0]!
    expect(at('F-2', 'F-1')).toBe('1 p: holds 10.00')
    expect(at(null, 'F-1')).toBe('1 p: undetermined 0.00..10.00 ?编号')
    expect(at('F-1', null)).toBe('1 p: undetermined 0.00..10.00 ?编号')
  })
  test('a grant after the day asked for is not an earlier one', () => {
    expect(lines(evaluate([one()], [once], [project('p', { 金额: b.rmb(10), 编号: 'F-1' })], { ledger: [b.paid('1', 'A', 'p', 10, '2026-07-01', { 编号: 'F-1' })] }))).toEqual(['1 p: holds 10.00'])
  })
  test('two lines of one key in one evaluation: the text does not say which', () => {
    const result = evaluate([one()], [once], [project('p', { 金额: b.rmb(10), 编号: 'F-1' }), project('q', { 金额: b.rmb(20), 编号: 'F-1' })])
    expect(lines(result)).toEqual(['1 p: undetermined 0.00..10.00', '1 q: undetermined 0.00..20.00'])
    expect(total(result)).toBe('0..20')
    expect(result.notes.map(({ code }) => code)).toEqual(['quota-exceeded'])
  })
  test('recognition and help in kind are counted too', () => {
    const clause = b.clause('1', '项目', b.inKind(null))
    expect(lines(evaluate([clause], [once], [project('p', { 编号: 'F-1' })], { ledger: [b.paid('1', 'A', 'p', 0, '2023-05-01', { 编号: 'F-1' })] }))).toEqual(['1 p: withdrawn 0.00'])
  })
})

describe('caps', () => {
  test('30% of 1,666,666.67 is 500,000.001: 500,000', () => {
    const cap = b.limit('6.1#cap', 'cap', ['6.1'], b.yuan(500000), { key: [P] })
    const clause = one('6.1', b.share(b.percent(30), amount))
    const result = evaluate([clause], [cap], [project('p', { 金额: b.rmb('1666666.67') }), project('q', { 金额: b.rmb(3000000) }), project('r', {})])
    expect(lines(result)).toEqual(['6.1 p: holds 500000.00', '6.1 q: holds 500000.00', '6.1 r: undetermined 0.00..500000.00 ?金额'])
    expect(codes(b.line(result, '6.1', 'q'))).toEqual(['6.1#cap capped []'])
  })
  test('a cap settles an amount that a missing fact had left open', () => {
    const cap = b.limit('1#cap', 'cap', ['1'], b.yuan(5), { key: [P] })
    expect(lines(evaluate([one('1', b.binary('add', b.yuan(7), amount))], [cap], [project('p', {})]))).toEqual(['1 p: holds 5.00'])
  })
  test('per key: the lines of one key share it in the order of the text, then of the ids', () => {
    const cap = b.limit('1#cap', 'cap', ['1'], b.yuan(50), { key: [number] })
    const result = evaluate([one()], [cap], [project('q', { 金额: b.rmb(30), 编号: 'T' }), project('p', { 金额: b.rmb(30), 编号: 'T' }), project('r', { 金额: b.rmb(30), 编号: 'U' })])
    expect(lines(result)).toEqual(['1 q: holds 20.00', '1 p: holds 30.00', '1 r: holds 30.00'])
    expect(codes(b.line(result, '1', 'q'))).toEqual(['1#cap capped [1 p]'])
  })
  test('an unknown key may be the same', () => {
    const cap = b.limit('1#cap', 'cap', ['1'], b.yuan(50), { key: [number] })
    const result = evaluate([one()], [cap], [project('p', { 金额: b.rmb(30), 编号: 'T' }), project('q', { 金额: b.rmb(30) })])
    expect(lines(result)).toEqual(['1 p: holds 30.00', '1 q: undetermined 20.00..30.00 ?编号'])
  })
  test('earlier payments of the year count', () => {
    const cap = b.limit('1#cap', 'cap', ['1'], b.yuan(50), { key: [b.applicant()], period: 'year' })
    expect(lines(evaluate([one()], [cap], [project('p', { 金额: b.rmb(30) })], { ledger: [b.paid('1', 'A', 'z', 35, '2026-01-09'), b.paid('1', 'B', 'z', 35, '2026-01-09')] }))).toEqual(['1 p: holds 15.00'])
  })
  test('the largest amount is told with what the limit did: not where it is not known, nor where a decision widened it', () => {
    const told = (of: Expr, widened: Limit['widened'] = null, more: Partial<Input> = {}): readonly (bigint | null)[] => {
      const cap = b.limit('1#cap', 'cap', ['1'], of, { key: [P], widened })
      return b.line(evaluate([one()], [cap], [project('p', { 金额: b.rmb(80) })], more), '1', 'p').adjustments.map(({ max }) => max)
    }
    const most = { max: b.yuan(60), when: null }
    expect(told(b.share(b.percent(50), b.field(b.MONEY, b.applicant(), '留成')))).toEqual([2500n])
    expect(told(b.field(b.MONEY, P, '金额上限'))).toEqual([null])
    expect(told(b.yuan(50), most)).toEqual([null])
    expect(told(b.yuan(50), most, { decisions: [{ kind: 'limit', clause: '1', applicant: 'A', subject: 'p', amount: 6000n }] })).toEqual([null])
    expect(told(b.yuan(50), most, { decisions: [{ kind: 'limit', clause: '1', applicant: 'A', subject: 'p', amount: 4000n }] })).toEqual([5000n])
  })
  test('the amount may be a fact; a fraction of a fen is cut, so that rounding never lifts a payment above it', () => {
    const fact = b.limit('8', 'total-cap', ['1'], b.field(b.MONEY, b.applicant(), '留成'), { key: [b.applicant()] })
    expect(lines(evaluate([one()], [fact], [project('p', { 金额: b.rmb(80) })]))).toEqual(['1 p: holds 50.00'])
    const half = b.limit('8', 'cap', ['1'], b.share(b.percent(50), b.yuan('1.01')), { key: [P] })
    expect(lines(evaluate([one()], [half], [project('p', { 金额: b.rmb(80) })]))).toEqual(['1 p: holds 0.50'])
  })
  test('an unknown limit leaves from nothing to all of it', () => {
    const unknown = b.limit('8', 'total-cap', ['1'], b.field(b.MONEY, P, '未填'), { key: [P] })
    expect(lines(evaluate([one()], [unknown], [project('p', { 金额: b.rmb(80) })]))).toEqual(['1 p: undetermined 0.00..80.00 ?未填'])
  })
})

describe('non-cumulation: the highest, or the earliest, stays', () => {
  const clauses = [one('1.1', b.yuan(200000)), one('1.2')]
  const highest = b.limit('1.3', 'non-cumulation', ['1.1', '1.2'], b.count(1), { key: [scene], inPrinciple: true, period: 'ever' })
  const both = (of: number, more: Partial<Input> = {}, has: Parameters<typeof b.matterOf>[2] = { 场景: 'S-1' }): Result =>
    evaluate([b.clause('1.1', '案例', b.grant(b.yuan(200000))), clauses[1]!], [{ ...highest, key: { '1.1': [b.field(b.IDENTIFIER, b.subject('案例'), '场景')], '1.2': [scene] } }], [b.matterOf('案例', 'c', { 场景: 'S-1' }), project('f', { ...has, 金额: b.rmb(of) })], more)

  test('equal amounts: one payment of 200,000, the other withdrawn and explained', () => {
    const result = both(200000)
    expect(lines(result)).toEqual(['1.1 c: holds 200000.00', '1.2 f: withdrawn 0.00'])
    expect(codes(b.line(result, '1.2', 'f'))).toEqual(['1.3 higher-kept [1.1 c]'])
    expect(total(result)).toBe('200000..200000')
  })
  test('300,000 stays, 200,000 is withdrawn', () => {
    expect(lines(both(300000))).toEqual(['1.1 c: withdrawn 0.00', '1.2 f: holds 300000.00'])
  })
  test('in principle: a recorded exception lifts it', () => {
    const result = both(200000, { decisions: [b.except('1.3', 'c', 'f')] })
    expect(lines(result)).toEqual(['1.1 c: holds 200000.00', '1.2 f: holds 200000.00'])
    expect(result.notes.map(({ code, lines: of }) => [code, of])).toEqual([['exception-used', ['1.1 A c', '1.2 A f']]])
  })
  test('no scenario: nothing is shared; an unknown scenario may be the same', () => {
    expect(lines(both(300000, {}, { 场景: b.NOT_APPLICABLE }))).toEqual(['1.1 c: holds 200000.00', '1.2 f: holds 300000.00'])
    const open = both(300000, {}, {})
    expect(lines(open)).toEqual(['1.1 c: undetermined 0.00..200000.00 ?场景', '1.2 f: holds 300000.00'])
  })
  test('an earlier payment for the scenario has taken the place, an earlier level of the same factory has not', () => {
    const earlier = both(300000, { ledger: [b.paid('1.1', 'B', 'x', 200000, '2025-01-01', { 场景: 'S-1' })] })
    expect(lines(earlier)).toEqual(['1.1 c: withdrawn 0.00', '1.2 f: withdrawn 0.00'])
    const same = both(300000, { ledger: [b.paid('1.2', 'A', 'f', 200000, '2025-01-01', { 场景: 'S-1' })] })
    expect(lines(same)).toEqual(['1.1 c: withdrawn 0.00', '1.2 f: holds 300000.00'])
  })
  test('the total over lines of which one can be paid is the larger', () => {
    const result = both(300000, {}, { 场景: 'S-1' })
    expect(result.totals.byMeasure.get('1')).toEqual({ committed: 30000000n, possible: 30000000n, unstated: 0 })
  })
  test('the earliest', () => {
    const date = b.field(b.DATE, P, '日期')
    const earliest: Limit = { ...highest, clauses: ['1'], key: { '1': [scene] }, share: b.ranked({ '1': date }, 'ascending') }
    const result = evaluate([one()], [earliest], [project('p', { 场景: 'S', 金额: b.rmb(9), 日期: '2026-03-01' }), project('q', { 场景: 'S', 金额: b.rmb(5), 日期: '2026-02-01' })])
    expect(lines(result)).toEqual(['1 p: withdrawn 0.00', '1 q: holds 5.00'])
    expect(codes(b.line(result, '1', 'p'))).toEqual(['1.3 earlier-kept [1 q]'])
  })
  test('ceilings that await a decision: at most the larger', () => {
    const ceilings = [b.clause('1', '项目', b.ceiling(amount)), b.clause('2', '项目', b.ceiling(b.yuan(7)))]
    const result = evaluate(ceilings, [{ ...highest, clauses: ['1', '2'], key: { '1': [P], '2': [P] } }], [project('p', { 金额: b.rmb(9) })])
    expect(lines(result)).toEqual(['1 p: awaits-decision 0.00..9.00', '2 p: awaits-decision 0.00..7.00'])
    expect(total(result)).toBe('0..9')
  })
})

describe('the highest stays: money, ranges, and what is not settled', () => {
  const highest = (clauses: readonly string[], max: Expr): Limit => b.limit('L', max.type.kind === 'money' ? 'total-cap' : 'non-cumulation', clauses, max, { share: { kind: 'highest' }, key: [scene] })

  test('of equal amounts the first has the money, the second what is left', () => {
    expect(lines(evaluate([one()], [highest(['1'], b.yuan(100))], [project('p', { 金额: b.rmb(80), 场景: 's' }), project('q', { 金额: b.rmb(80), 场景: 's' })]))).toEqual(['1 p: holds 80.00', '1 q: holds 20.00'])
  })
  test('a ceiling that may come to more is not put back by a smaller grant', () => {
    const [most, less] = [b.clause('1', '项目', b.ceiling(amount)), b.clause('2', '项目', b.grant(b.yuan(50)))]
    expect(lines(evaluate([most, less], [highest(['1', '2'], b.count(1))], [project('p', { 金额: b.rmb(80), 场景: 's' })]))).toEqual(['1 p: awaits-decision 0.00..80.00', '2 p: undetermined 0.00..50.00'])
  })
  test('when there are too many none is paid; one that may not be paid is not surely one too many: only it itself would be', () => {
    const unsure = b.clause('2', '项目', b.grant(amount), { conditions: [b.when(b.field(b.BOOLEAN, P, '通过'))] })
    const none = b.limit('L', 'quota', ['1', '2'], b.count(1), { share: { kind: 'none' }, key: [scene] })
    const said = (has: Parameters<typeof b.matterOf>[2]): readonly unknown[] => {
      const result = evaluate([one(), unsure], [none], [project('p', { 金额: b.rmb(80), 场景: 's', ...has })])
      return [...lines(result), ...result.notes.map(({ code, lines: of }) => `${code} ${of.join()}`)]
    }
    expect(said({ 通过: false })).toEqual(['1 p: holds 80.00', '2 p: fails 0.00'])
    expect(said({})).toEqual(['1 p: undetermined 0.00..80.00 ?通过', '2 p: withdrawn 0.00', 'quota-exceeded 2 A p'])
    expect(said({ 通过: true })).toEqual(['1 p: withdrawn 0.00', '2 p: withdrawn 0.00', 'quota-exceeded 1 A p,2 A p'])
  })
  test('one line alone above the limit is reported too', () => {
    const once = b.limit('L', 'once', ['1'], b.count(1), { key: [number] })
    const maybe = { ledger: [b.paid('1', 'A', 'q', 10, '2023-05-01')] }
    const result = evaluate([one()], [once], [project('p', { 金额: b.rmb(10), 编号: 'F-1' })], maybe)
    expect(result.notes.map(({ code, lines: of }) => [code, of])).toEqual([['quota-exceeded', ['1 A p']]])
    expect(result.notes[0]?.message.zh).toBe('可能超过约束 L 的一次性：1 A p')
    expect(evaluate([one()], [once], [project('p', { 金额: b.rmb(10), 编号: 'F-1' })]).notes).toEqual([])
  })
})

describe('budgets', () => {
  test('pro rata, each rounded down to the fen: 100 shared by 50, 50, 50', () => {
    const budget = b.limit('11', 'budget', ['1'], b.yuan(100), { period: 'year', share: { kind: 'pro-rata' } })
    const result = evaluate([one()], [budget], ['p', 'q', 'r'].map((id) => project(id, { 金额: b.rmb(50) })))
    expect(lines(result)).toEqual(['1 p: holds 33.33', '1 q: holds 33.33', '1 r: holds 33.33'])
    expect(codes(b.line(result, '1', 'p'))).toEqual(['11 shared-pro-rata [1 q; 1 r]'])
  })
  test('first come, until it is used up', () => {
    const budget = b.limit('11', 'budget', ['1'], b.yuan(100), { period: 'year', share: b.ranked({ '1': b.field(b.DATE, P, '日期') }, 'ascending') })
    const result = evaluate([one()], [budget], [project('p', { 金额: b.rmb(60), 日期: '2026-03-01' }), project('q', { 金额: b.rmb(60), 日期: '2026-02-01' }), project('r', { 金额: b.rmb(60), 日期: '2026-04-01' })])
    expect(lines(result)).toEqual(['1 p: holds 40.00', '1 q: holds 60.00', '1 r: withdrawn 0.00'])
    expect(codes(b.line(result, '1', 'r'))).toEqual(['11 used-up [1 p; 1 q]'])
  })
  test('an order that the text does not give leaves open who is paid, not how much in all', () => {
    const budget = b.limit('11', 'budget', ['1'], b.yuan(100), { period: 'year', share: { kind: 'undetermined' } })
    const result = evaluate([one()], [budget], ['p', 'q'].map((id) => project(id, { 金额: b.rmb(60) })))
    expect(lines(result)).toEqual(['1 p: undetermined 40.00..60.00', '1 q: undetermined 40.00..60.00'])
    expect(total(result)).toBe('100..100')
    expect(codes(b.line(result, '1', 'p'))).toEqual(['11 no-order [1 q]'])
  })
})

describe('a line that is open only because an earlier one is unsettled', () => {
  const cap = b.limit('8', 'total-cap', ['1'], b.yuan(50), { key: [number] })
  test('names the fact that the earlier one lacks', () => {
    const result = evaluate([one()], [cap], [project('p', { 编号: 'T' }), project('q', { 金额: b.rmb(30), 编号: 'T' })])
    expect(lines(result)).toEqual(['1 p: undetermined 0.00..50.00 ?金额', '1 q: undetermined 0.00..30.00 ?金额'])
    expect(b.line(result, '1', 'q').missing.map(({ field, subject }) => `${field} of ${subject}`)).toEqual(['金额 of p'])
  })
  test('a payment that is certain, though not how much, takes its place under a quota: nothing of it is lacking', () => {
    const more = one('1', b.binary('add', b.yuan(7), amount))
    const quota = b.limit('8', 'quota', ['1'], b.count(1), { key: [number], share: { kind: 'text-order' } })
    expect(lines(evaluate([more], [quota], [project('p', { 编号: 'T' }), project('q', { 金额: b.rmb(30), 编号: 'T' })]))[1]).toBe('1 q: withdrawn 0.00')
  })
  test('of many lines before it none is named', () => {
    const many = Array.from({ length: 33 }, (_, at) => project(`p${String(at).padStart(2, '0')}`, { 编号: 'T', ...(at === 32 ? { 金额: b.rmb(30) } : {}) }))
    expect(b.line(evaluate([one()], [cap], many), '1', 'p32').missing).toEqual([])
    expect(b.line(evaluate([one()], [cap], many.slice(1)), '1', 'p32').missing).toHaveLength(31)
  })
})

describe('order', () => {
  const capA = b.limit('cap', 'cap', ['1'], b.yuan(50), { key: [P] })
  const quota = b.limit('quota', 'quota', ['1'], b.count(1), { share: { kind: 'highest' } })
  const two = [project('p', { 金额: b.rmb(80) }), project('q', { 金额: b.rmb(90) })]
  test('once, cap, quota, non-cumulation, caps over clauses, budget, whatever the order of the text', () => {
    expect(lines(evaluate([one()], [quota, capA], two))).toEqual(['1 p: holds 50.00', '1 q: withdrawn 0.00'])
  })
  test('the policy may order the kinds otherwise', () => {
    const policy = b.policy({ matters, clauses: [one()], limits: [quota, capA], order: ['quota', 'cap', 'once', 'non-cumulation', 'total-cap', 'budget'] })
    expect(lines(interpret(policy, b.input([b.dossier('A', {}, ...two)])))).toEqual(['1 p: withdrawn 0.00', '1 q: holds 50.00'])
  })
  test('two limits of one kind that leave different lines the other way round are reported with both amounts', () => {
    const first = b.limit('X', 'total-cap', ['1'], b.yuan(50), { key: [b.applicant()] })
    const second = b.limit('Y', 'total-cap', ['1', '2'], b.yuan(60), { share: b.ranked({ '1': b.count(1), '2': b.count(2) }) })
    const result = evaluate([one('1', b.yuan(80)), one('2', b.yuan(30))], [first, second], [project('p', {})])
    expect(lines(result)).toEqual(['1 p: holds 30.00', '2 p: holds 30.00'])
    expect(result.notes).toEqual([])
    const third = b.limit('Z', 'total-cap', ['1', '2'], b.yuan(60), { share: { kind: 'pro-rata' } })
    const dependent = evaluate([one('1', b.yuan(80)), one('2', b.yuan(30))], [first, third], [project('p', {})])
    // First 80 → 50, then 60 shared by 50 and 30: 37.50 and 22.50. The other way round 60 shared by 80 and 30: 43.63 and 16.36.
    expect(lines(dependent)).toEqual(['1 p: holds 37.50', '2 p: holds 22.50'])
    expect(dependent.notes.map(({ code, message }) => [code, message.en])).toEqual([['order-dependent', 'the order of constraint X and constraint Z (both: joint cap) matters and the text does not give it (the former first / the latter first): 1 A p 37.50 yuan / 43.63 yuan; 2 A p 22.50 yuan / 16.36 yuan']])
  })
  test('a limit counts only under its readings', () => {
    const guarded: Limit = { ...capA, under: [{ ambiguity: 'A1', reading: '乙' }] }
    const ambiguity = { id: 'A1', name: b.name('A1'), question: b.name('？'), at: [], readings: [{ name: b.name('甲'), meaning: b.name(''), isDefault: true }, { name: b.name('乙'), meaning: b.name(''), isDefault: false }] }
    const policy = b.policy({ matters, clauses: [one()], limits: [guarded], ambiguities: [ambiguity] })
    const at = (reading: string): readonly string[] => lines(interpret(policy, b.input([b.dossier('A', {}, two[0]!)], { readings: [{ ambiguity: 'A1', reading }] })))
    expect(at('甲')).toEqual(['1 p: holds 80.00'])
    expect(at('乙')).toEqual(['1 p: holds 50.00'])
  })
})
