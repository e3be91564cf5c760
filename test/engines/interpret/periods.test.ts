import { describe, expect, test } from 'vitest'
import type { Clause, Term } from '../../../src/core/core.ts'
import type { Line, Trace } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('人员')
const date = (called: string): Term['from'] => b.field(b.DATE, P, called)
const matters = [b.entity('人员', b.fieldOf('起始日', b.DATE), b.fieldOf('离开日', b.DATE), b.fieldOf('期限', b.DURATION), b.fieldOf('早先受理', b.BOOLEAN))]
const parameters = [b.parameterOf('标准', b.MONEY, [null, b.yuan(10)], ['2026-04-01', b.yuan(20)])]

/** In force from 2026-01-01, asked on 2026-06-30. */
function paid(clause: Clause, has: Parameters<typeof b.matterOf>[2]): readonly Line[] {
  return interpret(b.policy({ matters, parameters, clauses: [clause] }), b.input([b.dossier('A', {}, b.matterOf('人员', 'p', has))])).applicants.flatMap(({ lines }) => lines)
}
const monthly = (term: Partial<Term> = {}): Clause => b.clause('1', '人员', b.grant(b.parameter(b.MONEY, '标准')), { terms: [b.under({ unit: 'month', from: date('起始日'), until: null, longest: null, ...term })] })
const shown = (lines: readonly Line[]): readonly string[] => lines.map((line) => `${line.period?.number ?? '-'} ${line.period?.from ?? '-'} ${b.brief(line)}`)
const reasons = (lines: readonly Line[]): readonly (readonly string[])[] => lines.map((line) => line.reasons.map(({ code }) => code))
const ids = (trace: Trace): readonly string[] => [trace.id, ...trace.children.flatMap(ids)]

describe('a line a subject and period', () => {
  test('calendar months, from the month of the first day, by the parameter of the month', () => {
    expect(shown(paid(monthly(), { 起始日: '2026-03-20' }))).toEqual(['1 2026-03-01 holds 10.00', '2 2026-04-01 holds 20.00', '3 2026-05-01 holds 20.00', '4 2026-06-01 holds 20.00'])
  })
  test('months before the policy was in force are counted, not paid', () => {
    expect(shown(paid(monthly({ longest: b.months(4) }), { 起始日: '2025-10-20' }))).toEqual(['4 2026-01-01 holds 10.00'])
  })
  test('years are counted from the first day', () => {
    expect(shown(paid(monthly({ unit: 'year', longest: b.months(24) }), { 起始日: '2025-06-30' }))).toEqual(['1 2025-06-30 holds 10.00', '2 2026-06-30 holds 20.00'])
  })
  test('no period begins after the last day; a last day that does not apply is none', () => {
    expect(shown(paid(monthly({ until: date('离开日') }), { 起始日: '2026-03-20', 离开日: '2026-04-02' }))).toEqual(['1 2026-03-01 holds 10.00', '2 2026-04-01 holds 20.00'])
    expect(paid(monthly({ until: date('离开日') }), { 起始日: '2026-05-20', 离开日: b.NOT_APPLICABLE })).toHaveLength(2)
  })
  test('a last day that is not known leaves each period open, and says so; a known one does not', () => {
    const open = paid(monthly({ until: date('离开日') }), { 起始日: '2026-05-20' })
    expect(shown(open)).toEqual(['1 2026-05-01 undetermined 0.00..20.00 ?离开日', '2 2026-06-01 undetermined 0.00..20.00 ?离开日'])
    expect(reasons(open)).toEqual([['period-unknown'], ['period-unknown']])
    expect(reasons(paid(monthly({ until: date('离开日') }), { 起始日: '2026-06-20', 离开日: '2026-12-31' }))).toEqual([[]])
  })
  test('a first day that is not known gives one line for all periods that may be, with each value of the parameter', () => {
    const [only, ...more] = paid(monthly(), {})
    expect(more).toEqual([])
    expect(only === undefined ? [] : shown([only])).toEqual(['- - undetermined 0.00..120.00 ?起始日'])
    expect(only === undefined ? [] : ids(only.trace).filter((id) => id.includes('amount'))).toEqual(['1/effect/amount', '1/effect/amount/1', '1/effect/amount/1/value', '1/effect/amount/2', '1/effect/amount/2/value'])
    expect(shown(paid(monthly({ longest: b.months(2) }), {}))).toEqual(['- - undetermined 0.00..40.00 ?起始日'])
  })
  test('a limit tells its largest amount for one period, not for a line that stands for several', () => {
    const limits = [b.limit('1#cap', 'cap', ['1'], b.yuan(5), { key: [P], period: 'month' })]
    const told = (has: Parameters<typeof b.matterOf>[2]): readonly (bigint | null)[] =>
      interpret(b.policy({ matters, parameters, clauses: [monthly()], limits }), b.input([b.dossier('A', {}, b.matterOf('人员', 'p', has))])).applicants.flatMap(({ lines }) => lines.flatMap((line) => line.adjustments.map(({ max }) => max)))
    expect(told({ 起始日: '2026-06-01' })).toEqual([500n])
    expect(told({})).toEqual([null])
  })
  test('where no period counts, or the first day does not apply, a line says so', () => {
    expect(reasons(paid(monthly(), { 起始日: '2026-07-01' }))).toEqual([['no-period']])
    expect(reasons(paid(monthly(), { 起始日: b.NOT_APPLICABLE }))).toEqual([['not-applicable']])
    expect([{ 起始日: b.NOT_APPLICABLE }, { 起始日: '2026-07-01' }].map((has) => paid(monthly(), has).flatMap((line) => line.reasons.map(({ applies }) => applies)))).toEqual([[false], [true]])
  })
})

describe('须经决定 如: a power where the condition holds', () => {
  const clause = b.clause('1', '人员', b.grant(b.yuan(5)), { powers: [b.under({ when: b.field(b.BOOLEAN, P, '早先受理'), cites: [] })] })
  test('pays without a decision where it does not hold, waits where it does, is open where it is not known', () => {
    expect([false, true, null].map((value) => shown(paid(clause, { 早先受理: value })))).toEqual([['- - holds 5.00'], ['- - awaits-decision 0.00..5.00'], ['- - undetermined 0.00..5.00 ?早先受理']])
  })
  test('the condition is a step of the trace', () => {
    expect(paid(clause, { 早先受理: true }).flatMap((line) => ids(line.trace))).toEqual(['1', '1/power1', '1/effect/amount'])
  })
})
