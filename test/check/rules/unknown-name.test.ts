import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('unknown-name', () => {
  it('reports a name that nothing declares, and suggests the nearest', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  当 ⟦小微企⟧
  给予 20万元`, 'unknown-name', `条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`)
  })
  it('knows names in either language', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  当 small 且 ⟦large⟧
  给予 20万元`, 'unknown-name')
  })
  it('reports an unknown kind of matter', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  对 每个 ⟦车间⟧
  给予 20万元`, 'unknown-name')
  })
  it('sets a comparison apart from the name that runs on into it', () => {
    expectFix(`条款 1.1 奖励
  参见 “……”
  当 ⟦营业收入不低于5000万元⟧
  给予 20万元`, 'unknown-name', `条款 1.1 奖励
  参见 “……”
  当 营业收入 不低于5000万元
  给予 20万元`)
    expectFix(`条款 1.1 奖励
  参见 “……”
  当 ⟦营业收入超过⟧ 5000万元
  给予 20万元`, 'unknown-name', `条款 1.1 奖励
  参见 “……”
  当 营业收入 超过 5000万元
  给予 20万元`)
  })
})
