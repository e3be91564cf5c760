import { describe, it } from 'vitest'
import { expectFix, expectReports } from '../expect-reports.ts'

describe('limit-without-amount', () => {
  it('reports a cap on a recognition', () => {
    expectFix(`枚举 称号：示范企业
条款 1.1 奖励
  参见 “……”
  认定为 示范企业
  ⟦最高 100万元⟧`, 'limit-without-amount', `枚举 称号：示范企业
条款 1.1 奖励
  参见 “……”
  认定为 示范企业
  `)
  })
  it('takes once on a recognition', () => {
    expectReports(`枚举 称号：示范企业
条款 1.1 奖励
  参见 “……”
  认定为 示范企业
  一次性`, 'limit-without-amount')
  })
})
