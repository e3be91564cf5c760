import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('duplicate-subject', () => {
  it('reports two applicants of one name', () => {
    expectReports(`事项 项目 (project)
  项目编号 (number) 标识
  总投入 (investment) 金额
  获得立项 (approved) 是否
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 获得立项
  给予 20万元
示例 甲例 (a)
  设 企业 甲
  设 项目 一号 获得立项 是
  设 企业 ⟦甲⟧
  得 条款 1.1 20万元`, 'duplicate-subject')
  })
  it('lets two applicants have a matter of one name', () => {
    expectReports(`事项 项目 (project)
  项目编号 (number) 标识
  总投入 (investment) 金额
  获得立项 (approved) 是否
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 获得立项
  给予 20万元
示例 甲例 (a)
  设 企业 甲
  设 项目 一号 获得立项 是
  设 企业 乙
  设 项目 一号 获得立项 否
  得 总计 20万元`, 'duplicate-subject')
  })
})
