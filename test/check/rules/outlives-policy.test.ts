import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const HEADER = `政策 示例政策 (sample_policy)
  标题 “示例” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
申请人 企业 (enterprise)
  小微企业 (small) 是否
施行 13 自 2026-01-01 至 2028-12-31
  参见 “……”
`

describe('outlives-policy', () => {
  it('reports a grant after the last day of the policy', () => {
    expectReports(`${HEADER}条款 2 补助
  参见 “……”
  给予 20万元
  ⟦有效期至 2029-01-01⟧`, 'outlives-policy')
  })
  it('takes the last day itself', () => {
    expectReports(`${HEADER}条款 2 补助
  参见 “……”
  给予 20万元
  有效期至 2028-12-31`, 'outlives-policy')
  })
  it('takes a repayment that outlasts it', () => {
    expectReports(`${HEADER}条款 2 补助
  参见 “……”
  给予 20万元
条款 12 迁出
  参见 “……”
  当 非 小微企业
  退回 已领 条款 2
  有效期至 2033-12-31`, 'outlives-policy')
  })
  it('takes what is paid by period and began within it', () => {
    expectReports(`${HEADER}条款 2 补助
  参见 “……”
  逐年 自 施行日 最长 5年
  给予 20万元
  有效期至 2033-12-31`, 'outlives-policy')
  })
})
