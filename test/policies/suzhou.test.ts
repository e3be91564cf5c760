import { describe, expect, test } from 'vitest'
import { type Circumstances, type Dossier, evaluate, exactly, lineOf, named, policyOf, range, upTo, WAN } from './evaluate.ts'

/** The worked cases of the legal reading, each stated here anew: what is expected comes from the official text, not from the examples. */
const policy = policyOf('consultation-draft')

const one = (kind: string, facts: NonNullable<Dossier['facts']>, own: NonNullable<Dossier['facts']> = {}): readonly Dossier[] => [{ id: '甲', facts: own, matters: [{ kind, id: '一', facts }] }]
const run = (applicants: readonly Dossier[], circumstances: Circumstances = {}): ReturnType<typeof evaluate> => evaluate(policy, applicants, circumstances)

const typicalCase = (id: string, score: number, scenario: string, day = '2026-05-20') => ({ kind: '场景案例', id, facts: { 应用场景: scenario, 入选市级典型案例: true, 评审得分: score, 认定日期: day } })
const factory = (level: string, scenario: string | null = null, day = '2026-03-01') => ({
  kind: '智能工厂', id: '厂', facts: { 工厂编号: 'F-1', 应用场景: scenario ?? ({ state: 'not-applicable' } as const), 认定级别: level, 认定日期: day, 此前已获同级认定: false },
})
const project = (investment: number | null | undefined) => one('科技项目', { 获得立项: true, 攻关领域: '行业大模型', 特别重大: false, 应用场景: { state: 'not-applicable' }, ...(investment === undefined ? {} : { 总投入: investment }) })
const talent = (salary: number) => one('人才项目', { 项目编号: 'P', 人才编号: 'R', 从市外柔性引进: true, 以项目合作方式: true, 实付工薪: salary }, { 单位类型: '企业' })
const person = (salary: number, years: string | null) => one('紧缺人才', { 年薪: salary, 管理研发年限: years })
const laboratory = one('创新平台', { 平台编号: 'T', 平台类型: '重点实验室', 平台级别: '国家级', 省级高能级: false, 认定日期: '2026-04-01', 此前已获同级认定: false, 通过认定: true })

describe('1.1 typical cases', () => {
  test('a selected typical case', () => {
    const line = lineOf(run(one('场景案例', { 入选市级典型案例: true, 评审得分: 90, 应用场景: 'S' })), '1.1')
    expect([line.standing, ...range(line)]).toEqual(['holds', ...exactly(20n * WAN)])
  })

  const twelve = [91, 78, 90, 89, 88, 87, 86, 85, 84, 83, 79, 82]
  const dossiers = (scores: readonly number[]): readonly Dossier[] => [{ id: '甲', matters: scores.map((score, at) => typicalCase(`案${at}`, score, `S-${at}`)) }]

  test('12 selected cases in one year: the 10 best are paid, two are told that the quota is full', () => {
    const lines = run(dossiers(twelve)).applicants[0]?.lines.filter(({ clause }) => clause === '1.1') ?? []
    expect(lines.filter(({ standing }) => standing === 'holds').map(({ committed }) => committed)).toEqual(Array.from({ length: 10 }, () => 20n * WAN))
    const refused = lines.filter(({ standing }) => standing === 'withdrawn')
    expect(refused.map(({ subject, possible, adjustments }) => [subject, possible, adjustments.at(-1)?.kind, adjustments.at(-1)?.code])).toEqual([
      ['案1', 0n, 'quota', 'quota-full'], ['案10', 0n, 'quota', 'quota-full'],
    ])
    expect(refused[0]?.adjustments.at(-1)?.cite?.sentence).toBe('1.1')
  })

  test('the same, in any order of applicants and with each case of its own applicant', () => {
    const each = twelve.map((score, at): Dossier => ({ id: `甲${at}`, matters: [typicalCase(`案${at}`, score, `S-${at}`)] }))
    expect(run(each.toReversed()).totals.byClause.get('1.1')).toEqual(run(dossiers(twelve)).totals.byClause.get('1.1'))
  })

  test('grants of the same year in the ledger count, those of an earlier year do not', () => {
    const paid = (date: string) => ({ clause: '1.1', applicant: '乙', subject: '旧', date, amount: 200000, facts: { 应用场景: 'S-99' } })
    expect(run(dossiers(twelve.slice(0, 10)), { ledger: [paid('2026-02-01')] }).totals.byClause.get('1.1')?.possible).toBe(180n * WAN)
    expect(run(dossiers(twelve.slice(0, 10)), { ledger: [paid('2025-02-01')] }).totals.byClause.get('1.1')?.possible).toBe(200n * WAN)
  })

  test('a tie at the tenth place is reported, never broken', () => {
    const result = run(dossiers([91, 90, 89, 88, 87, 86, 85, 84, 83, 82, 82]))
    expect(range(lineOf(result, '1.1', '案8'))).toEqual(exactly(20n * WAN))
    expect(range(lineOf(result, '1.1', '案9'))).toEqual(upTo(20n * WAN))
    expect(range(lineOf(result, '1.1', '案10'))).toEqual(upTo(20n * WAN))
    expect(result.notes.filter(({ code }) => code === 'tie').map(({ lines }) => lines.length)).toEqual([2])
    expect(result.totals.byClause.get('1.1')?.possible).toBe(200n * WAN)
  })

  test('A1 as an error of the data: none is paid', () => {
    expect(run(dossiers(twelve), { readings: { A1: '数据有误' } }).totals.byClause.get('1.1')?.possible).toBe(0n)
  })
})

