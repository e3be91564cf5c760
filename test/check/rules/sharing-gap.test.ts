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

describe('sharing-gap', () => {
  it('reports cases of which nothing is said', () => {
    expectReports(`${HEAD}  ⟦条款 2 分担 市财政局 60%，县财政局 40% 除非 小微企业⟧`, 'sharing-gap')
    expectReports(`${HEAD}  ⟦条款 2 分担 市财政局 100% 当 营业收入 超过 1亿元⟧
  条款 2 分担 县财政局 100% 当 营业收入 不满 1亿元`, 'sharing-gap')
  })
  it('takes what covers every case', () => {
    expectReports(`${HEAD}  条款 2 分担 市财政局 100% 当 营业收入 1亿元 以上
  条款 2 分担 县财政局 100% 当 营业收入 不满 1亿元`, 'sharing-gap')
    expectReports(`${HEAD}  条款 2 分担 市财政局 60%，县财政局 40% 除非 小微企业
  条款 2 分担 市财政局 100% 当 小微企业`, 'sharing-gap')
  })
  it('takes a clause of which nothing is said at all', () => {
    expectReports(`${HEAD}  条款 3 分担 县财政局 100%`, 'sharing-gap')
  })
})
