import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('ambiguous-name', () => {
  it('reports a value of two enumerations where nothing decides', () => {
    expectReports(`枚举 平台级别：国家级，省级
枚举 人才级别：国家级，市级
条款 1.1 奖励
  参见 “……”
  认定为 ⟦国家级⟧`, 'ambiguous-name')
  })
  it('lets the other side of a comparison decide', () => {
    expectReports(`枚举 平台级别：国家级，省级
枚举 人才级别：国家级，市级
事项 平台
  级别 平台级别
条款 1.1 奖励
  参见 “……”
  对 每个 平台
  当 级别 为 国家级
  给予 20万元`, 'ambiguous-name')
  })
})
