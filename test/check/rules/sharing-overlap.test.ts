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

describe('sharing-overlap', () => {
  it('reports two that may both apply, at the second', () => {
    expectReports(`${HEAD}  条款 2 分担 市财政局 60%，县财政局 40%
  ⟦全部条款 分担 市财政局 100% 当 小微企业⟧`, 'sharing-overlap')
  })
  it('takes a condition and its opposite, and other clauses', () => {
    expectReports(`${HEAD}  全部条款 除 3 分担 市财政局 60%，县财政局 40% 除非 小微企业
  全部条款 除 3 分担 市财政局 100% 当 小微企业
  条款 3 分担 县财政局 100%`, 'sharing-overlap')
  })
  it('takes readings that exclude each other', () => {
    expectReports(`歧义 Y 谁负担
  在 条款 2
  问 “谁？” / “Who?”
  解读 市里 默认
  解读 县里
${HEAD}  条款 2 分担 市财政局 100% 依解读 Y 市里
  条款 2 分担 县财政局 100% 依解读 Y 县里`, 'sharing-overlap')
  })
})
