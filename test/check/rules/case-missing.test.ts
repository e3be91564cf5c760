import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('case-missing', () => {
  it('reports a value without an outcome', () => {
    expectReports(`枚举 级别类：国家级，省级，市级
事项 平台
  级别 级别类
条款 3.1 奖励
  参见 “……”
  对 每个 平台
  按 ⟦级别⟧ 分别 给予
    国家级 200万元
    省级 40万元`, 'case-missing')
  })
  it('takes a row for all else', () => {
    expectReports(`枚举 级别类：国家级，省级，市级
事项 平台
  级别 级别类
条款 3.1 奖励
  参见 “……”
  对 每个 平台
  按 级别 分别 给予
    国家级 200万元
    其他 40万元`, 'case-missing')
  })
  it('knows what the condition leaves over', () => {
    expectReports(`枚举 级别类：国家级，省级，市级
事项 平台
  级别 级别类
条款 3.1 奖励
  参见 “……”
  对 每个 平台
  当 级别 属于（国家级，省级）
  按 级别 分别 给予
    国家级 200万元
    省级 40万元`, 'case-missing')
  })
})
