import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const policy = (order: string): string => `政策 示例政策 (sample)
  标题 “示例措施” / “Sample”
  地区 “示例市” / “Sample City”
  文本 示范文本
  ${order}
施行 9 自公布之日
  参见 “……”
申请人 企业 (enterprise)
  小微企业 (small) 是否
条款 1.1 奖励
  参见 “……”
  当 小微企业
  给予 20万元`

describe('limit-order-incomplete', () => {
  it('reports a sort of limit that is missing, stands twice, or that there is not', () => {
    expectReports(policy('⟦限制次序 一次性，不重复享受，单项最高额，名额，合计最高额⟧'), 'limit-order-incomplete')
    expectReports(policy('⟦限制次序 一次性，不重复享受，单项最高额，名额，合计最高额，预算，名额⟧'), 'limit-order-incomplete')
    expectReports(policy('⟦限制次序 一次性，不重复享受，单项最高额，名额，合计最高额，预算，总额⟧'), 'limit-order-incomplete')
  })
  it('takes all six in any order, in either language', () => {
    expectReports(policy('限制次序 预算，一次性，不重复享受，单项最高额，名额，合计最高额'), 'limit-order-incomplete')
    expectReports(policy('limit_order budget, once, non_cumulation, cap, quota, joint_cap'), 'limit-order-incomplete')
  })
})
