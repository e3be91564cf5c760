import { describe, expect, test } from 'vitest'
import type { Clause, Limit } from '../../../src/core/core.ts'
import type { Result, Sum } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const scene = b.field(b.IDENTIFIER, P, '场景')
const matters = [b.entity('项目', b.fieldOf('场景', b.IDENTIFIER), b.fieldOf('额', b.MONEY))]
const clauses: readonly Clause[] = [b.clause('1', '项目', b.ceiling(b.field(b.MONEY, P, '额'))), b.clause('2', '项目', b.grant(b.yuan(10)), { measure: '2' })]
const measures = [
  { id: '1', name: b.name('措施一'), responsible: ['市科技局', '市工信局'], cooperating: [], heading: null, responsibility: null },
  { id: '2', name: b.name('措施二'), responsible: ['市工信局'], cooperating: [], heading: null, responsibility: null },
]
function evaluate(limits: readonly Limit[], ...of: readonly (readonly [string, number])[]): Result {
  const dossier = b.dossier('A', {}, ...of.map(([where, amount], at) => b.matterOf('项目', `p${at}`, { 场景: where, 额: b.rmb(amount) })))
  return interpret(b.policy({ matters, clauses, measures, limits }), b.input([dossier, b.dossier('B')]))
}
const text = ({ committed, possible, unstated }: Sum): string => `${committed / 100n}..${possible / 100n}${unstated > 0 ? ` +${unstated}` : ''}`

describe('totals', () => {
  test('exact sums, by clause, measure, first lead unit, year and applicant', () => {
    const { totals, applicants } = evaluate([], ['s', 5], ['t', 7])
    expect(text(totals)).toBe('20..32')
    expect([...totals.byClause].map(([id, sum]) => `${id}: ${text(sum)}`)).toEqual(['1: 0..12', '2: 20..20'])
    expect([...totals.byMeasure].map(([id, sum]) => `${id}: ${text(sum)}`)).toEqual(['1: 0..12', '2: 20..20'])
    expect([...totals.byAgency].map(([id, sum]) => `${id}: ${text(sum)}`)).toEqual(['市科技局: 0..12', '市工信局: 20..20'])
    expect([...totals.byYear].map(([id, sum]) => `${id}: ${text(sum)}`)).toEqual(['2026: 20..32'])
    expect(applicants.map(({ total }) => text(total))).toEqual(['20..32', '0..0'])
    expect(totals.standings).toEqual({ holds: 2, fails: 0, undetermined: 0, 'awaits-decision': 2, withdrawn: 0 })
  })
  test('of lines of which one can be paid the larger is possible', () => {
    const one = b.limit('X', 'non-cumulation', ['1'], b.count(1), { key: [scene] })
    const { totals } = evaluate([one], ['s', 5], ['s', 7], ['t', 3])
    expect(text(totals.byClause.get('1')!)).toBe('0..10')
  })
  test('a limit of money bounds its lines together; limits of different clauses add up', () => {
    const budget = b.limit('X', 'budget', ['1'], b.yuan(8), { share: { kind: 'undetermined' } })
    const quota = b.limit('Y', 'quota', ['2'], b.count(1), { share: { kind: 'undetermined' } })
    const { totals } = evaluate([budget, quota], ['s', 5], ['t', 7])
    expect(text(totals.byClause.get('1')!)).toBe('0..8')
    expect(text(totals.byClause.get('2')!)).toBe('0..10')
    expect(text(totals)).toBe('0..18')
  })
  test('places are filled: the total is committed although no line is', () => {
    const quota = b.limit('Y', 'quota', ['2'], b.count(1), { share: b.ranked({ '2': b.count(1) }) })
    expect(text(evaluate([quota], ['s', 0], ['t', 0]).totals)).toBe('10..10')
    // A later limit may take it away again: then nothing is committed, and at most what that limit allows is possible.
    const budget = b.limit('Z', 'budget', ['2'], b.yuan(4), { share: { kind: 'none' } })
    expect(text(evaluate([quota, budget], ['s', 0], ['t', 0]).totals)).toBe('0..4')
  })
  test('lines to which the text sets no limit are counted, not summed', () => {
    const policy = b.policy({ matters, clauses: [b.clause('1', '项目', b.ceiling(null)), b.clause('2', '项目', b.grant(b.yuan(1)))] })
    expect(text(interpret(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p'))])).totals)).toBe('1..1 +1')
  })
})
