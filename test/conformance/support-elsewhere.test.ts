import { describe, test } from 'vitest'
import { comesOut } from './written.ts'

const VOCABULARY = `
申请人 企业 (enterprise)
  产值 (output) 金额
事项 项目 (project)
  项目编号 (number) 标识
  家庭编号 (household) 标识
  投入 (investment) 金额
  月标准 (standard) 金额
  受理日期 (received_on) 日期
  别处所得 (had_elsewhere) 金额
`

/** “同一项目或者同一事项同时符合本措施两条以上规定，或者同时符合本市其他同类政策的，从高支持，不重复享受。” */
describe('against support from elsewhere', () => {
  test('a line stays whole above it, and is withdrawn when it is not above', () => {
    comesOut(`${VOCABULARY}
条款 5 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 10% 的 投入
  最高 500万元
约束 9 从高支持 (the_highest)
  依据 “从高支持”
  同一 项目编号 的 条款 5 取 最高者 连同 别处所得
示例 高于别处 (above)
  设 企业 甲 产值 1万元
  设 项目 P 项目编号 “1” 投入 100万元 别处所得 8万元
  得 条款 5（P） 10万元 成立
示例 等于 (the_same)
  设 企业 甲 产值 1万元
  设 项目 P 项目编号 “1” 投入 100万元 别处所得 10万元
  得 条款 5（P） 0元 撤回
示例 没有 (none)
  设 企业 甲 产值 1万元
  设 项目 P 项目编号 “1” 投入 100万元 别处所得 不适用
  得 条款 5（P） 10万元 成立
示例 尚不清楚 (not_known)
  设 企业 甲 产值 1万元
  设 项目 P 项目编号 “1” 投入 100万元 别处所得 未知
  得 条款 5（P） 0元 至 10万元 待定 缺 别处所得`)
  })
  test('of lines with one key the largest amount had elsewhere counts for each', () => {
    comesOut(`${VOCABULARY}
条款 5 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 10% 的 投入
  最高 500万元
条款 6 贴息 (interest)
  依据 “贴息”
  对 每个 项目
  给予 5% 的 投入
  最高 500万元
约束 9 从高支持 (the_highest)
  依据 “从高支持”
  同一 项目编号 的 条款 5，6 取 最高者 连同 别处所得
示例 本措施最高 (ours)
  设 企业 甲 产值 1万元
  设 项目 P 项目编号 “1” 投入 100万元 别处所得 7万元
  得 条款 5（P） 10万元 成立
  得 条款 6（P） 0元 撤回
示例 别处最高 (theirs)
  设 企业 甲 产值 1万元
  设 项目 P 项目编号 “1” 投入 100万元 别处所得 不适用
  设 项目 Q 项目编号 “1” 投入 60万元 别处所得 12万元
  得 条款 5（P） 0元 撤回
  得 条款 5（Q） 0元 撤回`)
  })
})

/** “夫妻双方均符合条件的，由一方申领，按较高标准执行，另一方不再发放。” */
test('the highest by an expression, not by the amount; equal standards are a tie', () => {
  comesOut(`${VOCABULARY}
条款 1 租房补贴 (rent)
  依据 “补贴”
  对 每个 项目
  给予 投入
  最高 1万元
约束 2 由一方申领 (one_of_the_couple)
  依据 “由一方申领”
  同一 家庭编号 的 条款 1 取 最高者 按 月标准
示例 标准高者 (by_standard)
  设 企业 甲 产值 1万元
  设 项目 P 家庭编号 “H” 投入 1000元 月标准 2000元
  设 项目 Q 家庭编号 “H” 投入 1500元 月标准 1500元
  得 条款 1（P） 1000元 成立
  得 条款 1（Q） 0元 撤回
示例 标准相同 (equal)
  设 企业 甲 产值 1万元
  设 项目 P 家庭编号 “H” 投入 1000元 月标准 1500元
  设 项目 Q 家庭编号 “H” 投入 1500元 月标准 1500元
  得 条款 1（P） 0元 至 1000元 待定
  得 条款 1（Q） 0元 至 1500元 待定`)
})

/** “已受理的申请适用受理时的规定，对申请人有利的，可以适用新规定。” */
test('a power over clauses, where an application was received before', () => {
  comesOut(`${VOCABULARY}
条款 1 补贴 (aid)
  依据 “补贴”
  对 每个 项目
  给予 1万元
约束 13 过渡 (transition)
  依据 “可以适用新规定”
  全部条款 须经决定 如 受理日期 早于 施行日
示例 新申请 (new)
  设 企业 甲 产值 1万元
  设 项目 P 受理日期 2026-03-01
  得 条款 1（P） 1万元 成立
示例 已受理 (received)
  设 企业 甲 产值 1万元
  设 项目 P 受理日期 2025-12-31
  得 条款 1（P） 0元 至 1万元 待决定
示例 已决定 (decided)
  设 企业 甲 产值 1万元
  设 项目 P 受理日期 2025-12-31
  决定 条款 1（P） 采用
  得 条款 1（P） 1万元 成立
示例 尚不清楚 (not_known)
  设 企业 甲 产值 1万元
  设 项目 P 受理日期 未知
  得 条款 1（P） 0元 至 1万元 待定 缺 受理日期`)
})
