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

describe('share-not-fixed', () => {
  it('reports a share that depends on a fact, and one that is not above zero', () => {
    expectReports(`${HEAD}  条款 2 分担 市财政局 ⟦职工人数 ÷ 100人⟧，县财政局 40%`, 'share-not-fixed')
    expectReports(`${HEAD}  条款 2 分担 市财政局 100%，县财政局 ⟦0%⟧`, 'share-not-fixed')
    expectReports(`${HEAD}  条款 2 分担 市财政局 120%，县财政局 ⟦-20%⟧`, 'share-not-fixed')
  })
  it('takes figures', () => {
    expectReports(`${HEAD}  条款 2 分担 市财政局 2 × 30%，县财政局 1 ÷ 5 × 2`, 'share-not-fixed')
  })
})
