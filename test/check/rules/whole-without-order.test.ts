import { describe, it } from 'vitest'
import { expectReports } from '../expect-reports.ts'

const BEFORE = `申请人 企业
  受理序号 整数
条款 1 算力券
  参见 “……”
  对 每个 企业
  给予 80万元
`

describe('whole-without-order', () => {
  it('reports whole lines where no order says whose', () => {
    expectReports(`${BEFORE}约束 2 年度额度
  参见 “……”
  ⟦条款 1 合计 每年 不超过 1亿元 不足整笔不给予⟧
  ⟦条款 1 合计 每年 不超过 1亿元 按比例压减 不足整笔不给予⟧
  ⟦条款 1 合计 每年 不超过 1亿元 超出均不给予 不足整笔不给予⟧`, 'whole-without-order')
    expectReports(`${BEFORE}  ⟦最高 1亿元 每年 按 企业 不足整笔不给予⟧
  ⟦每年 不超过 1亿元 不足整笔不给予⟧`, 'whole-without-order')
  })
  it('reports it where payments are counted: each is whole', () => {
    expectReports(`${BEFORE}  ⟦每年 不超过 10项 按 受理序号 从低到高 不足整笔不给予⟧`, 'whole-without-order')
  })
  it('takes an order by a fact, or that of the text', () => {
    expectReports(`${BEFORE}  每年 不超过 1亿元 按 受理序号 从低到高 不足整笔不给予
  最高 500万元 每年 按 企业 不足整笔不给予 按条款顺序
约束 2 年度额度
  参见 “……”
  条款 1 合计 每年 不超过 1亿元 不足整笔不给予 按条款顺序`, 'whole-without-order')
  })
})
