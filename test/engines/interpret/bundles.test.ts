import { describe, expect, test } from 'vitest'
import type { Clause, Expr, Limit, Term } from '../../../src/core/core.ts'
import type { Input, Line, Result } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const rent = b.field(b.MONEY, P, '租金')
const number = b.field(b.IDENTIFIER, P, '编号')
const since = b.field(b.DATE, P, '起租')
const rank = b.field(b.COUNT, P, '标准')
const matters = [b.entity('项目', b.fieldOf('租金', b.MONEY), b.fieldOf('编号', b.IDENTIFIER), b.fieldOf('起租', b.DATE), b.fieldOf('标准', b.COUNT), b.fieldOf('另得', b.MONEY))]
const term: Term = { unit: 'month', from: since, until: null, longest: b.months(12) }

/** 1 pays by the month, six months of them by 2026-06-30; 2 pays once. */
const monthly = (amount: Expr = rent): Clause => b.clause('1', '项目', b.grant(amount), { terms: [b.under(term)], conditions: [b.unless(b.binary('eq', since, b.day('2026-12-01')))] })
const once = b.clause('2', '项目', b.grant(rent), { conditions: [b.when(b.binary('eq', since, b.day('2026-12-01')))] })
const notTwice = (more: Partial<Omit<Limit, 'key'>> & { readonly key?: readonly Expr[] } = {}): Limit => b.limit('3', 'non-cumulation', ['1', '2'], b.count(1), { key: [number], share: { kind: 'highest' }, ...more })

const flat = (id: string, money: number | null, day: string | null, more: Parameters<typeof b.matterOf>[2] = {}) => b.matterOf('项目', id, { 编号: 'N', 租金: money === null ? null : b.rmb(money), 起租: day, ...more })
const bought = (id: string, money: number, more: Parameters<typeof b.matterOf>[2] = {}) => flat(id, money, '2026-12-01', more)

function evaluated(limit: Limit, of: readonly ReturnType<typeof flat>[], clauses: readonly Clause[] = [monthly(), once], more: Partial<Input> = {}): Result {
  return interpret(b.policy({ matters, clauses, limits: [limit] }), b.input([b.dossier('A', {}, ...of)], more))
}

const text = ({ clause, subject, period, standing, committed, possible, missing }: Line): string =>
  `${clause} ${subject}${period === null ? '' : ` ${period.from.slice(5, 7)}`} ${standing} ${committed / 100n}..${(possible ?? 0n) / 100n}${missing.map(({ field }) => ` ?${field}`).join('')}`

/** Of the lines that do not fail: each once, those of the months that are alike together. */
function said(result: Result): readonly string[] {
  const all = result.applicants.flatMap(({ lines }) => lines).filter(({ standing }) => standing !== 'fails').map((line) => ({ line, like: text({ ...line, period: null }) }))
  return [...new Set(all.map(({ like }) => like))].map((like) => `${like} ×${all.filter((one) => one.like === like).length}`)
}

const total = ({ totals: { committed, possible } }: Result): string => `${committed / 100n}..${possible / 100n}`

describe('of a clause paid by period all periods of a subject stay, or go, together', () => {
  test('their sum is compared; of equal sums the earlier clause stands', () => {
    expect(said(evaluated(notTwice(), [flat('p', 10, '2026-01-15'), bought('q', 59)]))).toEqual(['1 p holds 10..10 ×6', '2 q withdrawn 0..0 ×1'])
    expect(said(evaluated(notTwice(), [flat('p', 10, '2026-01-15'), bought('q', 60)]))).toEqual(['1 p holds 10..10 ×6', '2 q withdrawn 0..0 ×1'])
    expect(said(evaluated(notTwice(), [flat('p', 10, '2026-01-15'), bought('q', 61)]))).toEqual(['1 p withdrawn 0..0 ×6', '2 q holds 61..61 ×1'])
  })
  test('of two subjects of one clause one stays with all its months; the total is what it gets', () => {
    const result = evaluated(notTwice(), [flat('p', 10, '2026-01-15'), flat('r', 31, '2026-05-15')])
    expect(said(result)).toEqual(['1 p withdrawn 0..0 ×6', '1 r holds 31..31 ×2'])
    expect(total(result)).toBe('62..62')
  })
  test('what took the place is named once', () => {
    const lines = evaluated(notTwice(), [flat('p', 10, '2026-01-15'), bought('q', 59)]).applicants.flatMap((one) => one.lines)
    expect(lines.filter(({ standing }) => standing === 'withdrawn').map(({ adjustments }) => adjustments.map(({ code, because }) => [code, because]))).toEqual([[['higher-kept', ['1 p']]]])
  })
  test('what is open leaves ranges, and the total is that of one of the two', () => {
    const rentUnknown = evaluated(notTwice(), [flat('p', null, '2026-01-15'), bought('q', 50)])
    expect(said(rentUnknown)).toEqual(['1 p undetermined 0..0 ?租金 ×6', '2 q undetermined 0..50 ?租金 ×1'])
    const sinceUnknown = evaluated(notTwice(), [flat('p', 10, null), bought('q', 50)], [b.clause('1', '项目', b.grant(rent), { terms: [b.under(term)], conditions: [b.when(b.binary('eq', number, b.text('N')))] }), once])
    expect(said(sinceUnknown)).toContain('1 p undetermined 0..60 ?起租 ×1')
    const keyUnknown = evaluated(notTwice(), [flat('p', 10, '2026-01-15'), bought('q', 61, { 编号: null })])
    expect(said(keyUnknown)).toEqual(['1 p undetermined 0..10 ?编号 ×6', '2 q holds 61..61 ×1'])
    expect(total(keyUnknown)).toBe('61..121')
    const ownKeyUnknown = evaluated(notTwice(), [flat('p', 10, '2026-01-15', { 编号: null }), bought('q', 59)])
    expect(said(ownKeyUnknown)).toEqual(['1 p holds 10..10 ×6', '2 q undetermined 0..59 ?编号 ×1'])
  })
  test('a month that is open makes the sum one', () => {
    const open = monthly(b.binary('multiply', b.periodNumber, rent, b.MONEY))
    expect(said(evaluated(notTwice(), [flat('p', 10, '2026-04-15'), bought('q', 59)], [open, once]))).toEqual(['1 p holds 10..10 ×1', '1 p holds 20..20 ×1', '1 p holds 30..30 ×1', '2 q withdrawn 0..0 ×1'])
    expect(said(evaluated(notTwice(), [flat('p', 10, '2026-04-15'), bought('q', 61)], [open, once]))).toEqual(['1 p withdrawn 0..0 ×3', '2 q holds 61..61 ×1'])
  })
  test('with the period in the key each month is chosen for itself', () => {
    const limit = notTwice({ clauses: ['1'], key: [number, b.periodStart] })
    expect(said(evaluated(limit, [flat('p', 10, '2026-04-15'), flat('r', 11, '2026-06-15')], [monthly()]))).toEqual(['1 p holds 10..10 ×2', '1 p withdrawn 0..0 ×1', '1 r holds 11..11 ×1'])
  })
  test('an earlier grant under the other clause takes the whole place, one under its own does not', () => {
    const paid = (clause: string, subject: string) => ({ ledger: [b.paid(clause, 'A', subject, 5, '2026-02-01', { 编号: 'N', 起租: '2026-01-15' })] })
    expect(said(evaluated(notTwice({ period: 'ever' }), [flat('p', 10, '2026-01-15')], undefined, paid('2', 'z')))).toEqual(['1 p withdrawn 0..0 ×6'])
    expect(said(evaluated(notTwice({ period: 'ever' }), [flat('p', 10, '2026-01-15')], undefined, paid('1', 'p')))).toEqual(['1 p holds 10..10 ×6'])
  })
})

