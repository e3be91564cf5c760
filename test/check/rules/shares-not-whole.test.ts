import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const HEAD = `机关 市财政局 (city)，县财政局 (county)
条款 2 补助
  参见 “……”
  给予 20万元
条款 3 奖励
  参见 “……”
  给予 10万元
约束 10 资金分担
  参见 “……”
`

describe('shares-not-whole', () => {
  it('reports what nobody pays, and what is paid twice', () => {
    expectReports(`${HEAD}  ⟦条款 2 分担 市财政局 60%，县财政局 30%⟧`, 'shares-not-whole')
    expectReports(`${HEAD}  ⟦全部条款 分担 市财政局 100%，县财政局 1‰⟧`, 'shares-not-whole')
  })
  it('adds fractions exactly', () => {
    expectReports(`${HEAD}  条款 2 分担 市财政局 2 ÷ 3，县财政局 1 ÷ 3`, 'shares-not-whole')
    expectReports(`${HEAD}  ⟦条款 2 分担 市财政局 66.67%，县财政局 1 ÷ 3⟧`, 'shares-not-whole')
  })
})
