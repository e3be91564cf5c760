import { describe, expect, test } from 'vitest'
import { comesOut, mistakes } from './written.ts'

const VOCABULARY = `
申请人 企业 (enterprise)
  位于园区 (in_park) 是否
事项 项目 (project)
  项目编号 (project_number) 标识
  投入 (investment) 金额
  配套 (matching) 是否
事项 合同 (contract)
  项目编号 (project_number) 标识
  结算额 (settled) 金额
条款 5 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 10% 的 投入
  最高 500万元
条款 7.1 甲类券 (voucher_a)
  依据 “甲类”
  对 每个 合同
  给予 8% 的 结算额
  最高 300万元
条款 7.2 乙类券 (voucher_b)
  依据 “乙类”
  对 每个 合同
  给予 1% 的 结算额
  最高 500万元
`

describe('a limit that covers some lines only', () => {
  /** “省级以上资金要求市级配套的，配套部分不受前款限制。” */
  test('除非 leaves lines out; an unknown one is perhaps covered, and perhaps a rival', () => {
    comesOut(`${VOCABULARY}
约束 9 从高支持 (highest)
  依据 “从高”
  除非 配套
  同一 项目编号 的 条款 5 取 最高者
示例 都受限 (both_covered)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 100万元 配套 否
  设 项目 Q 项目编号 “1” 投入 200万元 配套 否
  得 条款 5（P） 撤回
  得 条款 5（Q） 20万元 成立
示例 配套不受限 (matching_free)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 100万元 配套 是
  设 项目 Q 项目编号 “1” 投入 200万元 配套 否
  得 条款 5（P） 10万元 成立
  得 条款 5（Q） 20万元 成立
  得 总计 30万元
示例 低者不知是否配套 (lower_unknown)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 100万元 配套 未知
  设 项目 Q 项目编号 “1” 投入 200万元 配套 否
  得 条款 5（P） 0元 至 10万元 待定 缺 配套
  得 条款 5（Q） 20万元 成立
  得 总计 20万元 至 30万元
示例 高者不知是否配套 (higher_unknown)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 100万元 配套 否
  设 项目 Q 项目编号 “1” 投入 200万元 配套 未知
  得 条款 5（P） 0元 至 10万元 待定 缺 配套
  得 条款 5（Q） 20万元 成立
`)
  })

  test('a total; earlier grants count as far as they are covered; of all clauses one without the fact is not left out by 除非', () => {
    comesOut(`${VOCABULARY}
约束 11 预算 (budget)
  依据 “预算”
  除非 配套
  全部条款 除 7.2 合计 每年 不超过 30万元
示例 两笔 (two_grants)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 200万元 配套 是
  设 项目 Q 项目编号 “2” 投入 280万元 配套 否
  已付 条款 5（R） 5万元 于 2026-02-01 项目编号 “4” 投入 50万元 配套 否
  已付 条款 5（S） 9万元 于 2026-02-01 项目编号 “5” 投入 90万元 配套 是
  得 条款 5（P） 20万元 成立
  得 条款 5（Q） 25万元 成立
  得 总计 45万元
示例 没有这个事实的条款 (no_such_fact)
  设 企业 甲
  设 合同 C 项目编号 “3” 结算额 1000万元
  得 条款 7.1（C） 30万元 成立
示例 以往是否配套不知 (earlier_unknown)
  设 企业 甲
  设 项目 Q 项目编号 “2” 投入 280万元 配套 否
  已付 条款 5（R） 5万元 于 2026-02-01 项目编号 “4” 投入 50万元
  得 条款 5（Q） 25万元 至 28万元 待定
`)
  })

  test('当 applies to nothing without the fact; a condition with no limit, or of a listed clause without the fact, is a mistake', () => {
    comesOut(`${VOCABULARY}
约束 2 夫妻限额 (couple)
  依据 “合计”
  当 配套
  全部条款 合计 不超过 10万元 按 企业
示例 只限配套 (matching_only)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 200万元 配套 是
  设 合同 C 项目编号 “3” 结算额 200万元
  得 条款 5（P） 10万元 成立
  得 条款 7.1（C） 16万元 成立
`)
    expect(mistakes(`${VOCABULARY}约束 9 无 (none)\n  依据 “从高”\n  除非 配套\n`)).toEqual(['condition-without-limit 除非 配套'])
    expect(mistakes(`${VOCABULARY}约束 9 无 (none)\n  依据 “从高”\n  除非 配套\n  条款 5，7.1 合计 不超过 1万元 按 企业\n`)).toEqual(['key-not-in-clause 7.1'])
  })
})

