import { expect, test } from 'vitest'
import type { Decision } from '../../src/engines/engine.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { explainLine } from '../../src/explain/line.ts'
import { written } from '../conformance/written.ts'
import * as b from '../build-core.ts'

const POLICY = written(`
申请人 企业 (enterprise)
  投入 (investment) 金额
条款 1 奖励 (award)
  依据 “奖励”
  对 每个 企业
  给予 投入
  最高 50万元 每年 按 企业 可放宽至 80万元
`)

const limits = (decisions: readonly Decision[]): readonly unknown[] => {
  const result = interpret(POLICY, b.input([b.dossier('甲', { 投入: b.rmb(1_000_000) })], { decisions }))
  return result.applicants.flatMap(({ lines }) => lines).flatMap((line) => [
    line.adjustments.map(({ code, widened }) => [code, widened]),
    ...explainLine(POLICY, line, result.readings).parts.filter(({ about }) => about === 'adjustments').flatMap(({ sentences }) => sentences),
  ])
}

test('a cap that a decision widened says what it was, and to what it was widened', () => {
  expect(limits([{ kind: 'limit', clause: '1', applicant: '甲', subject: '甲', amount: 70_000_000n }])).toEqual([
    [['capped', 70_000_000n]],
    { zh: '单项最高额：原为100万元，现为70万元，因为每年最高50万元，经决定放宽至70万元。', en: 'Cap: before 1,000,000 yuan, now 700,000 yuan, because at most 500,000 yuan a year; widened by decision to 700,000 yuan.' },
  ])
})

test('a decision that widens nothing, or too much, is not said to have widened it', () => {
  expect(limits([{ kind: 'limit', clause: '1', applicant: '甲', subject: '甲', amount: 40_000_000n }])[0]).toEqual([['capped', null]])
  expect(limits([{ kind: 'limit', clause: '1', applicant: '甲', subject: '甲', amount: 90_000_000n }])[0]).toEqual([['widening-too-high', null]])
  expect(limits([])[0]).toEqual([['widening-undecided', null]])
})
