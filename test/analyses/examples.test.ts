import { describe, expect, it } from 'vitest'
import { exampleInput } from '../../src/analyses/example-input.ts'
import { runExamples } from '../../src/analyses/examples.ts'
import type { Example, Policy } from '../../src/core/core.ts'
import type { Expectation } from '../../src/core/example.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { differenceText, partingStep } from '../../src/explain/difference.ts'
import * as b from '../build-core.ts'
import { POLICY } from '../explain/fixture.ts'

const NONE: Expectation = { clause: null, subject: null, standing: null, range: null, status: null, duration: null, payers: [], missing: [], ambiguities: [] }
const money = (fen: string): Example['applicants'][number]['facts'][string] => ({ type: { kind: 'money' }, value: fen })

const example = (...expected: readonly Partial<Expectation>[]): Example => ({
  name: b.name('引才', 'talent'), file: 'measure-6.heng', published: '2026-01-01', on: null, readings: [],
  applicants: [{ id: '甲', facts: { 大数据企业: { type: { kind: 'boolean' }, value: 'false' } }, matters: [
    { entity: '人才项目', id: '项目一', facts: { 项目编号: { type: { kind: 'identifier' }, value: 'P-1' }, 实付工薪: money('166666667') } },
    { entity: '紧缺人才', id: '张', facts: { 年薪: money('50000000'), 年限: { type: { kind: 'duration' }, value: '36' } } },
    { entity: '紧缺人才', id: '李', facts: { 年薪: money('30000000'), 年限: null } },
    { entity: '智能工厂', id: '一号', facts: { 级别: 'not-applicable', 期限: { type: { kind: 'duration' }, value: '30' } } },
  ] }],
  ledger: [], decisions: [], expected: expected.map((each) => ({ ...NONE, ...each })),
})

const withExample = (one: Example): Policy => ({ ...POLICY, examples: [one] })
const findings = (...expected: readonly Partial<Expectation>[]): readonly string[] =>
  runExamples(interpreter, withExample(example(...expected))).map((each) => {
    const { expected: wanted, found } = differenceText(each.difference)
    return `${each.difference.kind}: ${wanted.zh} / ${found.zh}`
  })

