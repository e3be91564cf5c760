import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const SOURCE = `示例措施

1.支持企业发展。对小微企业给予20万元奖励。（责任单位：市科技局；配合单位：市财政局）
`

describe('clause-without-citation', () => {
  it('reports a clause that rests on nothing', () => {
    expectReports(`政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
  原文 “source.txt” 指纹 “sha256:937477f922fc196386c14df238dde2f5e125f7982dda8b56b62e1aa0fe2e1af7”
施行 9 自公布之日
申请人 企业 (enterprise)
  小微企业 (small) 是否
机关 市科技局，市财政局
措施 1 支持企业发展
  责任单位 市科技局
  配合单位 市财政局
条款 ⟦1.1⟧ 奖励
  当 小微企业
  给予 20万元`, 'clause-without-citation', SOURCE)
  })
  it('takes what points to a related sentence', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元`, 'clause-without-citation')
  })
})
