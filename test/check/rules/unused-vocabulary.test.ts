import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('unused-vocabulary', () => {
  it('reports a fact that nothing uses', () => {
    expectReports(`申请人 企业 (enterprise)
  小微企业 (small) 是否
  ⟦高新技术企业 (high_tech) 是否⟧
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`, 'unused-vocabulary')
  })
  it('leaves texts and identifiers alone', () => {
    expectReports(`申请人 企业 (enterprise)
  小微企业 (small) 是否
  名称 (name) 文字
  信用代码 (credit_code) 标识
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`, 'unused-vocabulary')
  })
  it('reports parameters, enumerations, definitions, tables and agencies', () => {
    expectReports(`申请人 企业 (enterprise)
  小微企业 (small) 是否
机关 ⟦市科技局⟧
枚举 ⟦级别⟧：高，低
参数 ⟦标准⟧
  20万元
定义 ⟦重点⟧ 对 企业
  为 小微企业
对照 ⟦档次⟧ 按 小微企业
  列 比例数
  是 10%
  否 20%
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`, 'unused-vocabulary')
  })
  it('does not count examples as a use', () => {
    expectReports(`申请人 企业 (enterprise)
  小微企业 (small) 是否
  ⟦上市公司 (listed) 是否⟧
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元
示例 上市 (a)
  设 企业 甲 小微企业 是，上市公司 是
  得 条款 1.1 20万元`, 'unused-vocabulary')
  })
})
