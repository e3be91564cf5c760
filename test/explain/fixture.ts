import type { Clause, Entity, Field, Policy } from '../../src/core/core.ts'
import type { Applicant, Decision, LedgerEntry, Line, Result } from '../../src/engines/engine.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import type { Type } from '../../src/values/types.ts'
import * as b from '../build-core.ts'

/** A small policy of every kind of clause, with names in both languages. */

const project = b.subject('人才项目')
const tech = b.subject('科技项目')
const talent = b.subject('紧缺人才')
const factory = b.subject('智能工厂')

const asked = (zh: string, en: string, type: Type, question: readonly [string, string], judgedBy: string | null = null): Field =>
  ({ name: b.name(zh, en), type, question: b.name(question[0], question[1]), judgedBy })
const entity = (zh: string, en: string, ...fields: readonly Field[]): Entity => ({ name: b.name(zh, en), fields })

const cite = (sentence: string, quote: string): Clause['cites'] => [{ sentence, start: 100, end: 100 + quote.length, quote }]
const LEVELS = { ...b.values('级别类'), name: b.name('级别类', 'level_kind'), values: [b.name('国家级', 'national'), b.name('省级', 'provincial')] }
const TALENTS = { ...b.values('人才类别类'), name: b.name('人才类别类', 'talent_class'), values: [b.name('E类人才', 'class_e_talent'), b.name('F类人才', 'class_f_talent')] }

const selected = b.field(b.BOOLEAN, b.subject('案例'), '入选')
const salary = b.field(b.MONEY, talent, '年薪')
const years = b.field(b.DURATION, talent, '年限')

export const POLICY: Policy = b.policy({
  title: b.name('某市若干措施', 'Measures of a city'),
  agencies: [b.name('市科技局', 'science_bureau'), b.name('市财政局', 'finance_bureau')], units: [b.name('吨', 'tonne'), b.name('项', 'items')],
  applicant: entity('企业', 'enterprise', asked('大数据企业', 'big_data_enterprise', b.BOOLEAN, ['是否为大数据企业？', 'Is it a big-data enterprise?'])),
  enumerations: [LEVELS, TALENTS],
  matters: [
    entity('案例', 'case', asked('入选', 'selected', b.BOOLEAN, ['是否入选？', 'Was it selected?'], '市科技局'), asked('得分', 'score', b.COUNT, ['得分是多少？', 'What is the score?'])),
    entity('人才项目', 'talent_project', asked('项目编号', 'project_number', b.IDENTIFIER, ['编号是什么？', 'What is its number?']), asked('实付工薪', 'salary_paid', b.MONEY, ['实付工薪是多少？', 'How much salary was paid?'])),
    entity('科技项目', 'project', asked('立项', 'approved', b.BOOLEAN, ['是否立项？', 'Was it approved?'], '市科技局'), asked('总投入', 'total_investment', b.MONEY, ['总投入是多少？', 'What is the total investment?'])),
    entity('紧缺人才', 'scarce_talent', asked('年薪', 'annual_salary', b.MONEY, ['年薪是多少？', 'What is the salary?']), asked('年限', 'years', b.DURATION, ['有几年经验？', 'How many years of experience?'])),
    entity('智能工厂', 'factory', asked('级别', 'level', b.enumeration('级别类'), ['哪一级？', 'Which level?']), asked('期限', 'months_asked', b.DURATION, ['用多久？', 'For how long?'])),
  ],
  measures: [{ id: '1', name: b.name('支持创新', 'support innovation'), responsible: ['市科技局'], cooperating: ['市财政局'], heading: null, responsibility: null }],
  clauses: [
    b.clause('1.1', '案例', b.grant(b.yuan(200_000)), { name: b.name('典型案例奖励', 'case_award'), conditions: [b.when(selected)], cites: cite('1.1', '对入选的案例，每项给予20万元奖励，每年不超过2项。') }),
    b.clause('1.2', '智能工厂', b.grant(b.choose([
      [b.binary('eq', b.field(b.enumeration('级别类'), factory, '级别'), b.member('级别类', '国家级')), b.yuan(300_000)],
      [b.binary('eq', b.field(b.enumeration('级别类'), factory, '级别'), b.member('级别类', '省级')), b.yuan(200_000)],
    ])), { name: b.name('智能工厂奖补', 'factory_award'), cites: cite('1.2', '对国家级、省级智能工厂，分别给予30万元、20万元。') }),
    b.clause('2.1', '科技项目', b.ceiling(b.min(b.share(b.percent(40), b.field(b.MONEY, tech, '总投入')), b.yuan(1_000_000))), { name: b.name('攻关补助', 'research_support'), conditions: [b.when(b.field(b.BOOLEAN, tech, '立项'))], cites: cite('2.1', '给予不超过项目总投入的40%、最高100万元支持。') }),
    b.clause('2.2', '科技项目', b.ceiling(null), { name: b.name('揭榜挂帅', 'open_call'), powers: b.POWER, conditions: [b.when(b.field(b.BOOLEAN, tech, '立项'))], cites: cite('2.2', '对特别重大的项目，可采用“揭榜挂帅”等方式支持。') }),
    b.clause('4.3', '智能工厂', b.inKind(b.min(b.field(b.DURATION, factory, '期限'), b.months(24))), { name: b.name('办公场地', 'office_space'), cites: cite('4.3', '免费提供办公场地，最长不超过2年。') }),
    b.clause('5.4', '企业', b.grant(b.yuan(100_000)), { name: b.name('大数据企业奖补', 'big_data_award'), conditions: [b.when(b.field(b.BOOLEAN, b.subject('企业'), '大数据企业'))], cites: cite('5.4', '对大数据企业，每家给予10万元的一次性奖补。') }),
    b.clause('6.1', '人才项目', b.grant(b.share(b.percent(30), b.field(b.MONEY, project, '实付工薪'))), { name: b.name('引才奖补', 'talent_award'), cites: cite('6.1', '按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。') }),
    b.clause('6.2', '紧缺人才', b.status('人才类别类', b.choose([
      [b.and(b.binary('ge', salary, b.yuan(500_000)), b.binary('ge', years, b.months(36))), b.member('人才类别类', 'E类人才')],
      [b.and(b.binary('ge', salary, b.yuan(300_000)), b.binary('ge', years, b.months(24))), b.member('人才类别类', 'F类人才')],
    ])), { name: b.name('直接认定', 'direct_recognition'), cites: cite('6.2', '可直接认定为E类人才、F类人才。') }),
    b.clause('7.1', '企业', b.direction, { name: b.name('引导投资', 'guide_investment'), cites: cite('7.1', '鼓励金融机构加大支持。') }),
    b.clause('7.2', '企业', b.referral, { name: b.name('研发补助', 'research_subsidy'), cites: cite('7.2', '依据相关政策文件给予补助。') }),
  ],
  limits: [
    b.limit('1.1/quota', 'quota', ['1.1'], b.count(2), { period: 'year', share: b.ranked({ '1.1': b.field(b.COUNT, b.subject('案例'), '得分') }), cites: cite('1.1', '对入选的案例，每项给予20万元奖励，每年不超过2项。') }),
    b.limit('6.1/cap', 'cap', ['6.1'], b.yuan(500_000), { key: [b.field(b.IDENTIFIER, project, '项目编号')], cites: cite('6.1', '按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。') }),
    b.limit('5.4/once', 'once', ['5.4'], b.count(1), { cites: cite('5.4', '对大数据企业，每家给予10万元的一次性奖补。') }),
  ],
})

