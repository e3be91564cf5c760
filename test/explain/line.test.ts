import { describe, expect, it } from 'vitest'
import { type Explanation, explainLine } from '../../src/explain/line.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'
import { APPLICANT, POLICY, evaluated, lineOf } from './fixture.ts'

const result = evaluated([APPLICANT], {
  ledger: [b.paid('5.4', '甲公司', null, 100_000, '2023-05-01')],
  decisions: [{ kind: 'amount', clause: '2.1', applicant: '甲公司', subject: '攻关', amount: 35_000_000n }],
})
const explained = (clause: string, subject: string): Explanation => explainLine(POLICY, lineOf(result, clause, subject), result.readings)
const part = (clause: string, subject: string, about: string, language: 'zh' | 'en' = 'zh'): readonly string[] =>
  explained(clause, subject).parts.filter((each) => each.about === about).flatMap((each) => each.sentences.map((text) => text[language]))

describe('an explanation', () => {
  it('starts with the result in one sentence', () => {
    expect(explained('6.1', '引才').heading).toEqual({ zh: '第6.1条 引才奖补（引才）：成立，50万元。', en: 'Clause 6.1 talent award (引才): holds, 500,000 yuan.' })
    expect(explained('5.4', '甲公司').heading.zh).toBe('第5.4条 大数据企业奖补（甲公司）：撤回。')
    expect(explained('6.2', '李').heading.zh).toBe('第6.2条 直接认定（李）：待定，可能是F类人才。')
    expect(explained('4.3', '一号').heading.en).toBe('Clause 4.3 office space (一号): holds, office space, 2 years.')
  })

  it('quotes the sentence with its number, and names the responsible units', () => {
    expect(part('2.1', '攻关', 'quote')).toEqual(['第2.1句：“给予不超过项目总投入的40%、最高100万元支持。”'])
    expect(part('2.1', '攻关', 'units')).toEqual(['责任单位：市科技局；配合单位：市财政局。'])
    expect(part('2.1', '攻关', 'units', 'en')).toEqual(['Lead units: science bureau; cooperating units: finance bureau.'])
  })

  it('quotes every sentence that the clause rests on', () => {
    const cites = [b.cite('2.1'), b.cite('2.2')]
    const policy = b.policy({ clauses: [b.clause('1', '企业', b.grant(b.yuan(100)), { cites })] })
    const { applicants: [a], readings } = interpret(policy, b.input([b.dossier('A')]))
    const quotes = explainLine(policy, a!.lines[0]!, readings).parts.find(({ about }) => about === 'quote')?.sentences.map(({ zh }) => zh)
    expect(quotes).toEqual(cites.map(({ sentence, quote }) => `第${sentence}句：“${quote}”。`))
  })

  it('says which fact decided, and what was needed', () => {
    expect(part('1.1', '案例四', 'reasons')).toEqual(['“入选”：否，不符合条件。'])
    expect(part('6.2', '王', 'reasons').at(-1)).toBe('“年薪”是299,999.99元，不符合“年薪 50万元以上”、“年薪 30万元以上”。')
    expect(part('6.2', '李', 'reasons', 'en')).toEqual(['“years” is not known yet; whether this meets “years at least 2 years” cannot be told.'])
  })

  it('writes a sum as the lines of a bill, rounding last', () => {
    expect(part('2.1', '攻关', 'bill')).toEqual([
      '总投入 999,999.99元 × 40% = 399,999.996元',
      '399,999.996元、1,000,000.00元，取最低：399,999.996元',
      '舍去不足一分的部分：399,999.99元',
    ])
    expect(part('6.1', '小额', 'bill', 'en')).toEqual(['salary paid 1,000,000.01 yuan × 30% = 300,000.003 yuan', 'rounded to the fen, a half upwards: 300,000.00 yuan'])
    expect(part('6.2', '张', 'bill')).toEqual(['年薪 50万元以上 且 年限 3年以上：E类人才'])
    expect(part('4.3', '一号', 'bill')).toEqual(['期限 2年6个月、2年，取最低：2年'])
  })

  it('leaves out of a sum what is open', () => {
    expect(part('2.1', '未报投入', 'bill')).toEqual(['40% 的 总投入（还不清楚）、1,000,000.00元，取最低：至多1,000,000.00元'])
  })

  it('says what a limit did, before and after, and why', () => {
    expect(part('5.4', '甲公司', 'adjustments')).toEqual(['一次性：原为10万元，现为0元，因为以前已经给过：2023-05-01按第5.4条拨付的一笔（甲公司）。'])
    expect(part('1.1', '案例三', 'adjustments', 'en')).toEqual(['Quota: before 200,000 yuan, now 0 yuan, because at most 2 a year; the places are all taken: 案例一, 案例二.'])
  })

  it('asks for what is missing, with the declared questions, and says who judges', () => {
    expect(part('1.1', '案例五', 'questions')).toEqual(['案例五：是否入选？由市科技局判断。', '案例五：得分是多少？'])
    expect(part('2.1', '未报投入', 'questions')).toEqual(['未报投入：总投入是多少？材料中注明不知道。'])
  })

  it('says who decides, and up to what', () => {
    expect(part('2.1', '未报投入', 'decision')).toEqual(['由市科技局决定，最高100万元。'])
    expect(part('2.2', '攻关', 'decision')).toEqual(['由市科技局决定是否给予、给予多少；原文没有规定金额。'])
  })

  it('follows a recorded decision, and says so', () => {
    expect(part('2.1', '攻关', 'reasons').at(-1)).toBe('主管部门已决定给予35万元。')
  })

  it('tells of a day before the policy is in force', () => {
    const before = evaluated([APPLICANT], { on: '2025-12-31' })
    expect(explainLine(POLICY, lineOf(before, '6.1', '引才'), before.readings).parts.find((each) => each.about === 'reasons')?.sentences[0]?.zh)
      .toBe('这一天不在施行期内，要求申请日 不早于 2026-01-01。')
  })
})

