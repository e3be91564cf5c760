import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

describe('misplaced-item', () => {
  it('reports an amount in a direction', () => {
    expectReports(`引导 1.1 鼓励
  参见 “……”
  对象 企业
  ⟦给予 20万元⟧`, 'misplaced-item')
  })
  it('reports a limit across clauses in a clause', () => {
    expectReports(`条款 1.1 奖励
  参见 “……”
  给予 20万元
  ⟦原则上⟧`, 'misplaced-item')
  })
})