describe('1.2 smart factories', () => {
  test.each([['国家级卓越级', 30n], ['省级先进级', 20n], ['省级数字化车间', 10n]])('newly recognised %s', (level, wan) => {
    expect(range(lineOf(run([{ id: '甲', matters: [factory(level)] }]), '1.2'))).toEqual(exactly(wan * WAN))
  })

  const earlier = [{ clause: '1.2', applicant: '甲', subject: '厂', date: '2025-03-01', amount: 200000, facts: { 工厂编号: 'F-1', 应用场景: { state: 'not-applicable' }, 认定级别: '省级先进级' } }]

  test('paid 200,000 earlier as provincial, now national: 100,000 more, or 300,000 when cumulated (A2)', () => {
    const upgraded = [{ id: '甲', matters: [factory('国家级卓越级')] }]
    expect(range(lineOf(run(upgraded, { ledger: earlier }), '1.2'))).toEqual(exactly(10n * WAN))
    expect(range(lineOf(run(upgraded, { ledger: earlier, readings: { A2: '分级累加' } }), '1.2'))).toEqual(exactly(30n * WAN))
  })

  test('once at one level, under either reading', () => {
    for (const A2 of ['补足差额', '分级累加']) {
      expect(range(lineOf(run([{ id: '甲', matters: [factory('省级先进级')] }], { ledger: earlier, readings: { A2 } }), '1.2'))).toEqual(exactly(0n))
    }
  })

  test('recognised the day before the policy is in force', () => {
    expect(lineOf(run([{ id: '甲', matters: [factory('省级先进级', null, '2025-12-31')] }]), '1.2').standing).toBe('fails')
    expect(lineOf(run([{ id: '甲', matters: [factory('省级先进级', null, '2026-01-01')] }]), '1.2').standing).toBe('holds')
  })
})

describe('1.3 one scenario', () => {
  const both = (level: string, caseDay?: string): readonly Dossier[] => [{ id: '甲', matters: [typicalCase('案', 90, 'S', caseDay), factory(level, 'S')] }]
  const sum = (result: ReturnType<typeof run>): bigint => lineOf(result, '1.1').committed + lineOf(result, '1.2').committed

  test('a provincial factory whose scenario is a selected case: 200,000 in all, the other line withdrawn', () => {
    const result = run(both('省级先进级'))
    expect(sum(result)).toBe(20n * WAN)
    const withdrawn = lineOf(result, '1.2')
    expect([withdrawn.standing, withdrawn.adjustments.at(-1)?.constraint, withdrawn.adjustments.at(-1)?.because]).toEqual(['withdrawn', '1.3', ['1.1 案']])
    expect(withdrawn.adjustments.at(-1)?.cite?.quote).toBe('原则上，同一应用场景，市财政不重复支持。')
  })

  test('with a recorded exception both', () => {
    expect(sum(run(both('省级先进级'), { decisions: [{ kind: 'exception', constraint: '1.3', applicant: '甲', subjects: ['案', '厂'], reason: '会商同意' }] }))).toBe(40n * WAN)
  })

  test('a national factory: 300,000 stays, the 200,000 is withdrawn', () => {
    const result = run(both('国家级卓越级'))
    expect([range(lineOf(result, '1.1')), range(lineOf(result, '1.2'))]).toEqual([exactly(0n), exactly(30n * WAN)])
    expect(lineOf(result, '1.1').standing).toBe('withdrawn')
  })

  test('A4 earliest: the case selected first stays', () => {
    const result = run(both('国家级卓越级', '2026-02-01'), { readings: { A4: '取最早' } })
    expect([range(lineOf(result, '1.1')), range(lineOf(result, '1.2'))]).toEqual([exactly(20n * WAN), exactly(0n)])
  })

  test('A3 every municipal grant: a talent project for the scenario counts as well', () => {
    const applicants: readonly Dossier[] = [{
      id: '甲', facts: { 单位类型: '企业' },
      matters: [typicalCase('案', 90, 'S'), { kind: '人才项目', id: '才', facts: { 项目编号: 'P', 人才编号: 'R', 应用场景: 'S', 从市外柔性引进: true, 以项目合作方式: true, 实付工薪: 1000000 } }],
    }]
    expect(lineOf(run(applicants), '1.1').committed).toBe(20n * WAN)
    expect(lineOf(run(applicants, { readings: { A3: '全部市级资金' } }), '1.1').standing).toBe('withdrawn')
  })

  test('a scenario that was paid for earlier is not paid for again', () => {
    const ledger = [{ clause: '1.1', applicant: '乙', subject: '旧', date: '2025-06-01', amount: 200000, facts: { 应用场景: 'S' } }]
    expect(lineOf(run([{ id: '甲', matters: [factory('省级先进级', 'S')] }], { ledger }), '1.2').standing).toBe('withdrawn')
  })
})

