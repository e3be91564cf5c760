import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('date-does-not-exist', () => {
  it('reports a day that does not exist', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  当 成立日期 不早于 ⟦2026-02-30⟧
  给予 20万元`, 'date-does-not-exist', `条款 1.1 奖励
  参见 “……”
  当 成立日期 不早于 2026-02-28
  给予 20万元`)
  })
  it('looks at every place of a day', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  有效期自 ⟦2026-13-01⟧
  给予 20万元`, 'date-does-not-exist')
  })
  it('knows leap years', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 成立日期 不早于 2024-02-29
  给予 20万元`, 'date-does-not-exist')
  })
})
