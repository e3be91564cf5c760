import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('reading-misplaced', () => {
  it('reports a day of validity that depends on a reading', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  ⟦有效期自 2026-07-01 依解读 A1 窄⟧
  当 小微企业 依解读 A1 窄
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'reading-misplaced')
  })
  it('takes conditions, powers, outcomes and limits', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  可 依解读 A1 窄
  当 小微企业 依解读 A1 窄
  给予 20万元
歧义 A1 范围 (scope)
  在 条款 1.1
  问 “？” / “?”
  解读 窄 (narrow) 默认 “窄” / “narrow”
  解读 宽 (wide) “宽” / “wide”`, 'reading-misplaced')
  })
})
