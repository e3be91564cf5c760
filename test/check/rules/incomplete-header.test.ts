import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('incomplete-header', () => {
  it('reports what a header does not say', () => {
    expectReports(`政策 ⟦示例政策⟧ (sample)
  标题 “示例措施” / “Sample”
  文本 示范文本
施行 9 自公布之日
  参见 “……”
申请人 企业 (enterprise)
  小微企业 (small) 是否
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`, 'incomplete-header')
  })
  it('reports a missing commencement', () => {
    expectReports(`政策 ⟦示例政策⟧ (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
申请人 企业 (enterprise)
  小微企业 (small) 是否
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`, 'incomplete-header')
  })
})
