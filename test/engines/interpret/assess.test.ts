import { describe, expect, test } from 'vitest'
import type { Clause } from '../../../src/core/core.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const flag = (called: string): Clause['conditions'] => [b.when(b.field(b.BOOLEAN, P, called))]
const general = b.clause('1', '项目', b.grant(b.yuan(100)))
const special = b.clause('2', '项目', b.grant(b.yuan(300)), { conditions: flag('特殊'), exceptionTo: ['1'] })
const back = b.clause('3', '项目', b.grant(b.yuan(5)), { conditions: flag('恢复'), reinstates: ['1'] })

function evaluate(clauses: readonly Clause[], has: Parameters<typeof b.matterOf>[2], more: Parameters<typeof b.input>[1] = {}): readonly string[] {
  const matters = [b.entity('项目', b.fieldOf('特殊', b.BOOLEAN), b.fieldOf('恢复', b.BOOLEAN))]
  const result = interpret(b.policy({ matters, clauses }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p', has))], more))
  return result.applicants[0]!.lines.map(b.brief)
}

describe('exceptions between clauses', () => {
  test('the exception displaces the general clause for the same subject', () => {
    expect(evaluate([general, special], { 特殊: true })).toEqual(['fails 0.00', 'holds 300.00'])
    expect(evaluate([general, special], { 特殊: false })).toEqual(['holds 100.00', 'fails 0.00'])
  })
  test('an undetermined exception leaves the general clause open', () => {
    expect(evaluate([general, special], {})).toEqual(['undetermined 0.00..100.00 ?特殊', 'undetermined 0.00..300.00 ?特殊'])
  })
  test('what the exception would give is of no account for the general clause', () => {
    const most = { ...special, effects: b.clause('2', '项目', b.grant(b.min(b.field(b.MONEY, P, '金额'), b.yuan(300)))).effects }
    expect(evaluate([general, most], {})).toEqual(['undetermined 0.00..100.00 ?特殊', 'undetermined 0.00..300.00 ?特殊 ?金额'])
  })
  test('the reason names the exception', () => {
    const matters = [b.entity('项目', b.fieldOf('特殊', b.BOOLEAN))]
    const result = interpret(b.policy({ matters, clauses: [general, special] }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p', { 特殊: true }))]))
    expect(b.line(result, '1', 'p').reasons.map(({ code, found, cite }) => [code, found, cite?.sentence])).toEqual([['excepted', '2', '2']])
  })
  test('a reinstatement lifts the exception', () => {
    expect(evaluate([general, special, back], { 特殊: true, 恢复: true })).toEqual(['holds 100.00', 'holds 300.00', 'holds 5.00'])
    expect(evaluate([general, special, back], { 特殊: true, 恢复: false })).toEqual(['fails 0.00', 'holds 300.00', 'fails 0.00'])
    expect(evaluate([general, special, back], { 特殊: true })).toEqual(['undetermined 0.00..100.00 ?恢复', 'holds 300.00', 'undetermined 0.00..5.00 ?恢复'])
  })
  test('a reinstatement may name the exception instead', () => {
    expect(evaluate([general, special, { ...back, reinstates: ['2'] }], { 特殊: true, 恢复: true })[0]).toBe('holds 100.00')
  })
  test('an exception to the exception', () => {
    const third = b.clause('3', '项目', b.grant(b.yuan(5)), { conditions: flag('恢复'), exceptionTo: ['2'] })
    expect(evaluate([general, special, third], { 特殊: true, 恢复: true })).toEqual(['holds 100.00', 'fails 0.00', 'holds 5.00'])
  })
  test('a power displaces only when it is used', () => {
    const power = { ...special, powers: b.POWER }
    expect(evaluate([general, power], { 特殊: true })).toEqual(['undetermined 0.00..100.00', 'awaits-decision 0.00..300.00'])
    expect(evaluate([general, power], { 特殊: true }, { decisions: [b.decide('2', 'A', 'p', true)] })).toEqual(['fails 0.00', 'holds 300.00'])
    expect(evaluate([general, power], { 特殊: true }, { decisions: [b.decide('2', 'A', 'p', false)] })).toEqual(['holds 100.00', 'fails 0.00'])
  })
  test('a circle is undetermined, never a hang', () => {
    const one = b.clause('1', '项目', b.grant(b.yuan(100)), { exceptionTo: ['2'] })
    const two = b.clause('2', '项目', b.grant(b.yuan(200)), { exceptionTo: ['1'] })
    expect(evaluate([one, two], {})).toEqual(['undetermined 0.00..100.00', 'undetermined 0.00..200.00'])
  })
})
