import { describe, expect, test } from 'vitest'
import * as b from '../build-core.ts'
import { agree } from '../engines/json-logic/agree.ts'
import { comesOut } from './written.ts'

const VOCABULARY = `
申请人 企业 (enterprise)
事项 合同 (contract)
  序号 (number_of_receipt) 整数
  支付额 (paid) 金额
条款 1 算力券 (voucher)
  依据 “券”
  对 每个 合同
  给予 10% 的 支付额
  不设最高额
`
const ALLOTMENT = `${VOCABULARY}
约束 2 额度 (allotment)
  依据 “额度”
  条款 1 合计 每年 不超过 100万元 按 序号 从低到高 不足整笔不给予
`

/** “按受理先后核发，额度用完为止”: what is left is not enough for a whole voucher. */
describe('不足整笔不给予: whole lines, in their order', () => {
  test('the first that does not fit, and those after it, get nothing', () => {
    comesOut(`${ALLOTMENT}
# 60 + 40 = 100万元，正好
示例 正好 (just_enough)
  设 企业 甲
  设 合同 P 序号 1，支付额 600万元
  设 合同 Q 序号 2，支付额 400万元
  得 条款 1（P） 60万元 成立
  得 条款 1（Q） 40万元 成立
  得 总计 100万元
# 多0.01元：Q不成整笔，所余40万元不给
示例 差一分 (a_fen_too_much)
  设 企业 甲
  设 合同 P 序号 1，支付额 600万元
  设 合同 Q 序号 2，支付额 4,000,000.1元
  得 条款 1（P） 60万元 成立
  得 条款 1（Q） 0元 撤回
  得 总计 60万元
# R只要10万元，也不越过在先的Q
示例 不越过在先的 (nobody_overtakes)
  设 企业 甲
  设 合同 P 序号 1，支付额 600万元
  设 合同 Q 序号 2，支付额 500万元
  设 合同 R 序号 3，支付额 100万元
  得 条款 1（P） 60万元 成立
  得 条款 1（Q） 0元 撤回
  得 条款 1（R） 0元 撤回
  得 总计 60万元
# 一张就超过额度
示例 一张超过额度 (more_than_the_allotment)
  设 企业 甲
  设 合同 P 序号 1，支付额 1,000.1万元
  得 条款 1（P） 0元 撤回
`)
  })

  test('what was paid in the year takes its part, that of another year does not', () => {
    comesOut(`${ALLOTMENT}
# 100 - 70 = 30万元，够30万元
示例 所余够整笔 (enough_is_left)
  设 企业 甲
  设 合同 P 序号 8，支付额 300万元
  已付 条款 1（甲） 70万元 于 2026-02-01 序号 1
  已付 条款 1（甲） 90万元 于 2025-12-31 序号 1
  得 条款 1（P） 30万元 成立
# 100 - 71 = 29万元，不够
示例 所余不够整笔 (not_enough_is_left)
  设 企业 甲
  设 合同 P 序号 8，支付额 300万元
  已付 条款 1（甲） 71万元 于 2026-02-01 序号 1
  得 条款 1（P） 0元 撤回
`)
  })

  test('what is not known leaves a range that holds either outcome', () => {
    comesOut(`${ALLOTMENT}
# P可能是任何数额：自己最多到额度，Q可能没有
示例 在先的未知 (the_first_unknown)
  设 企业 甲
  设 合同 P 序号 1，支付额 未知
  设 合同 Q 序号 2，支付额 400万元
  得 条款 1（P） 0元 至 100万元 待定 缺 支付额
  得 条款 1（Q） 0元 至 40万元 待定 缺 支付额
  得 总计 0元 至 100万元
# 同一序号：60 + 50 > 100万元，谁得不知道
示例 同序 (tied)
  设 企业 甲
  设 合同 P 序号 1，支付额 600万元
  设 合同 Q 序号 1，支付额 500万元
  得 条款 1（P） 0元 至 60万元 待定
  得 条款 1（Q） 0元 至 50万元 待定
  得 总计 0元 至 100万元
# 同一序号而都够：60 + 40万元
示例 同序都够 (tied_and_enough)
  设 企业 甲
  设 合同 P 序号 1，支付额 600万元
  设 合同 Q 序号 1，支付额 400万元
  得 总计 100万元
# 序号未知，后面的数额大：Q在先得50万元，在后没有；P同样
示例 序号未知 (order_unknown)
  设 企业 甲
  设 合同 P 序号 1，支付额 600万元
  设 合同 Q 序号 未知，支付额 500万元
  得 条款 1（P） 0元 至 60万元 待定 缺 序号
  得 条款 1（Q） 0元 至 50万元 待定 缺 序号
`)
  })

  test('a cap by key, and the order of the text', () => {
    comesOut(`${VOCABULARY}
条款 3 标注券 (label_voucher)
  依据 “标注”
  对 每个 合同
  给予 20% 的 支付额
  不设最高额
约束 4 每家限额 (each_enterprise)
  依据 “每家”
  条款 1，3 合计 每年 不超过 100万元 按 企业 按条款顺序 不足整笔不给予
# 甲：30 + 60 = 90万元；乙：40万元，80万元不成整笔
示例 每家 (each)
  设 企业 甲
  设 合同 P 序号 1，支付额 300万元
  设 企业 乙
  设 合同 Q 序号 2，支付额 400万元
  得 条款 1（P） 30万元 成立
  得 条款 3（P） 60万元 成立
  得 条款 1（Q） 40万元 成立
  得 条款 3（Q） 0元 撤回
  得 总计 130万元
`)
  })

  test('JSON Logic refuses where it binds, also for one line alone, and agrees where it does not', () => {
    const amount = b.field(b.MONEY, b.subject('合同'), '金额')
    const [budget, cap] = [b.limit('9', 'budget', ['1'], b.yuan(10), { period: 'year', whole: true }), b.limit('1#cap', 'cap', ['1'], b.yuan(10), { key: [b.subject('合同')], whole: true })]
    const outcome = (limit: typeof cap, ...amounts: readonly number[]): readonly string[] => {
      const policy = b.policy({ matters: [b.entity('合同', b.fieldOf('金额', b.MONEY))], clauses: [b.clause('1', '合同', b.grant(amount))], limits: [limit] })
      return agree(policy, b.input([b.dossier('A', {}, ...amounts.map((one, at) => b.matterOf('合同', `c${at}`, { 金额: b.rmb(one) })))])).map(({ construct }) => construct)
    }
    expect(outcome(budget, 6, 4)).toEqual([])
    expect(outcome(budget, 6, 5)).toEqual(['whole'])
    expect(outcome(cap, 10)).toEqual([])
    expect(outcome(cap, 11)).toEqual(['whole'])
  })
})