describe('2 key technologies', () => {
  test.each([
    [1000000, 40n * WAN], [2500000, 100n * WAN], [2500001, 100n * WAN], [999999.99, 39999999n],
  ])('total investment %d: a ceiling', (investment, fen) => {
    const line = lineOf(run(project(investment)), '2.1')
    expect([line.standing, line.kind, ...range(line)]).toEqual(['awaits-decision', 'ceiling', ...upTo(fen)])
  })

  test.each([[null], [undefined]])('investment %s: 0 to 1,000,000 and the fact is named', (investment) => {
    const line = lineOf(run(project(investment)), '2.1')
    expect(range(line)).toEqual(upTo(100n * WAN))
    expect(line.missing.map(({ field }) => field)).toEqual(['总投入'])
  })

  test('a decision fixes the amount, never above the ceiling', () => {
    const decided = (amount: number) => run(project(1000000), { decisions: [{ kind: 'amount', clause: '2.1', applicant: '甲', subject: '一', amount }] })
    expect(range(lineOf(decided(350000), '2.1'))).toEqual(exactly(35n * WAN))
    expect(lineOf(decided(900000), '2.1').possible).toBe(40n * WAN)
  })

  test('2.2 is a power with no amount, or with the caps of 2.1 (A5)', () => {
    const major = one('科技项目', { 获得立项: false, 攻关领域: '机器人', 总投入: 1000000, 特别重大: true })
    const line = lineOf(run(major), '2.2')
    expect([line.standing, ...range(line)]).toEqual(['awaits-decision', 0n, null])
    expect(range(lineOf(run(major, { readings: { A5: '适用上限' } }), '2.2'))).toEqual(upTo(40n * WAN))
  })
})

describe('3 platforms', () => {
  test('a new national laboratory that also passed recognition: 2,000,000 + 3,000,000, and A12 is named', () => {
    const result = run(laboratory)
    expect([range(lineOf(result, '3.1')), range(lineOf(result, '3.4'))]).toEqual([exactly(200n * WAN), exactly(300n * WAN)])
    expect(named(policy, laboratory, '甲')).toContain('A12')
    expect(run(laboratory, { readings: { A12: '择高享受' } }).totals.committed).toBe(300n * WAN)
  })

  const platform = (facts: NonNullable<Dossier['facts']>) => one('创新平台', { 平台编号: 'T', 认定日期: '2026-04-01', 此前已获同级认定: false, ...facts })

  test('A6: a provincial platform with both titles', () => {
    const twice = platform({ 平台类型: '技术创新中心', 平台级别: '省级', 省级高能级: true })
    expect(run(twice).totals.committed).toBe(140n * WAN)
    expect(run(twice, { readings: { A6: '只给高者' } }).totals.committed).toBe(100n * WAN)
  })

  test.each([['省级院士工作站', 50n], ['市级院士创新中心', 50n], ['市级院士工作站', 20n]])('3.3 %s', (kind, wan) => {
    expect(range(lineOf(run(platform({ 平台类型: kind })), '3.3'))).toEqual(exactly(wan * WAN))
  })

  test('A7: a municipal consortium', () => {
    const municipal = platform({ 平台类型: '创新联合体', 平台级别: '市级', 通过认定: true })
    expect(range(lineOf(run(municipal), '3.4'))).toEqual(exactly(200n * WAN))
    expect(lineOf(run(municipal, { readings: { A7: '省级以上' } }), '3.4').standing).toBe('fails')
  })

  test('A8: a municipal platform evaluated excellent that was not reorganised', () => {
    const excellent = platform({ 平台类型: '其他创新平台', 平台级别: '市级', 绩效评价: '优秀', 经优化重组: false })
    expect(range(lineOf(run(excellent), '3.5'))).toEqual(exactly(10n * WAN))
    expect(lineOf(run(excellent, { readings: { A8: '仅优化重组' } }), '3.5').standing).toBe('fails')
  })
})

