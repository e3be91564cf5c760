import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('duplicate-clause', () => {
  it('reports a number that is used twice', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  给予 20万元
条款 ⟦1.1⟧ 加奖
  参见 “……”
  给予 30万元`, 'duplicate-clause', `条款 1.1 奖励
  参见 “……”
  给予 20万元
条款 1.2 加奖
  参见 “……”
  给予 30万元`)
  })
  it('counts constraints and directions as well', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
引导 ⟦1.1⟧ 鼓励
  参见 “……”
  对象 企业`, 'duplicate-clause')
  })
})
