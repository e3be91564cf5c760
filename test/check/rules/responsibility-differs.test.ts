import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

const SOURCE = `示例措施

1.支持企业发展。对小微企业给予20万元奖励。（责任单位：市科技局；配合单位：市财政局）
`

describe('responsibility-differs', () => {
  it('reports a list that is missing', () => {
    expectReports(`政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
  原文 “source.txt” 指纹 “sha256:937477f922fc196386c14df238dde2f5e125f7982dda8b56b62e1aa0fe2e1af7”
施行 9 自公布之日
申请人 企业 (enterprise)
  小微企业 (small) 是否
机关 市科技局，市财政局
措施 ⟦1⟧ 支持企业发展
  责任单位 市科技局
条款 1.1 奖励
  依据 “对小微企业给予20万元奖励。”
  当 小微企业
  给予 20万元`, 'responsibility-differs', SOURCE)
  })
  it('reports other units', () => {
    expectFix(`政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
  原文 “source.txt” 指纹 “sha256:937477f922fc196386c14df238dde2f5e125f7982dda8b56b62e1aa0fe2e1af7”
施行 9 自公布之日
申请人 企业 (enterprise)
  小微企业 (small) 是否
机关 市科技局，市财政局
措施 1 支持企业发展
  责任单位 ⟦市财政局，市科技局⟧
  配合单位 市财政局
条款 1.1 奖励
  依据 “对小微企业给予20万元奖励。”
  当 小微企业
  给予 20万元`, 'responsibility-differs', `政策 示例政策 (sample)
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
条款 1.1 奖励
  依据 “对小微企业给予20万元奖励。”
  当 小微企业
  给予 20万元`, SOURCE)
  })
  it('knows a unit whose name holds the mark between units', () => {
    const policy = (units: string): string => `政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
  原文 “source.txt”
施行 9 自公布之日
申请人 企业 (enterprise)
  小微企业 (small) 是否
机关 「各县、区人民政府」，市财政局
措施 1 支持企业发展
  责任单位 ${units}
条款 1.1 奖励
  依据 “对小微企业给予20万元奖励。”
  当 小微企业
  给予 20万元`
    const source = '示例措施\n\n1.支持企业发展。对小微企业给予20万元奖励。（责任单位：各县、区人民政府、市财政局）\n'
    expectReports(policy('「各县、区人民政府」，市财政局'), 'responsibility-differs', source)
    expectReports(policy('⟦「各县、区人民政府」⟧'), 'responsibility-differs', source)
  })
})
