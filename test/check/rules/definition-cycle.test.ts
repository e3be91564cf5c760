import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('definition-cycle', () => {
  it('reports two definitions that use each other', () => {
    expectReports(`定义 ⟦甲类⟧ 对 企业
  为 小微企业 或 乙类
定义 乙类 对 企业
  为 甲类
条款 1.1 奖励
  参见 “……”
  当 甲类
  给予 20万元`, 'definition-cycle')
  })
  it('reports one that uses itself', () => {
    expectReports(`定义 ⟦甲类⟧ 对 企业
  为 小微企业 或 甲类
条款 1.1 奖励
  参见 “……”
  当 甲类
  给予 20万元`, 'definition-cycle')
  })
  it('is silent on a chain', () => {
    expectReports(`定义 甲类 对 企业
  为 小微企业 或 乙类
定义 乙类 对 企业
  为 职工人数 300人 以上
条款 1.1 奖励
  参见 “……”
  当 甲类
  给予 20万元`, 'definition-cycle')
  })
})
