import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const BEFORE = `条款 3 入规奖励
  参见 “……”
  给予 20万元
条款 5 技改补助
  参见 “……”
  给予 80万元
约束 11 预算管理
  参见 “……”
`

describe('spared-not-covered', () => {
  it('reports a spared clause that the sum does not hold', () => {
    expectReports(`${BEFORE}  条款 5 合计 每年 不超过 100万元 按比例压减 不减 条款 ⟦3⟧`, 'spared-not-covered')
    expectReports(`${BEFORE}  全部条款 除 3 合计 每年 不超过 100万元 按比例压减 不减 条款 ⟦3⟧，5`, 'spared-not-covered')
  })
  it('leaves one alone that the sum holds', () => {
    expectReports(`${BEFORE}  全部条款 合计 每年 不超过 100万元 按比例压减 不减 条款 3`, 'spared-not-covered')
  })
})
