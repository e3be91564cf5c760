import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('cap-denied', () => {
  it('reports 不设最高额 beside a cap', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 40% 的 研发投入
  ⟦不设最高额⟧
  最高 100万元`, 'cap-denied')
  })
  it('takes it alone, and beside a number of payments', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 40% 的 研发投入
  不设最高额
  每年 不超过 10项`, 'cap-denied')
  })
  it('where nothing is paid there is nothing to cap', () => {
    expectReports(`条款 1.1 认定
  参见 “……”
  提供 “场地” / “premises”
  ⟦不设最高额⟧`, 'limit-without-amount')
  })
})
