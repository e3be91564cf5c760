import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('doubled-item', () => {
  it('reports a power that is said twice', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  可
  ⟦可⟧
  给予 20万元`, 'doubled-item', `条款 1.1 奖励
  参见 “……”
  可
  
  给予 20万元`)
  })
  it('reports a second subject, and leaves the choice to the drafter', () => {
    expectReports(`事项 项目 (project)
  项目编号 (number) 标识
  总投入 (investment) 金额
  获得立项 (approved) 是否
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  ⟦对 每个 企业⟧
  给予 20万元`, 'doubled-item')
  })
})
