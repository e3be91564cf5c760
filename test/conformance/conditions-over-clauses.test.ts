import { describe, expect, test } from 'vitest'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { exampleInput } from '../../src/analyses/example-input.ts'
import { comesOut, mistakes, written } from './written.ts'

/** “上年度发生较大以上安全生产责任事故，或者被列入失信被执行人名单的企业，不予支持。” */
const VOCABULARY = `
申请人 企业 (enterprise)
  产值 (output) 金额
  规模以上 (above_scale) 是否
  失信 (in_default) 是否
事项 项目 (project)
  投入 (investment) 金额
  重点 (key_project) 是否
`
const CLAUSES = `
条款 2 增产奖励 (growth)
  依据 “奖励”
  对 每个 企业
  给予 1% 的 产值
  最高 1000万元
条款 5 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 10% 的 投入
  最高 500万元
条款 6 提供场地 (premises)
  依据 “场地”
  对 每个 项目
  提供 “场地” / “premises”
`

describe('conditions over clauses', () => {
  test('every covered clause gets the condition, read in its own scope', () => {
    comesOut(`${VOCABULARY}${CLAUSES}
约束 1 不予支持 (no_support)
  依据 “不予支持”
  全部条款 除非 失信
  条款 2 当 规模以上
示例 守信 (honest)
  设 企业 甲 产值 100万元 失信 否 规模以上 是
  设 项目 P 投入 20万元
  得 条款 2（甲） 1万元 成立
  得 条款 5（P） 2万元 成立
  得 条款 6（P） 成立
示例 失信者 (defaulter)
  设 企业 甲 产值 100万元 失信 是 规模以上 是
  设 项目 P 投入 20万元
  得 条款 2（甲） 不成立
  得 条款 5（P） 不成立
  得 条款 6（P） 不成立
示例 不知道 (not_known)
  设 企业 甲 产值 100万元 失信 未知 规模以上 否
  设 项目 P 投入 20万元
  得 条款 2（甲） 不成立
  得 条款 5（P） 0元 至 2万元 待定 缺 失信
`)
  })

  test('the reason and the trace rest on the constraint’s sentence', () => {
    const policy = written(`${VOCABULARY}${CLAUSES}
约束 1 不予支持 (no_support)
  依据 “不予支持”
  全部条款 除非 失信
示例 失信者 (defaulter)
  设 企业 甲 产值 100万元 失信 是
  得 条款 2（甲） 不成立
`)
    const [example] = policy.examples
    const line = example === undefined ? undefined : interpret(policy, exampleInput(example)).applicants[0]?.lines.find(({ clause }) => clause === '2')
    expect(line?.reasons.map(({ code, fact, cite }) => [code, fact, cite?.quote])).toEqual([['condition-failed', '失信', '不予支持']])
    expect(line?.trace.children.map(({ cite }) => cite?.quote)).toEqual(['不予支持', '奖励'])
  })

  test('of all clauses those that have the fact; one that is left out has no condition; under a reading', () => {
    comesOut(`${VOCABULARY}${CLAUSES}
歧义 Y1 范围 (reach)
  在 条款 2
  问 “第二条也算？” / “does it reach clause 2?”
  解读 全部 (everything) 默认 “都算” / “all”
  解读 只算项目 (projects_only) “只算项目” / “projects only”
约束 1 只支持重点 (key_only)
  依据 “重点”
  全部条款 除 6 当 重点
  条款 2 除非 失信 依解读 Y1 全部
示例 不是重点 (not_key)
  设 企业 甲 产值 100万元 失信 是
  设 项目 P 投入 20万元 重点 否
  得 条款 2（甲） 不成立
  得 条款 5（P） 不成立
  得 条款 6（P） 成立
示例 另一解读 (other_reading)
  依解读 Y1 只算项目
  设 企业 甲 产值 100万元 失信 是
  得 条款 2（甲） 1万元 成立
`)
  })

  test('a listed clause that lacks the fact, and what is no condition, are mistakes', () => {
    const over = (item: string): readonly string[] => mistakes(`${VOCABULARY}${CLAUSES}\n约束 1 不予支持 (no_support)\n  依据 “不予支持”\n  ${item}\n`)
    expect(over('条款 2，5 当 重点')).toEqual(['key-not-in-clause 2'])
    expect(over('条款 9 除非 失信')).toEqual(['unknown-clause 9'])
    expect(over('全部条款 除非 产值')).toEqual(['type-mismatch 产值'])
    expect(over('全部条款 除非 无此')).toEqual(['unknown-name 无此'])
    expect(mistakes(`${VOCABULARY}${CLAUSES}\n条款 9 九 (nine)\n  依据 “不予支持”\n  给予 1元\n  全部条款 除非 失信\n`)).toEqual(['misplaced-item 全部条款 除非 失信'])
  })
})
