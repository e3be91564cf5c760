import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('duplicate-name', () => {
  it('reports the second declaration', () => {
    expectReports(`参数 奖励标准
  20万元
参数 ⟦奖励标准⟧
  30万元
条款 1.1 奖励
  参见 “……”
  给予 奖励标准`, 'duplicate-name')
  })
  it('counts names within an entity', () => {
    expectReports(`事项 项目
  得分 整数 分
  ⟦得分⟧ 整数 分
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  当 得分 3分 以上
  给予 20万元`, 'duplicate-name')
  })
  it('lets two entities have a fact of one name', () => {
    expectReports(`事项 项目
  得分 整数 分
事项 平台
  得分 整数 分
条款 1.1 奖励
  参见 “……”
  给予 20万元`, 'duplicate-name')
  })
})
