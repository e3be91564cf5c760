import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('overlapping-rows', () => {
  it('reports a number that two rows have', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例
  1亿元 以上 不超过 5亿元 40%
  ⟦5亿元 以上⟧ 30%
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'overlapping-rows')
  })
  it('sorts the rows first', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例
  5亿元 以上 30%
  1亿元 以上 不满 5亿元 40%
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'overlapping-rows')
  })
})
