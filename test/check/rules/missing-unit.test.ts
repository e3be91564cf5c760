import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('missing-unit', () => {
  it('reports an amount without a unit, and does not guess it', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 ⟦200000⟧`, 'missing-unit')
  })
  it('adds the only unit that there is', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  当 用水量 不少于 ⟦100⟧
  给予 20万元`, 'missing-unit', `条款 1.1 奖励
  参见 “……”
  当 用水量 不少于 100吨
  给予 20万元`)
  })
})