describe('examples', () => {
  it('come out', () => {
    expect(findings(
      { clause: '6.1', standing: 'holds', range: { committed: '50000000', possible: '50000000' } },
      { clause: '6.2', subject: '张', status: 'E类人才' },
      { clause: '6.2', subject: '李', standing: 'undetermined', missing: ['年限'] },
      { clause: '4.3', duration: '24' },
      { range: { committed: '50000000', possible: '50000000' } },
    )).toEqual([])
  })

  it('say what was expected and what was found, in words', () => {
    expect(findings({ clause: '6.1', standing: 'fails', range: { committed: '0', possible: '60000000' } })).toEqual(['standing: 不成立 / 成立', 'amount: 0元至60万元 / 50万元'])
    expect(findings({ clause: '6.2', subject: '李', status: 'F类人才', missing: ['年薪'] })).toEqual(['status: 认定为F类人才 / 没有', 'missing: 指出缺“年薪” / 缺：年限'])
    expect(findings({ clause: '4.3', duration: '30' })).toEqual(['duration: 2年6个月 / 2年'])
    expect(findings({ range: { committed: '1', possible: null } })).toEqual(['amount: 0.01元至未定额 / 50万元'])
    expect(findings({ clause: '6.1', ambiguities: ['A9'] })).toEqual(['ambiguity: 提示A9 / 提示：没有'])
  })

  it('say who was expected to pay how much, of a line and in all', () => {
    const sharing = [{ id: '10', clauses: ['6.1'], payers: [{ agency: '市科技局', share: '3/5' }, { agency: '市财政局', share: '2/5' }], when: null, under: [], cites: [] }]
    const run = (...expected: readonly Partial<Expectation>[]): readonly string[] => runExamples(interpreter, { ...withExample(example(...expected)), sharing }).map(({ difference }) => {
      const { expected: wanted, found } = differenceText(difference)
      return `${wanted.zh} / ${found.zh}`
    })
    const right = [{ agency: '市科技局', committed: '30000000', possible: '30000000' }, { agency: '市财政局', committed: '20000000', possible: '20000000' }]
    expect(run({ clause: '6.1', payers: right }, { payers: right })).toEqual([])
    const wrong = [{ agency: '市财政局', committed: '0', possible: '20000000' }]
    expect(run({ clause: '6.1', payers: wrong }, { payers: wrong })).toEqual(Array(2).fill('市财政局负担0元至20万元 / 市财政局负担20万元'))
  })

  it('say when there is no line, and when there are several', () => {
    expect(findings({ clause: '6.1', subject: '没有的' })).toEqual(['no-line: 这一条对该对象有结果 / 只有：项目一'])
    expect(findings({ clause: '6.2' })).toEqual(['several-lines: 只有一个结果，或写明是哪个对象 / 张、李'])
  })

  it('take the lines of a subject together where the clause is paid by period', () => {
    const monthly = (limits: Policy['limits'], ...expected: readonly Partial<Expectation>[]): readonly string[] => {
      const policy = { ...withExample(example(...expected)), limits, clauses: POLICY.clauses.map((each) => (each.id === '6.1' ? { ...each, terms: [b.under({ unit: 'month', from: b.day('2026-04-15'), until: null, longest: null } as const)] } : each)) }
      return runExamples(interpreter, policy).map(({ difference, line }) => `${differenceText(difference).expected.zh} / ${differenceText(difference).found.zh}（${line?.period?.from}）`)
    }
    // April, May and June, 500,000 yuan each
    expect(monthly([], { clause: '6.1', standing: 'holds', range: { committed: '150000000', possible: '150000000' } })).toEqual([])
    expect(monthly([], { clause: '6.1', subject: '项目一', range: { committed: '50000000', possible: '50000000' } })).toEqual(['50万元 / 150万元（2026-04-01）'])
    // The cap of 500,000 yuan in all leaves two of the three months nothing.
    const cap = POLICY.limits.filter(({ id }) => id === '6.1/cap')
    expect(monthly(cap, { clause: '6.1', range: { committed: '50000000', possible: '50000000' } })).toEqual([])
    expect(monthly(cap, { clause: '6.1', standing: 'holds' })).toEqual(['成立 / 撤回（2026-05-01）'])
  })

  it('name the step that led elsewhere, with its sentence', () => {
    const policy = withExample(example({ clause: '6.2', subject: '李', standing: 'holds' }))
    const [finding] = runExamples(interpreter, policy)
    expect(finding === undefined ? null : partingStep(policy, finding)?.zh).toBe('“年限”还不清楚，还不能判断是否符合“年限 2年以上”（第6.2句“可直接认定为E类人才、F类人才。”）')
  })

  it('look at the ambiguities that they name, and at the others only to say which matter instead', () => {
    const open = (id: string) => ({ id, name: b.name(id), question: b.name('？'), at: [], readings: ['甲', '乙'].map((name, at) => ({ name: b.name(name), meaning: b.name(name), isDefault: at === 0 })) })
    const clauses = POLICY.clauses.map((each) => (each.id === '6.1' ? { ...each, powers: [b.under({ when: null, cites: [] }, ['A8', '乙'] as const)] } : each))
    const asked = (...ambiguities: readonly string[]): readonly unknown[] => {
      const policy = { ...withExample(example({ clause: '6.1', ambiguities })), ambiguities: ['A7', 'A8', 'A9'].map(open), clauses }
      let evaluations = 0
      const counting: Engine = { ...interpreter, evaluate: (...args) => { evaluations += 1; return interpreter.evaluate(...args) } }
      const found = runExamples(counting, policy).map(({ difference }) => differenceText(difference).found.zh)
      return [found, evaluations]
    }
    expect(asked()).toEqual([[], 1])
    expect(asked('A8')).toEqual([[], 2])
    expect(asked('A9')).toEqual([['提示：A8'], 5])
  })

  it('pass on an engine’s refusal', () => {
    const refusing: Engine = { name: 'none', evaluate: () => ({ kind: 'refusal', refusals: [{ engine: 'none', construct: 'x', clause: null, message: b.name('不能', 'cannot'), cite: null }] }) }
    expect(runExamples(refusing, withExample(example({}))).map((each) => differenceText(each.difference).found.zh)).toEqual(['不能'])
  })
})

describe('an example as input', () => {
  it('keeps the four states of facts apart', () => {
    const facts = exampleInput(example()).applicants[0]?.matters.map((matter) => [...matter.facts.values()].map((fact) => fact.state))
    expect(facts).toEqual([['given', 'given'], ['given', 'given'], ['given', 'unknown'], ['not-applicable', 'given']])
  })
  it('asks on 2026-06-30 unless it says otherwise, and stays unpublished when it says so', () => {
    expect(exampleInput(example()).on).toBe('2026-06-30')
    expect(exampleInput({ ...example(), on: '2026-02-01', published: null })).toMatchObject({ on: '2026-02-01', asIfPublished: null })
  })
  it('finds whose a decided subject is', () => {
    const decided = exampleInput({ ...example(), decisions: [{ kind: 'amount', clause: '2.1', subject: '项目一', amount: '100' }, { kind: 'use', clause: '2.2', subject: '项目一', used: true }, { kind: 'exception', limit: '1.3', subjects: ['项目一'] }] })
    expect(decided.decisions).toEqual([
      { kind: 'amount', clause: '2.1', applicant: '甲', subject: '项目一', amount: 100n },
      { kind: 'use', clause: '2.2', applicant: '甲', subject: '项目一', used: true },
      { kind: 'exception', limit: '1.3', applicant: null, subjects: ['项目一'], reason: '引才' },
    ])
  })
})
