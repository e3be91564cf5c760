import { describe, expect, test } from 'vitest'
import { clauseIsValid, inForceFrom, isInForce } from '../../src/engines/in-force.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'
import { agree } from './compiled/agree.ts'

describe('in force', () => {
  const draft = b.policy({ published: null, clauses: [b.clause('1', '企业', b.grant(b.yuan(100)))] })

  test('a draft is not in force: every line fails for that reason, nothing is due', () => {
    const result = interpret(draft, b.input([b.dossier('A')]))
    expect(result.inForce).toBe(false)
    expect(b.brief(b.line(result, '1', 'A'))).toBe('fails 0.00')
    expect(b.line(result, '1', 'A').reasons.map(({ code }) => code)).toEqual(['not-in-force'])
    expect(result.totals.possible).toBe(0n)
  })
  test('as if published', () => {
    const at = (on: string): string => b.brief(b.line(interpret(draft, b.input([b.dossier('A')], { asIfPublished: '2026-03-01', on })), '1', 'A'))
    expect(at('2026-02-28')).toBe('fails 0.00')
    expect(at('2026-03-01')).toBe('holds 100.00')
  })
  test('自公布之日起30日后施行, 至 the last day', () => {
    const policy = b.policy({ published: '2026-01-01', commencement: { id: '13', from: { kind: 'publication', days: 30 }, until: '2028-12-31', cites: [] } })
    expect(inForceFrom(policy, b.input([]))).toBe('2026-01-31')
    expect(isInForce(policy, '2026-01-31', '2026-01-30')).toBe(false)
    expect(isInForce(policy, '2026-01-31', '2028-12-31')).toBe(true)
    expect(isInForce(policy, '2026-01-31', '2029-01-01')).toBe(false)
  })
  test('a fixed day', () => {
    const policy = b.policy({ commencement: { id: '13', from: { kind: 'day', day: '2026-05-01' }, until: null, cites: [] } })
    expect(inForceFrom(policy, b.input([]))).toBe('2026-05-01')
  })
  test("a clause's own days narrow the policy's", () => {
    const clause = b.clause('1', '企业', b.grant(b.yuan(100)), { valid: { from: '2026-07-01', until: null } })
    expect(clauseIsValid(clause, '2026-06-30')).toBe(false)
    expect(clauseIsValid(clause, '2026-07-01')).toBe(true)
    expect(b.brief(b.line(interpret(b.policy({ clauses: [clause] }), b.input([b.dossier('A')])), '1', 'A'))).toBe('fails 0.00')
  })
  test('a last day of its own stands in the place of the policy’s: a duty to repay outlives the measures', () => {
    const commencement = { id: '13', from: { kind: 'day', day: '2026-01-01' }, until: '2028-12-31', cites: [] } as const
    const back = b.clause('12', '企业', b.repayment(b.granted(['2'])), { valid: { from: null, until: '2033-12-31' } })
    const policy = b.policy({ commencement, clauses: [b.clause('2', '企业', b.grant(b.yuan(100))), back] })
    const at = (on: string): readonly string[] => {
      const input = b.input([b.dossier('A')], { on, ledger: [b.paid('2', 'A', 'A', 70, '2027-05-01')] })
      agree(policy, input)
      return ['2', '12'].map((id) => b.brief(b.line(interpret(policy, input), id, 'A')))
    }
    expect(at('2028-12-31')).toEqual(['holds 100.00', 'holds 70.00'])
    expect(at('2029-01-01')).toEqual(['fails 0.00', 'holds 70.00'])
    expect(at('2034-01-01')).toEqual(['fails 0.00', 'fails 0.00'])
    expect(at('2025-12-31')).toEqual(['fails 0.00', 'fails 0.00'])
  })
})
