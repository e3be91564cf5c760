import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('case-doubled', () => {
  it('reports the second row of a value', () => {
    expectReports(`枚举 级别类：国家级，省级，市级
事项 平台
  级别 级别类
条款 3.1 奖励
  参见 “……”
  对 每个 平台
  按 级别 分别 给予
    国家级 200万元
    省级，市级 40万元
    ⟦省级⟧ 10万元`, 'case-doubled')
  })
  it('is silent on a row each', () => {
    expectReports(`枚举 级别类：国家级，省级，市级
事项 平台
  级别 级别类
条款 3.1 奖励
  参见 “……”
  对 每个 平台
  按 级别 分别 给予
    国家级 200万元
    省级，市级 40万元`, 'case-doubled')
  })
})
