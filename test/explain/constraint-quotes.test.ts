import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { explainLine } from '../../src/explain/line.ts'
import * as b from '../build-core.ts'

const SOURCE = '试验办法\n\n一、对企业给予20万元。\n二、失信企业和人工智能以外的企业不予支持。\n'
const TEXT = `政策 试验办法 (trial)
  标题 “试验办法” / “Trial measures”
  地区 “试验市” / “Testville”
  文本 示范文本
  原文 “source.txt”
  公布 2026-01-01
施行 0 自公布之日
枚举 领域类 (fields)：人工智能 (ai)，别的 (others)
申请人 企业 (enterprise)
  失信 (in_default) 是否
  领域 (field) 领域类
条款 1 奖励 (award)
  依据 “对企业给予20万元。”
  对 每个 企业
  除非 领域 不为 人工智能
  给予 20万元
约束 2 不予支持 (no_support)
  依据 “失信企业和人工智能以外的企业不予支持。”
  全部条款 除非 失信
`

const reasons = (has: Parameters<typeof b.dossier>[1]): readonly { readonly zh: string; readonly en: string }[] => {
  const { policy, diagnostics } = compile({ files: [{ file: 'policy.heng', text: TEXT }], source: SOURCE })
  if (policy === null) throw new Error(diagnostics.map(({ code, facts }) => `${code} ${JSON.stringify(facts)}`).join('\n'))
  const result = interpret(policy, b.input([b.dossier('甲', has)]))
  return result.applicants.flatMap(({ lines }) => lines).flatMap((line) => explainLine(policy, line, result.readings).parts.filter(({ about }) => about === 'reasons').flatMap(({ sentences }) => sentences))
}

test('a reason that a constraint gives quotes the constraint’s own sentence', () => {
  expect(reasons({ 失信: true, 领域: '人工智能' })).toEqual([{ zh: '“失信”：是，不符合条件（第2.1句：“失信企业和人工智能以外的企业不予支持。”）。', en: '“in default”: yes; this does not meet the condition (sentence 2.1: “失信企业和人工智能以外的企业不予支持。”).' }])
})

test('a failed negation is said as what is needed, not as a denial of a denial', () => {
  expect(reasons({ 失信: false, 领域: '别的' })).toEqual([{ zh: '“领域”是别的，不符合“领域 为 人工智能”。', en: '“field” is others; this does not meet “field is ai”.' }])
})
