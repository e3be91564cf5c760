import { describe, test } from 'vitest'
import { comesOut } from './written.ts'

const AWARD = `
申请人 企业 (enterprise)
  年度 (year) 整数
  产值 (output) 金额
  园区内 (in_a_park) 是否
条款 2 增产奖励 (growth)
  依据 “奖励”
  对 每个 企业
  给予 1% 的 产值
  最高 100万元
  一次性 按 企业，年度
`

/** “一个年度的增产只奖励一次”: of which year an earlier grant was stands in the ledger, not in the dossier of today. */
describe('an earlier grant under a clause about the applicant', () => {
  test('what it says of the applicant is what was so then', () => {
    comesOut(`${AWARD}
示例 同一年度 (the_same_year)
  设 企业 甲 年度 2026，产值 1000万元
  已付 条款 2（甲） 5万元 于 2026-03-01 年度 2026
  得 条款 2（甲） 0元 撤回
示例 上一年度 (the_year_before)
  设 企业 甲 年度 2026，产值 1000万元
  已付 条款 2（甲） 5万元 于 2026-03-01 年度 2025
  得 条款 2（甲） 10万元 成立
示例 哪一年度不知道 (which_year_is_not_known)
  设 企业 甲 年度 2026，产值 1000万元
  已付 条款 2（甲） 5万元 于 2026-03-01 年度 未知
  得 条款 2（甲） 0元 至 10万元 待定 缺 年度`)
  })

  test('what it does not say of the applicant is as the dossier has it', () => {
    comesOut(`${AWARD}
约束 8 年度限额 (yearly)
  依据 “合计”
  除非 园区内
  条款 2 合计 每年 不超过 12万元 按 企业
示例 园区外 (outside)
  设 企业 甲 年度 2026，产值 1000万元，园区内 否
  已付 条款 2（甲） 5万元 于 2026-03-01 年度 2025
  得 条款 2（甲） 7万元 成立
示例 当时在园区内 (in_a_park_then)
  设 企业 甲 年度 2026，产值 1000万元，园区内 否
  已付 条款 2（甲） 5万元 于 2026-03-01 年度 2025，园区内 是
  得 条款 2（甲） 10万元 成立`)
  })
})
