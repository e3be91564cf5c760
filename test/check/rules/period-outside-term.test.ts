import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('period-outside-term', () => {
  it('reports a period in a clause that does not pay by period', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 ⟦本期⟧ 不早于 2026-03-01
  给予 1万元`, 'period-outside-term')
  })
  it('reports a definition that speaks of the period', () => {
    expectReports(`定义 前三期 (first_three)
  为 期数 不超过 3
条款 1.1 奖励
  参见 “……”
  当 ⟦前三期⟧
  给予 1万元`, 'period-outside-term')
  })
  it('takes both where the clause pays by period', () => {
    expectReports(`定义 前三期 (first_three)
  为 期数 不超过 3
条款 1.1 奖励
  参见 “……”
  当 前三期 且 本期 不早于 2026-03-01
  逐月 自 施行日 最长 12个月
  给予 1万元`, 'period-outside-term')
  })
})
