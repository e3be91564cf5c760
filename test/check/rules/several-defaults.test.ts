import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('several-defaults', () => {
  it('reports the second default', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 小微企业 依解读 A1 窄
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  ⟦解读 宽 (wide) 默认 “宽” / “wide”⟧`, 'several-defaults')
  })
  it('is silent with one', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 小微企业 依解读 A1 窄
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'several-defaults')
  })
})
