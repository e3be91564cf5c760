import { expect, test } from 'vitest'
import { changeEffect } from '../../src/analyses/change-effect.ts'
import type { Policy } from '../../src/core/core.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'

const policy = (small: number, large: number): Policy => b.policy({
  applicant: b.entity('企业', b.fieldOf('大型', b.BOOLEAN)),
  clauses: [b.clause('1.1', '企业', b.grant(b.choose([[b.field(b.BOOLEAN, b.subject('企业'), '大型'), b.yuan(large)]], b.yuan(small))))],
})
const input = b.input([b.dossier('大', { 大型: true }), b.dossier('小', { 大型: false }), b.dossier('未知', { 大型: null })])

test('winners, losers, and those whose range alone changes', () => {
  const found = changeEffect(interpret(policy(100, 200), input), interpret(policy(110, 150), input))
  expect([found.gain, found.lose, found.unchanged]).toEqual([2, 1, 0])
  expect(found.applicants.map((each) => [each.id, each.direction, each.lines.length])).toEqual([['大', 'loses', 1], ['小', 'gains', 1], ['未知', 'gains', 1]])
})

test('nothing changes between equal results; a line that fails is as none', () => {
  const result = interpret(policy(100, 200), input)
  expect(changeEffect(result, result)).toMatchObject({ gain: 0, lose: 0, unchanged: 3 })
  const more: Policy = { ...policy(100, 200), clauses: [...policy(100, 200).clauses, b.clause('1.2', '企业', b.grant(b.yuan(1)), { conditions: [b.when(b.no)] })] }
  expect(changeEffect(result, interpret(more, input)).applicants.flatMap((each) => each.lines)).toEqual([])
})

test('of what is paid by period each period is a line of its own', () => {
  const monthly = (yuan: number): Policy => b.policy({
    applicant: b.entity('企业', b.fieldOf('起租日', b.DATE)),
    clauses: [b.clause('3.1', '企业', b.grant(b.yuan(yuan)), { terms: [b.under({ unit: 'month', from: b.field(b.DATE, b.subject('企业'), '起租日'), until: null, longest: null })] })],
  })
  const rent = b.input([b.dossier('甲', { 起租日: '2026-03-01' })], { on: '2026-05-31' })
  const [applicant] = changeEffect(interpret(monthly(100), rent), interpret(monthly(110), rent)).applicants
  expect(applicant?.lines.map(({ before, after }) => [after?.period?.from, before?.period?.from, before?.committed, after?.committed])).toEqual([
    ['2026-03-01', '2026-03-01', 10_000n, 11_000n], ['2026-04-01', '2026-04-01', 10_000n, 11_000n], ['2026-05-01', '2026-05-01', 10_000n, 11_000n],
  ])
})
