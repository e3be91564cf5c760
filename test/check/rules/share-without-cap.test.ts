import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('share-without-cap', () => {
  it('reports a share that nothing ends', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  ⟦给予 40% 的 研发投入⟧`, 'share-without-cap')
  })
  it('takes a cap of the clause', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 40% 的 研发投入
  最高 100万元`, 'share-without-cap')
  })
  it('takes a lower of the two', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 孰低（40% 的 研发投入，100万元）`, 'share-without-cap')
  })
  it('takes a text that sets none', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 40% 的 研发投入
  不设最高额`, 'share-without-cap')
  })
  it('takes a limit across clauses', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 40% 的 研发投入
约束 1.2 年度限额
  参见 “……”
  条款 1.1 合计 每年 不超过 1000万元 按 企业`, 'share-without-cap')
  })
})
