import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('several-effects', () => {
  it('reports the second outcome', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
  ⟦给予 30万元⟧`, 'several-effects')
  })
  it('looks at every choice of readings', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
  ⟦给予 30万元 依解读 A1 宽⟧
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'several-effects')
  })
  it('takes one for each reading', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元 依解读 A1 窄
  给予 30万元 依解读 A1 宽
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'several-effects')
  })
})