describe('by rank, and against support from elsewhere', () => {
  const ranked = (direction: 'ascending' | 'descending', by: Expr): Limit => notTwice({ clauses: ['1'], share: b.ranked({ 1: by }, direction) })
  test('the best rank of its months stands for a subject', () => {
    const byMonth = ranked('ascending', b.periodStart)
    expect(said(evaluated(byMonth, [flat('p', 10, '2026-03-15'), flat('r', 99, '2026-04-15')], [monthly()]))).toEqual(['1 p holds 10..10 ×4', '1 r withdrawn 0..0 ×3'])
    const last = ranked('descending', b.periodNumber)
    expect(said(evaluated(last, [flat('p', 10, '2026-03-15'), flat('r', 99, '2026-04-15')], [monthly()]))).toEqual(['1 p holds 10..10 ×4', '1 r withdrawn 0..0 ×3'])
  })
  test('equal ranks are a tie, told once; a rank that is not known is open', () => {
    const tied = evaluated(ranked('descending', rank), [flat('p', 10, '2026-05-15', { 标准: 2 }), flat('r', 20, '2026-06-15', { 标准: 2 })], [monthly()])
    expect(said(tied)).toEqual(['1 p undetermined 0..10 ×2', '1 r undetermined 0..20 ×1'])
    expect(tied.notes.map(({ code }) => code)).toEqual(['tie'])
    const open = evaluated(ranked('descending', rank), [flat('p', 10, '2026-05-15', { 标准: null }), flat('r', 20, '2026-06-15', { 标准: 2 })], [monthly()])
    expect(said(open)).toEqual(['1 p undetermined 0..10 ?标准 ×2', '1 r undetermined 0..20 ?标准 ×1'])
    expect(open.notes).toEqual([])
  })
  test('the sum must be above what is had elsewhere', () => {
    const against = notTwice({ clauses: ['1'], elsewhere: { 1: b.field(b.MONEY, P, '另得') } })
    expect(said(evaluated(against, [flat('p', 10, '2026-01-15', { 另得: b.rmb(59) })], [monthly()]))).toEqual(['1 p holds 10..10 ×6'])
    expect(said(evaluated(against, [flat('p', 10, '2026-01-15', { 另得: b.rmb(60) })], [monthly()]))).toEqual(['1 p withdrawn 0..0 ×6'])
    const growing = notTwice({ clauses: ['1'], elsewhere: { 1: b.binary('multiply', b.periodNumber, b.field(b.MONEY, P, '另得'), b.MONEY) } })
    expect(said(evaluated(growing, [flat('p', 10, '2026-05-15', { 另得: b.rmb(9) })], [monthly()]))).toEqual(['1 p holds 10..10 ×2'])
    expect(said(evaluated(growing, [flat('p', 10, '2026-05-15', { 另得: b.rmb(10) })], [monthly()]))).toEqual(['1 p withdrawn 0..0 ×2'])
  })
  test('clauses that may be cumulated leave each other; two subjects of one of them do not', () => {
    const both = notTwice({ cumulable: [b.under(['1', '2'])] })
    expect(said(evaluated(both, [flat('p', 10, '2026-01-15'), bought('q', 61), flat('r', 20, '2026-05-15')]))).toEqual(['1 p holds 10..10 ×6', '1 r withdrawn 0..0 ×2', '2 q holds 61..61 ×1'])
  })
  test('under every other limit each month stands for itself', () => {
    const quota = b.limit('3', 'quota', ['1'], b.count(2), { key: [number], share: { kind: 'text-order' } })
    expect(said(evaluated(quota, [flat('p', 10, '2026-01-15')], [monthly()]))).toEqual(['1 p holds 10..10 ×2', '1 p withdrawn 0..0 ×4'])
  })
})
