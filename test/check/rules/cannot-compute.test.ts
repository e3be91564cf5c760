import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('cannot-compute', () => {
  it('reports money times money', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 ⟦营业收入 × 研发投入⟧
  最高 1万元`, 'cannot-compute')
  })
  it('reports a share of a day', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 ⟦10% 的 成立日期⟧
  最高 1万元`, 'cannot-compute')
  })
  it('takes what has a meaning', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 0.8元/吨 × 用水量 + 10% 的 研发投入
  最高 50万元`, 'cannot-compute')
  })
})
