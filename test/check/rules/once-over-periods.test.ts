import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('once-over-periods', () => {
  it('reports a key without the period', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  逐月 自 施行日 最长 12个月
  给予 1万元
  ⟦一次性 按 企业⟧`, 'once-over-periods')
  })
  it('takes the period in the key', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  逐月 自 施行日 最长 12个月
  给予 1万元
  一次性 按 企业，本期`, 'once-over-periods')
  })
  it('takes no key: it is counted by subject and period', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  逐月 自 施行日 最长 12个月
  给予 1万元
  一次性`, 'once-over-periods')
  })
})
