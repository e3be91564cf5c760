import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('alias-conflict', () => {
  it('reports one alias of two names', () => {
    expectReports(`参数 奖励标准 (award)
  20万元
参数 补助标准 (⟦award⟧)
  10万元
条款 1.1 奖励
  参见 “……”
  给予 奖励标准`, 'alias-conflict')
  })
  it('holds for the names of examples as well', () => {
    expectReports(`参数 奖励标准 (award)
  20万元
条款 1.1 奖励
  参见 “……”
  给予 奖励标准
示例 奖励标准 (⟦standard⟧)
  设 企业 甲
  得 条款 1.1 20万元`, 'alias-conflict')
  })
  it('reports two aliases of one name', () => {
    expectFix(`事项 项目 (project)
  得分 (score) 整数 分
事项 平台 (platform)
  得分 (⟦points⟧) 整数 分
条款 1.1 奖励
  参见 “……”
  给予 20万元`, 'alias-conflict', `事项 项目 (project)
  得分 (score) 整数 分
事项 平台 (platform)
  得分 (score) 整数 分
条款 1.1 奖励
  参见 “……”
  给予 20万元`)
  })
})
