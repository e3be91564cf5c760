import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('row-arity', () => {
  it('reports a row that lacks a value', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例，封顶比例
  不满 5亿元 40% 60%
  ⟦5亿元 以上 30%⟧
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'row-arity')
  })
  it('is silent when each column has one', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例，封顶比例
  不满 5亿元 40% 60%
  5亿元 以上 30% 40%
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'row-arity')
  })
})