export function evaluated(applicants: readonly Applicant[], more: { readonly ledger?: readonly LedgerEntry[]; readonly decisions?: readonly Decision[]; readonly on?: string } = {}): Result {
  return interpret(POLICY, { on: more.on ?? '2026-06-30', asIfPublished: null, readings: [], applicants, ledger: more.ledger ?? [], decisions: more.decisions ?? [] })
}

export function lineOf(result: Result, clause: string, subject: string): Line {
  const line = result.applicants.flatMap((each) => each.lines).find((each) => each.clause === clause && each.subject === subject)
  if (line === undefined) throw new Error(`no line ${clause} ${subject}`)
  return line
}

/** One applicant who has something of everything. */
export const APPLICANT: Applicant = b.dossier('甲公司', { 大数据企业: true },
  b.matterOf('案例', '案例一', { 入选: true, 得分: 90 }), b.matterOf('案例', '案例二', { 入选: true, 得分: 80 }), b.matterOf('案例', '案例三', { 入选: true, 得分: 70 }), b.matterOf('案例', '案例四', { 入选: false, 得分: 95 }), b.matterOf('案例', '案例五'),
  b.matterOf('智能工厂', '一号', { 级别: '国家级', 期限: 30 }),
  b.matterOf('科技项目', '攻关', { 立项: true, 总投入: b.rmb('999999.99') }), b.matterOf('科技项目', '未报投入', { 立项: true, 总投入: null }), b.matterOf('科技项目', '未立项', { 立项: false }),
  b.matterOf('人才项目', '引才', { 项目编号: 'P-1', 实付工薪: b.rmb('1666666.67') }), b.matterOf('人才项目', '小额', { 项目编号: 'P-2', 实付工薪: b.rmb('1000000.01') }),
  b.matterOf('紧缺人才', '张', { 年薪: b.rmb(500_000), 年限: 36 }), b.matterOf('紧缺人才', '李', { 年薪: b.rmb(300_000), 年限: null }), b.matterOf('紧缺人才', '王', { 年薪: b.rmb('299999.99'), 年限: 96 }))
