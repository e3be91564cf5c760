import { expect, test } from 'vitest'
import type { Applicant } from '../../src/engines/engine.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { adjustmentWhy } from '../../src/explain/adjustments.ts'
import { readable, type Text } from '../../src/explain/text.ts'
import { written } from '../conformance/written.ts'
import * as b from '../build-core.ts'

const HEAD = `
申请人 企业 (enterprise)
  投入 (investment) 金额
事项 项目 (project)
  批次 (batch) 标识
  申报额 (asked) 金额
定义 企业最高额 (cap_of_a_firm) 对 企业
  为 30% 的 投入
条款 1 奖励 (award)
  依据 “奖励”
  对 每个 项目
  给予 申报额
`
const project = (id: string, yuan: number): Applicant['matters'][number] => b.matterOf('项目', id, { 批次: 'a', 申报额: b.rmb(yuan) })
const why = (limit: string, ...matters: Applicant['matters']): readonly Text[] => {
  const policy = written(`${HEAD}${limit}\n`)
  const result = interpret(policy, b.input([b.dossier('甲', { 投入: b.rmb(1_000_000) }, ...matters)]))
  return result.applicants.flatMap(({ lines }) => lines).flatMap((line) => line.adjustments.map((each) => adjustmentWhy(policy, line, each, result.readings)))
}

test('a cap that is computed says what it came to, and how it is written', () => {
  expect(why('  最高 企业最高额 累计 按 批次 按条款顺序', project('p', 400_000))).toEqual([{ zh: '同一批次最高30万元（企业最高额）', en: 'at most 300,000 yuan (cap_of_a_firm) for the same batch' }])
  expect(why('  最高 企业最高额 累计 按 批次 按条款顺序', project('p', 100_000), project('q', 400_000))).toEqual([{ zh: '同一批次最高30万元（企业最高额），p已占10万元', en: 'at most 300,000 yuan (cap_of_a_firm) for the same batch; p takes 100,000 yuan of it' }])
})
test('amounts reduced in proportion: money is short only where a budget is', () => {
  expect(why('  最高 企业最高额 累计 按 批次 按比例压减', project('p', 400_000), project('q', 200_000))).toEqual([
    { zh: '合计超过限额，按同一比例减少：q', en: 'together they exceed the limit: all are reduced in the same proportion: q' },
    { zh: '合计超过限额，按同一比例减少：p', en: 'together they exceed the limit: all are reduced in the same proportion: p' },
  ])
  expect(why(`
约束 9 预算 (budget)
  依据 “预算”
  全部条款 合计 每年 不超过 30万元 按比例压减
`, project('p', 400_000), project('q', 200_000))).toEqual([
    { zh: '资金不足，按同一比例减少：q', en: 'the money does not suffice: all are reduced in the same proportion: q' },
    { zh: '资金不足，按同一比例减少：p', en: 'the money does not suffice: all are reduced in the same proportion: p' },
  ])
})

test('of several that come first only the number is told; where the rank is the same, that is told', () => {
  const ranked = (...scores: readonly number[]): Applicant['matters'] => scores.map((score, at) => b.matterOf('项目', `p_${at}`, { 批次: `${at}`, 申报额: b.rmb(score) }))
  const quota = '  每年 不超过 4项 按 申报额 从高到低'
  expect(why(quota, ...ranked(900, 800, 700, 600, 500))).toEqual([{ zh: '每年最多4项，名额已满：另有4项在先', en: 'at most 4 items a year; the places are all taken: 4 others come first' }])
  expect(why(quota, ...ranked(900, 800, 700, 600, 600))[0]).toEqual({ zh: '每年最多4项，名次相同，原文没有说谁在先：另有4项在先或者并列', en: 'at most 4 items a year; the rank is the same, and the text does not say who comes first: 4 others come first or rank the same' })
})

test('of equal amounts one stays, and no other is said to be higher; an id stands as it was given', () => {
  const limit = `
约束 9 不重复 (once_only)
  依据 “不重复”
  同一 批次 的 条款 1 取 最高者
`
  const equal = ['p_1', 'p_2'].map((id) => b.matterOf('项目', id, { 批次: 'a', 申报额: b.rmb(100) }))
  expect(why(limit, ...equal).map((text) => readable(text))).toEqual([{ zh: '只保留金额最高的一项：p_1', en: 'only the highest amount stays: p_1' }])
})

test('whole or nothing: the lines before it, and what is left is not enough', () => {
  const whole = '  每年 不超过 30万元 按条款顺序 不足整笔不给予'
  expect(why(whole, project('p', 200_000), project('q', 200_000))).toEqual([{ zh: '所余不够给整笔：p', en: 'what is left is not enough for the whole: p' }])
  expect(why(whole, project('p', 300_001))).toEqual([{ zh: '所余不够给整笔', en: 'what is left is not enough for the whole' }])
})