describe('clauses that may be cumulated', () => {
  /** “同一合同，甲、乙两类可以由供需双方各自申领。” */
  test('two of them keep their lines; who is out takes no place from the next', () => {
    comesOut(`${VOCABULARY}
约束 9 从高支持 (highest)
  依据 “从高”
  同一 项目编号 的 条款 5，7.1，7.2 取 最高者
约束 7.3 各自申领 (each)
  依据 “各自”
  条款 7.1，7.2 可并享
示例 甲乙并享 (both)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  得 条款 7.1（C） 8万元 成立
  得 条款 7.2（C） 1万元 成立
  得 总计 9万元
示例 与另一条不并享 (not_with_another)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 项目 P 项目编号 “1” 投入 50万元
  得 条款 7.1（C） 8万元 成立
  得 条款 5（P） 撤回
  得 条款 7.2（C） 1万元 成立
示例 另一条最高 (another_is_highest)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 项目 P 项目编号 “1” 投入 500万元
  得 条款 7.1（C） 撤回
  得 条款 5（P） 50万元 成立
  得 条款 7.2（C） 撤回
示例 同一条仍不重复 (one_clause_once)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 合同 D 项目编号 “1” 结算额 50万元
  得 条款 7.1（C） 8万元 成立
  得 条款 7.1（D） 撤回
  得 条款 7.2（C） 1万元 成立
  得 条款 7.2（D） 撤回
示例 以往领过另一类 (earlier_other)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  已付 条款 7.2（D） 2万元 于 2026-02-01 项目编号 “1”
  得 条款 7.1（C） 8万元 成立
  得 条款 7.2（C） 撤回
`)
  })

  test('a clause listed alone keeps its own lines and grants, each against the other clauses', () => {
    comesOut(`${VOCABULARY}
约束 9 从高支持 (highest)
  依据 “从高”
  同一 项目编号 的 条款 5，7.1，7.2 取 最高者
约束 7.3 各笔并享 (each)
  依据 “各自”
  条款 7.1 可并享
示例 两笔都给 (both_lines)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 合同 D 项目编号 “1” 结算额 50万元
  得 条款 7.1（C） 8万元 成立
  得 条款 7.1（D） 4万元 成立
  得 条款 7.2（C） 撤回
  得 条款 7.2（D） 撤回
  得 总计 12万元
示例 另一条居中 (another_between)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 合同 D 项目编号 “1” 结算额 50万元
  设 项目 P 项目编号 “1” 投入 60万元
  得 条款 7.1（C） 8万元 成立
  得 条款 5（P） 撤回
  得 条款 7.1（D） 4万元 成立
示例 另一条比每笔都高 (another_above)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 合同 D 项目编号 “1” 结算额 100万元
  设 项目 P 项目编号 “1” 投入 90万元
  得 条款 5（P） 9万元 成立
  得 条款 7.1（C） 撤回
  得 条款 7.1（D） 撤回
示例 以往领过另一笔 (earlier_line)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  已付 条款 7.1（D） 2万元 于 2026-02-01 项目编号 “1”
  得 条款 7.1（C） 8万元 成立
  得 条款 7.2（C） 撤回
示例 以往领过另一条 (earlier_clause)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  已付 条款 5（P） 2万元 于 2026-02-01 项目编号 “1”
  得 条款 7.1（C） 撤回
`)
  })

  test('a list of two says nothing of the lines of one, where a limit covers one of the two only', () => {
    comesOut(`${VOCABULARY}
约束 9 从高支持 (highest)
  依据 “从高”
  同一 项目编号 的 条款 7.1 取 最高者
约束 7.3 各自申领 (each)
  依据 “各自”
  条款 7.1，7.2 可并享
示例 两笔取其一 (one_of_two)
  设 企业 甲
  设 合同 C 项目编号 “1” 结算额 100万元
  设 合同 D 项目编号 “1” 结算额 50万元
  得 条款 7.1（C） 8万元 成立
  得 条款 7.1（D） 撤回
`)
  })
})
