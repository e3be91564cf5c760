import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('gap-in-cases', () => {
  it('reports what lies between two rows', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例
  1亿元 以上 不满 5亿元 40%
  ⟦6亿元 以上⟧ 30%
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'gap-in-cases')
  })
  it('reports a single number that is left out', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例
  不满 5亿元 40%
  ⟦超过 5亿元⟧ 30%
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'gap-in-cases')
  })
  it('is silent when rows meet', () => {
    expectReports(`对照 档次 按 营业收入
  列 补助比例
  不超过 5亿元 40%
  超过 5亿元 30%
条款 1.1 奖励
  参见 “……”
  给予 补助比例 的 研发投入
  最高 100万元`, 'gap-in-cases')
  })
})
