import { describe, test } from 'vitest'
import { comesOut } from './written.ts'

const VOCABULARY = `
申请人 企业 (enterprise)
  入规 (listed) 是否
事项 项目 (project)
  投入 (investment) 金额
条款 3 入规奖励 (listing_award)
  依据 “入规”
  对 每个 企业
  当 入规
  给予 20万元
条款 5 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 10% 的 投入
  最高 500万元
`
const BUDGET = `${VOCABULARY}
约束 11 预算 (budget)
  依据 “预算”
  全部条款 合计 每年 不超过 100万元 按比例压减 不减 条款 3
`

/** “当年应付资金超过预算的，除第三条外，各项资金按同一比例压减” */
describe('不减: clauses that count toward a sum and are not reduced', () => {
  test('they are paid whole, and the others share what is left: (100 - 20) ÷ (60 + 100) = 50%', () => {
    comesOut(`${BUDGET}
示例 余下的按比例 (the_rest_pro_rata)
  设 企业 甲 入规 是
  设 项目 P 投入 600万元
  设 项目 Q 投入 1000万元
  得 条款 3（甲） 20万元 成立
  得 条款 5（P） 30万元 成立
  得 条款 5（Q） 50万元 成立
  得 总计 100万元
示例 足够 (enough)
  设 企业 甲 入规 是
  设 项目 P 投入 800万元
  得 条款 5（P） 80万元 成立
  得 总计 100万元
示例 没有不减的 (none_spared_here)
  设 企业 甲 入规 否
  设 项目 P 投入 1200万元
  得 条款 5（P） 100万元 成立
`)
  })

  test('by themselves above the limit they stay whole, and nothing is left', () => {
    comesOut(`${BUDGET}
示例 自身超过 (above_the_limit)
  设 企业 甲 入规 是
  设 企业 乙 入规 是
  设 企业 丙 入规 是
  设 企业 丁 入规 是
  设 企业 戊 入规 是
  设 企业 己 入规 是
  设 项目 P 投入 600万元
  得 条款 3（甲） 20万元 成立
  得 条款 3（己） 20万元 成立
  得 条款 5（P） 0元 撤回
  得 总计 120万元
`)
  })

  test('what is not known of them leaves the others a range, and the fact is named: 160 × (80 to 100) ÷ 160', () => {
    comesOut(`${BUDGET}
示例 是否入规未知 (listing_unknown)
  设 企业 甲 入规 未知
  设 项目 P 投入 1600万元
  得 条款 3（甲） 0元 至 20万元 待定 缺 入规
  得 条款 5（P） 80万元 至 100万元 待定 缺 入规
`)
  })

  test('earlier grants of either kind have used the limit of the year', () => {
    comesOut(`${BUDGET}
示例 当年已付 (paid_this_year)
  设 企业 甲 入规 是
  设 项目 P 投入 1600万元
  已付 条款 3（乙） 20万元 于 2026-02-01
  已付 条款 5（Q） 30万元 于 2026-02-01
  得 条款 3（甲） 20万元 成立
  得 条款 5（P） 30万元 成立
`)
  })

  test('with an order of their own the others take what is left in that order', () => {
    comesOut(`${VOCABULARY}
约束 11 预算 (budget)
  依据 “预算”
  全部条款 合计 每年 不超过 100万元 按 企业 不减 条款 3
示例 按企业合计 (per_enterprise)
  设 企业 甲 入规 是
  设 项目 P 投入 1600万元
  得 条款 5（P） 80万元 成立
  得 总计 100万元
`)
  })
})