/** Words of an engine, which no drafter should have to know. */
const ENGINE_WORDS = /\b(null|undefined|true|false|NaN|boolean|node|bigint|object|binary|variadic|literal|choose|expr|enum|in-kind|non-cumulation|total-cap|awaits-decision|condition-\w+|key-unknown|quota-full)\b|\[object|_|\d{7,}分/

describe('plain words', () => {
  it('no explanation holds a word of an engine, in either language', () => {
    const texts = result.applicants.flatMap((each) => each.lines).flatMap((line) => {
      const { heading, parts } = explainLine(POLICY, line, result.readings)
      return [heading, ...parts.flatMap((each) => [each.title, ...each.sentences])].flatMap((text) => [text.zh, text.en])
    })
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.filter((text) => ENGINE_WORDS.test(text))).toEqual([])
  })

  it('every sentence ends once', () => {
    const sentences = result.applicants.flatMap((each) => each.lines).flatMap((line) => explainLine(POLICY, line, result.readings).parts)
      .filter((each) => each.about !== 'bill').flatMap((each) => each.sentences)
    expect(sentences.filter(({ zh, en }) => !/[。？！]”?$/.test(zh) || /[。？！.]{2}$/.test(zh) || !/[.?!。]”?$/.test(en) || /[.?!]{2}$/.test(en))).toEqual([])
  })
})

describe('an explanation of a repayment', () => {
  const moved = b.field(b.DATE, b.subject('企业'), '迁出日期')
  const policy = b.policy({
    applicant: b.entity('企业', b.fieldOf('迁出日期', b.DATE)),
    clauses: [
      b.clause('2', '企业', b.grant(b.yuan(100))),
      b.clause('12', '企业', b.repayment(b.share(b.percent(50), b.granted(['2'], [], 'ever', 'amount', { from: moved }))), { name: b.name('退回', 'clawback') }),
    ],
  })
  const { applicants: [a], readings } = interpret(policy, b.input([b.dossier('A', { 迁出日期: '2026-01-02' })], { ledger: [b.paid('2', 'A', 'A', 300_001, '2026-01-02'), b.paid('2', 'A', 'A', 7, '2026-01-01')] }))
  const line = a!.lines[1]!
  const told = explainLine(policy, line, readings)
  it('says that it is to be repaid, and how it was worked out', () => {
    expect(told.heading).toEqual({ zh: '第12条 退回（A）：成立，应退回150,000.50元。', en: 'Clause 12 clawback (A): holds, 150,000.50 yuan to be repaid.' })
    expect(told.parts.find(({ about }) => about === 'bill')?.sentences.map(({ zh }) => zh)).toEqual(['已领 条款 2 自 迁出日期 = 300,001.00元', '已领 条款 2 自 迁出日期 300,001.00元 × 50% = 150,000.50元'])
  })
})

describe('an explanation of who pays', () => {
  const park = b.field(b.BOOLEAN, b.subject('企业'), '位于园区')
  const policy = b.policy({
    applicant: b.entity('企业', b.fieldOf('位于园区', b.BOOLEAN)), agencies: [b.name('市财政局', 'city_treasury'), b.name('县财政局', 'county_treasury'), b.name('园区', 'park')],
    clauses: [b.clause('2', '企业', b.grant(b.yuan('100.01')))],
    sharing: [
      { id: '10', clauses: ['2'], payers: [{ agency: '市财政局', share: '3/5' }, { agency: '县财政局', share: '2/5' }], when: { '2': { expr: park, negated: true, cites: [] } }, under: [], cites: [b.cite('10.1')] },
      { id: '10', clauses: ['2'], payers: [{ agency: '园区', share: '1' }], when: { '2': { expr: park, negated: false, cites: [] } }, under: [], cites: [] },
    ],
  })
  const told = (has: Parameters<typeof b.dossier>[1]) => {
    const { applicants: [a], readings } = interpret(policy, b.input([b.dossier('A', has)]))
    return explainLine(policy, a!.lines[0]!, readings).parts.find(({ about }) => about === 'payers')?.sentences
  }
  it('names each payer with its amount, and what it still depends on', () => {
    expect(told({ 位于园区: false })).toEqual([{ zh: '市财政局负担60.01元、县财政局负担40元（第10.1句）。', en: 'City treasury bears 60.01 yuan, county treasury bears 40 yuan (sentence 10.1).' }])
    expect(told({})?.map(({ zh }) => zh)).toEqual(['市财政局负担0元至60.01元、县财政局负担0元至40元、园区负担0元至100.01元（第10.1句）。', '由谁负担还取决于位于园区。'])
  })
})

it('an id stands in English as it was given', () => {
  const result = evaluated([{ ...APPLICANT, id: 'a_1', matters: APPLICANT.matters.map((each, at) => ({ ...each, id: `m_${at}` })) }])
  const told = result.applicants.flatMap(({ lines }) => lines).map((line) => explainLine(POLICY, line, result.readings))
  expect(told.every(({ subject, heading }) => heading.en.includes(`(${subject})`))).toBe(true)
  const questions = told.flatMap(({ parts }) => parts.filter(({ about }) => about === 'questions').flatMap((part) => part.sentences.map((text) => /^(a_1|m_\d+): /.test(text.en))))
  expect(questions.length).toBeGreaterThan(0)
  expect(questions).not.toContain(false)
})
