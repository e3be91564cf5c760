import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('example-without-expectation', () => {
  it('reports an example that tests nothing', () => {
    expectReports(`事项 项目 (project)
  项目编号 (number) 标识
  总投入 (investment) 金额
  获得立项 (approved) 是否
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 获得立项
  给予 20万元
示例 ⟦甲例⟧ (a)
  设 企业 甲`, 'example-without-expectation')
  })
  it('is silent when it expects something', () => {
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
  得 条款 1.1 20万元`, 'example-without-expectation')
  })
})
