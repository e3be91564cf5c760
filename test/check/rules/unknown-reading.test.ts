import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('unknown-reading', () => {
  it('reports an unknown reading', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 小微企业 依解读 A1 ⟦中⟧
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'unknown-reading')
  })
  it('suggests an ambiguity that is like it', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  当 小微企业 依解读 ⟦A2⟧ 窄
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'unknown-reading', `条款 1.1 奖励
  参见 “……”
  当 小微企业 依解读 A1 窄
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`)
  })
})
