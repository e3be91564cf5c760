import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('negative-amount', () => {
  it('reports a negative grant', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 ⟦-20万元⟧`, 'negative-amount')
  })
  it('reports a negative cap', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
  最高 ⟦-20万元⟧`, 'negative-amount')
  })
  it('takes a difference', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 30万元 - 10万元`, 'negative-amount')
  })
})
