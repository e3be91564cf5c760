import { describe, expect, it } from 'vitest'
import { factsOf } from '../expect-reports.ts'

describe('missing-header', () => {
  it('reports a policy without an applicant', () => {
    expect(factsOf(`政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
施行 9 自公布之日
  参见 “……”
条款 1.1 奖励
  参见 “……”
  给予 20万元`, 'missing-header')).toEqual([{"part": "申请人", "part_en": "applicant", "example": "申请人 企业 (enterprise)", "example_en": "applicant enterprise (企业)"}])
  })
  it('is silent when both are there', () => {
    expect(factsOf(`政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
施行 9 自公布之日
  参见 “……”
申请人 企业 (enterprise)
  小微企业 (small) 是否
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`, 'missing-header')).toEqual([])
  })
})
