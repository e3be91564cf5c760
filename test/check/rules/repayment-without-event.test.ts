import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const BACK = `条款 2 补助
  参见 “……”
  给予 20万元
条款 12 迁出
  参见 “……”
`

describe('repayment-without-event', () => {
  it('reports what every recipient would pay back at once', () => {
    expectReports(`${BACK}  ⟦退回 已领 条款 2 自 申请日 - 5年⟧`, 'repayment-without-event')
  })
  it('takes a condition, and a power', () => {
    expectReports(`${BACK}  除非 小微企业
  退回 已领 条款 2`, 'repayment-without-event')
    expectReports(`${BACK}  可
  退回 已领 条款 2`, 'repayment-without-event')
  })
  it('takes a fact that says from when', () => {
    expectReports(`${BACK}  退回 已领 条款 2 自 成立日期`, 'repayment-without-event')
  })
  it('takes a matter of its own: that there is one is the event', () => {
    expectReports(`事项 骗取 (fraud)
  认定 (found) 是否
${BACK}  对 每个 骗取
  退回 已领 条款 2`, 'repayment-without-event')
  })
})
