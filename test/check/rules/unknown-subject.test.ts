import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('unknown-subject', () => {
  it('reports a subject that is not given', () => {
    expectFix(`事项 项目 (project)
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
  设 项目 一号项目 获得立项 是
  得 条款 1.1（⟦二号项目⟧） 20万元`, 'unknown-subject', `事项 项目 (project)
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
  设 项目 一号项目 获得立项 是
  得 条款 1.1（一号项目） 20万元`)
  })
  it('reports one in a decision', () => {
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
  决定 条款 1.1（⟦乙⟧） 10万元
  得 条款 1.1 20万元`, 'unknown-subject')
  })
})
