import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const GRANT = `条款 2 补助
  参见 “……”
  给予 20万元
`

describe('repayment-without-granted', () => {
  it('reports a fixed amount', () => {
    expectReports(`${GRANT}条款 12 迁出
  参见 “……”
  当 非 小微企业
  ⟦退回 孰低（20万元，50% 的 100万元）⟧`, 'repayment-without-granted')
  })
  it('takes what was granted, wherever in the amount it stands', () => {
    expectReports(`${GRANT}条款 12 迁出
  参见 “……”
  当 非 小微企业
  退回 孰低（50% 的 已领 条款 2，100万元）`, 'repayment-without-granted')
  })
  it('takes an amount that is a fact', () => {
    expectReports(`${GRANT}条款 12 迁出
  参见 “……”
  当 非 小微企业
  退回 研发投入`, 'repayment-without-granted')
  })
})
