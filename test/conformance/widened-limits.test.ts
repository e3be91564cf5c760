import { describe, expect, test } from 'vitest'
import { exampleInput } from '../../src/analyses/example-input.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { comesOut, mistakes, written } from './written.ts'

/** “单家企业每年核发总额不超过500万元，已备案大模型企业经市数据资源局同意可以放宽，最多放宽至800万元。” */
const VOCABULARY = `
申请人 企业 (enterprise)
  已备案大模型企业 (registered) 是否
事项 合同 (contract)
  实付金额 (paid_amount) 金额
条款 1.1 算力券 (voucher)
  依据 “算力券”
  对 每个 合同
  给予 40% 的 实付金额
`
const CAP = '  最高 500万元 每年 按 企业 可放宽至 800万元 仅当 已备案大模型企业\n'

describe('a limit that a decision may widen', () => {
  test('until it is decided, from the one limit to the other; a decision fixes it', () => {
    comesOut(`${VOCABULARY}${CAP}
示例 未决定 (undecided)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  得 条款 1.1（C） 500万元 至 800万元 待决定
示例 在原限额以内 (within)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 1000万元
  得 条款 1.1（C） 400万元 成立
示例 介于两者之间 (between)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 1500万元
  得 条款 1.1（C） 500万元 至 600万元 待决定
示例 已决定 (decided)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  决定 条款 1.1（甲） 放宽至 700万元
  得 条款 1.1（C） 700万元 成立
示例 不予放宽 (not_widened)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  决定 条款 1.1（C） 放宽至 500万元
  得 条款 1.1（C） 500万元 成立
示例 高于所允许 (too_high)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  决定 条款 1.1（甲） 放宽至 900万元
  得 条款 1.1（C） 500万元 至 800万元 待决定
示例 不得放宽 (must_not)
  设 企业 甲 已备案大模型企业 否
  设 合同 C 实付金额 2500万元
  得 条款 1.1（C） 500万元 成立
示例 不知得否 (not_known)
  设 企业 甲 已备案大模型企业 未知
  设 合同 C 实付金额 2500万元
  得 条款 1.1（C） 500万元 至 800万元 待定 缺 已备案大模型企业
示例 不知得否而已决定 (decided_not_known)
  设 企业 甲 已备案大模型企业 未知
  设 合同 C 实付金额 2500万元
  决定 条款 1.1（甲） 放宽至 700万元
  得 条款 1.1（C） 500万元 至 700万元 待定
示例 往年已领 (earlier)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  已付 条款 1.1（B） 100万元 于 2026-02-01
  决定 条款 1.1（甲） 放宽至 700万元
  得 条款 1.1（C） 600万元 成立
`)
  })

  test('of a constraint; a later limit that settles the amount leaves nothing to decide', () => {
    comesOut(`${VOCABULARY}${CAP}
约束 10 总额 (all_in_all)
  依据 “总额”
  全部条款 合计 每年 不超过 450万元 按 企业 可放宽至 480万元
示例 后一限额更低 (lower_later)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  决定 约束 10（甲） 放宽至 460万元
  得 条款 1.1（C） 460万元 成立
`)
  })

  test('the adjustment says that it awaits a decision; a decision about no such limit is reported', () => {
    const policy = written(`${VOCABULARY}${CAP}
示例 未决定 (undecided)
  设 企业 甲 已备案大模型企业 是
  设 合同 C 实付金额 2500万元
  得 条款 1.1（C） 待决定
`)
    const [example] = policy.examples
    if (example === undefined) throw new Error('there is one')
    const input = exampleInput(example)
    const run = (amount: bigint, applicant = '甲') => interpret(policy, { ...input, decisions: [{ kind: 'limit', clause: '1.1', applicant, subject: applicant, amount }] })
    expect(interpret(policy, input).applicants[0]?.lines[0]?.adjustments.map(({ code }) => code)).toEqual(['widening-undecided'])
    expect(run(900_000_000n).applicants[0]?.lines[0]?.adjustments.map(({ code }) => code)).toEqual(['widening-too-high'])
    expect(run(800_000_000n).applicants[0]?.lines[0]?.adjustments.map(({ code }) => code)).toEqual(['capped'])
    expect(run(800_000_000n).notes).toEqual([])
    expect(run(800_000_000n, '乙').notes.map(({ code }) => code)).toEqual(['unknown-decision'])
  })

  test('only money is widened, to money', () => {
    expect(mistakes(`${VOCABULARY}  每年 不超过 5项 可放宽至 800万元\n`)).toContain('type-mismatch 800万元')
    expect(mistakes(`${VOCABULARY}  最高 500万元 可放宽至 8项\n`)).toContain('unit-mismatch 8项')
    expect(mistakes(`${VOCABULARY}  最高 500万元 可放宽至 800万元 仅当 实付金额\n`)).toContain('type-mismatch 实付金额')
  })
})
