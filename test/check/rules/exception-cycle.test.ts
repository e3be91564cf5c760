import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('exception-cycle', () => {
  it('reports exceptions that go round', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  例外于 条款 ⟦1.2⟧
  给予 20万元
条款 1.2 补助
  参见 “……”
  例外于 条款 1.1
  给予 10万元`, 'exception-cycle')
  })
  it('is silent on a chain', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  例外于 条款 1.2
  给予 20万元
条款 1.2 补助
  参见 “……”
  给予 10万元`, 'exception-cycle')
  })
})
