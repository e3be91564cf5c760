import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('no-effect', () => {
  it('reports a clause from which nothing follows', () => {
    expectReports(`条款 ⟦1.1⟧ 奖励
  参见 “……”
  当 小微企业`, 'no-effect')
  })
  it('looks at every choice of readings', () => {
    expectReports(`条款 ⟦1.1⟧ 奖励
  参见 “……”
  给予 20万元 依解读 A1 窄
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'no-effect')
  })
  it('is silent on a direction', () => {
    expectReports(`引导 1.1 鼓励
  参见 “……”
  对象 企业`, 'no-effect')
  })
})