test('4.3 a talent team that asks for 30 months gets 24', () => {
  expect(lineOf(run(one('人才团队', { 通过考察研究: true, 来宿创新创业: true, 申请期限: '30个月' })), '4.3').duration).toBe(24n)
})

test('5.4 paid 100,000 three years ago: nothing, with the earlier grant cited', () => {
  const line = lineOf(run([{ id: '甲', facts: { 单位类型: '企业', 首次认定为省级大数据企业: true } }], { ledger: [{ clause: '5.4', applicant: '甲', subject: '甲', date: '2023-06-30', amount: 100000 }] }), '5.4')
  expect([line.standing, ...range(line), line.adjustments.at(-1)?.kind]).toEqual(['withdrawn', 0n, 0n, 'once'])
  expect(line.adjustments.at(-1)?.because).toEqual(['5.4 甲 2023-06-30'])
})

describe('6 talent', () => {
  test.each([[1666666.67, 50n * WAN], [1000000.01, 30n * WAN], [0.05, 2n], [0.01, 0n]])('salary paid %d', (salary, fen) => {
    expect(range(lineOf(run(talent(salary)), '6.1'))).toEqual(exactly(fen))
  })

  test('A9 and A10', () => {
    const pair = (facts: NonNullable<Dossier['facts']>[]): readonly Dossier[] => [{
      id: '甲', facts: { 单位类型: '企业', 首次认定为省级大数据企业: false },
      matters: facts.map((each, at) => ({ kind: '人才项目', id: `才${at}`, facts: { 从市外柔性引进: true, 以项目合作方式: true, 实付工薪: 1200000, 一年实付工薪: 400000, ...each } })),
    }]
    const single = pair([{ 项目编号: 'P', 人才编号: 'R' }])
    expect(run(single).totals.committed).toBe(36n * WAN)
    expect(run(single, { readings: { A9: '一年工薪' } }).totals.committed).toBe(12n * WAN)
    const twoTalents = pair([{ 项目编号: 'P', 人才编号: 'R' }, { 项目编号: 'P', 人才编号: 'S' }])
    expect(run(twoTalents).totals.committed).toBe(50n * WAN)
    expect(run(twoTalents, { readings: { A10: '按人才' } }).totals.committed).toBe(72n * WAN)
    const twoProjects = pair([{ 项目编号: 'P', 人才编号: 'R' }, { 项目编号: 'Q', 人才编号: 'R' }])
    expect(run(twoProjects).totals.committed).toBe(72n * WAN)
    expect(run(twoProjects, { readings: { A10: '按人才' } }).totals.committed).toBe(50n * WAN)
  })

  test.each([
    [500000, '3年', 'E类人才'], [500000, '2年', 'F类人才'], [499999.99, '10年', 'F类人才'], [299999.99, '10年', null],
  ])('%d a year and %s', (salary, years, status) => {
    expect(lineOf(run(person(salary, years)), '6.2').status).toBe(status)
  })

  test('300,000 and years unknown: F or none', () => {
    const line = lineOf(run(person(300000, null)), '6.2')
    expect([line.standing, line.status, line.possibleStatuses, line.missing.map(({ field }) => field)]).toEqual(['undetermined', null, ['F类人才'], ['管理研发年限']])
  })
})

describe('8.1 events', () => {
  const forum = (cost: number | null) => one('活动', { 国家级人工智能高端活动: true, 已承办: true, 实际费用: cost }, { 单位类型: '科技服务机构' })

  test('never more than the cost, or whatever it cost (A11)', () => {
    expect(range(lineOf(run(forum(600000)), '8.1'))).toEqual(upTo(60n * WAN))
    expect(range(lineOf(run(forum(null)), '8.1'))).toEqual(upTo(100n * WAN))
    expect(range(lineOf(run(forum(600000), { readings: { A11: '不问费用' } }), '8.1'))).toEqual(upTo(100n * WAN))
  })
})

test('before publication nothing is due', () => {
  const result = run(laboratory, { published: null })
  expect(result.inForce).toBe(false)
  expect([result.totals.possible, new Set(result.applicants.flatMap(({ lines }) => lines.map(({ standing }) => standing)))]).toEqual([0n, new Set(['fails'])])
})
