import { describe, expect, test } from 'vitest'
import { LIMIT_ORDER } from '../../src/core/core.ts'
import { compiled } from '../../src/engines/compiled/compiled.ts'
import type { Applicant, Decision, Input, Note } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { jsonLogic } from '../../src/engines/json-logic/json-logic.ts'
import * as b from '../build-core.ts'
import { comesOut, mistakes, written } from './written.ts'

const VOCABULARY = `
申请人 企业 (enterprise)
  产值 (output) 金额
事项 项目 (project)
  项目编号 (number) 标识
  投入 (investment) 金额
  重点 (key_project) 是否
  别处所得 (had_elsewhere) 金额
`
const CLAUSES = `
条款 1 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 投入
  最高 50万元 按 项目编号
条款 2 配套 (matching)
  依据 “配套”
  对 每个 项目
  给予 60万元
约束 3 不重复享受 (not_twice)
  依据 “不重复享受”
  同一 项目编号 的 条款 1，2 取 最高者
`
const EXAMPLE = `
示例 先后 (in_which_order)
  设 企业 甲
  设 项目 P 项目编号 “1” 投入 80万元
`
describe('the order of limits in the header', () => {
  test('first the cap, then the higher of two: the capped grant is the lower one', () => {
    expect(comesOut(`${VOCABULARY}${CLAUSES}${EXAMPLE}  得 条款 1（P） 0元 撤回\n  得 条款 2（P） 60万元 成立`).order).toEqual(LIMIT_ORDER)
  })
  test('first the higher of two, then the cap: the higher stays and is cut', () => {
    const policy = comesOut(`${VOCABULARY}${CLAUSES}${EXAMPLE}  得 条款 1（P） 50万元 成立\n  得 条款 2（P） 0元 撤回`, '限制次序 一次性，不重复享受，单项最高额，名额，合计最高额，预算\n')
    expect(policy.order).toEqual(['once', 'non-cumulation', 'cap', 'quota', 'total-cap', 'budget'])
    expect(jsonLogic.evaluate(policy, inputOf(800_000)).kind).toBe('refusal')
  })
  test('each sort stands once', () => {
    expect(mistakes(`${VOCABULARY}${CLAUSES}`, '限制次序 不重复享受，单项最高额\n')).toEqual(['limit-order-incomplete 限制次序 不重复享受，单项最高额'])
    expect(mistakes(`${VOCABULARY}${CLAUSES}`, '限制次序 一次性，不重复享受，单项最高额，名额，合计最高额，预算\n限制次序 一次性，不重复享受，单项最高额，名额，合计最高额，预算\n')).toEqual(['doubled-item 限制次序 一次性，不重复享受，单项最高额，名额，合计最高额，预算'])
  })
})

function inputOf(investment: number, more: { readonly key?: boolean; readonly elsewhere?: number } = {}, decisions: readonly Decision[] = []): Input {
  const project = b.matterOf('项目', 'P', { 项目编号: '1', 投入: b.rmb(investment), 重点: more.key ?? false, 别处所得: b.rmb(more.elsewhere ?? 0) })
  const applicants: readonly Applicant[] = [b.dossier('甲', { 产值: b.rmb(1) }, project)]
  return { ...b.input(applicants), decisions }
}

function notes(text: string, input: Input): readonly string[] {
  const policy = written(text)
  const found = [interpreter, compiled].map((engine): readonly Note[] => {
    const outcome = engine.evaluate(policy, input)
    return outcome.kind === 'refusal' ? [] : outcome.result.notes.filter(({ code }) => code === 'order-dependent')
  })
  expect(found[1]).toEqual(found[0])
  return (found[0] ?? []).map(({ message }) => message.zh)
}

/** Two caps over the clauses of one applicant, of which one shares in proportion: the order of the two decides. */
const TWO_CAPS = `
条款 1 项目补助 (project_grant)
  依据 “补助”
  对 每个 项目
  给予 投入
  不设最高额
条款 2 配套 (matching)
  依据 “配套”
  对 每个 项目
  给予 30万元
`

describe('two limits of one sort whose order the text does not give are reported with both amounts', () => {
  test('where one may be widened: by the amount that it may be widened to', () => {
    const text = `${VOCABULARY}${TWO_CAPS}约束 3 项目上限 (project_cap)\n  依据 “上限”\n  条款 1 合计 不超过 50万元 按 企业 可放宽至 70万元\n约束 4 总额 (total)\n  依据 “总额”\n  条款 1，2 合计 不超过 60万元 按 企业 按比例压减`
    const input = inputOf(800_000)
    // 先 3：[50, 70]万元，再由 60万元 按比例：60 × 70 ÷ (70 + 30) = 42万元；先 4：60 × 80 ÷ 110 = 43.636363万元，不到50万元，不再减。
    expect(notes(text, input)).toEqual(['约束 3 与 约束 4（同为合计最高额）的先后影响结果，文本没有规定（前者在先／后者在先）：1 甲 P 420,000元／436,363.63元；2 甲 P 225,000元／163,636.36元'])
    // 决定放宽至70万元：60 × 70 ÷ 100 = 42万元，60 × 30 ÷ 100 = 18万元。
    expect(notes(text, inputOf(800_000, {}, [{ kind: 'limit', clause: '3', applicant: '甲', subject: '甲', amount: 70_000_000n }]))).toEqual(['约束 3 与 约束 4（同为合计最高额）的先后影响结果，文本没有规定（前者在先／后者在先）：1 甲 P 420,000元／436,363.63元；2 甲 P 180,000元／163,636.36元'])
    // 投入40万元：两项限制都不减（40 ≤ 50，40 + 30 = 70 > 60 才减：60 × 40 ÷ 70），先后不影响。
    expect(notes(text, inputOf(400_000))).toEqual([])
  })
  test('where one is against support from elsewhere', () => {
    const text = `${VOCABULARY}${TWO_CAPS}约束 3 从高支持 (the_higher)\n  依据 “从高”\n  同一 项目编号 的 条款 1 取 最高者 连同 别处所得\n约束 4 不重复享受 (not_twice)\n  依据 “不重复”\n  同一 项目编号 的 条款 1，2 取 最高者`
    // 先 3：80万元不高于别处的90万元，撤回，2 得30万元；先 4：1 高于 2，2 撤回，再由 3 撤回 1。
    expect(notes(text, inputOf(800_000, { elsewhere: 900_000 }))).toEqual(['约束 3 与 约束 4（同为不重复享受）的先后影响结果，文本没有规定（前者在先／后者在先）：2 甲 P 300,000元／0元'])
    expect(notes(text, inputOf(800_000, { elsewhere: 100_000 }))).toEqual([])
  })
  test('where one exempts lines: only for lines that both cover', () => {
    const text = `${VOCABULARY}${TWO_CAPS}约束 3 项目上限 (project_cap)\n  依据 “上限”\n  除非 重点\n  条款 1 合计 不超过 50万元 按 企业\n约束 4 总额 (total)\n  依据 “总额”\n  条款 1，2 合计 不超过 60万元 按 企业 按比例压减`
    // 先 3：50，30 → 60 × 50 ÷ 80 = 37.5万元，22.5万元；先 4：43.636363万元，16.363636万元。
    expect(notes(text, inputOf(800_000))).toEqual(['约束 3 与 约束 4（同为合计最高额）的先后影响结果，文本没有规定（前者在先／后者在先）：1 甲 P 375,000元／436,363.63元；2 甲 P 225,000元／163,636.36元'])
    expect(notes(text, inputOf(800_000, { key: true }))).toEqual([])
  })
})
