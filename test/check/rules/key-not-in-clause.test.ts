import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('key-not-in-clause', () => {
  it('reports a listed clause whose subject lacks the key', () => {
    expectReports(`事项 项目 (project)
  项目编号 (number) 标识
  总投入 (investment) 金额
  获得立项 (approved) 是否
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  给予 20万元
条款 1.2 奖励
  参见 “……”
  给予 10万元
约束 1.3 不重复
  参见 “……”
  同一 项目编号 的 条款 1.1，⟦1.2⟧ 取 最高者`, 'key-not-in-clause')
  })
  it('covers by 全部条款 those that have it', () => {
    expectReports(`事项 项目 (project)
  项目编号 (number) 标识
  总投入 (investment) 金额
  获得立项 (approved) 是否
条款 1.1 奖励
  参见 “……”
  对 每个 项目
  给予 20万元
条款 1.2 奖励
  参见 “……”
  给予 10万元
约束 1.3 不重复
  参见 “……”
  同一 项目编号 的 全部条款 取 最高者`, 'key-not-in-clause')
  })
})
