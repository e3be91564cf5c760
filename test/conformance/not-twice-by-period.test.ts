import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Limit, Policy } from '../../src/core/core.ts'
import type { Applicant, Decision, Input, LedgerEntry, Line } from '../../src/engines/engine.ts'
import { jsonLogic } from '../../src/engines/json-logic/json-logic.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'
import { agree } from '../engines/compiled/agree.ts'
import { blurred, inputs, policies } from '../engines/interpret/arbitrary.ts'
import { comesOut, written } from './written.ts'

const VOCABULARY = `
申请人 企业 (enterprise)
  产值 (output) 金额
事项 房屋 (flat)
  房号 (flat_number) 标识
  家庭编号 (household) 标识
  月租金 (rent) 金额
  起租日 (since) 日期
  月标准 (standard) 金额
  别处所得 (had_elsewhere) 金额
事项 购房 (purchase)
  房号 (flat_number) 标识
  房价 (price) 金额
  购房日 (bought_on) 日期
`

const RENT_AND_PURCHASE = `${VOCABULARY}
条款 1 租房补贴 (rent_subsidy)
  依据 “补贴”
  对 每个 房屋
  逐月 自 起租日 最长 1年
  给予 月租金
  不设最高额
条款 2 购房补贴 (purchase_subsidy)
  依据 “补贴”
  对 每个 购房
  给予 1% 的 房价
  最高 5万元
`

const HIGHEST = '约束 3 不重复享受 (not_twice)\n  依据 “不重复享受”\n  同一 房号 的 条款 1，2 取 最高者'

/** “同一房屋同时符合租房补贴和购房补贴的，按金额较高的一项支持，不重复享受。” Six months have begun by 2026-06-30. */
describe('the clauses exclude each other, not the months of one', () => {
  test('the sum of the months is compared, and stays or goes as a whole', () => {
    comesOut(`${RENT_AND_PURCHASE}${HIGHEST}
示例 租房较高 (rent_is_more)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 购房 Q 房号 “1” 房价 110万元
  得 条款 1（P） 12,000元 成立
  得 条款 2（Q） 0元 撤回
  得 总计 12,000元
示例 购房较高 (purchase_is_more)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 购房 Q 房号 “1” 房价 130万元
  得 条款 1（P） 0元 撤回
  得 条款 2（Q） 13,000元 成立
  得 总计 13,000元
示例 金额相等 (equal)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 购房 Q 房号 “1” 房价 120万元
  得 条款 1（P） 12,000元 成立
  得 条款 2（Q） 0元 撤回
示例 不同房屋 (other_flats)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 购房 Q 房号 “2” 房价 130万元
  得 总计 25,000元
示例 两处租房 (two_flats)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 房屋 R 房号 “1” 月租金 3000元 起租日 2026-03-15
  得 条款 1（P） 0元 撤回
  得 条款 1（R） 12,000元 成立
  得 总计 12,000元`.replace('设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15\n  设 房屋 R', '设 房屋 P 房号 “1” 月租金 1900元 起租日 2026-01-15\n  设 房屋 R'))
  })
  test('what is not known leaves a range, and the total is that of one of the two', () => {
    comesOut(`${RENT_AND_PURCHASE}${HIGHEST}
示例 租金未知 (rent_not_known)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 未知 起租日 2026-01-15
  设 购房 Q 房号 “1” 房价 130万元
  得 条款 2（Q） 0元 至 13,000元 待定 缺 月租金
示例 起租日未知 (since_not_known)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 未知
  设 购房 Q 房号 “1” 房价 110万元
  得 条款 1（P） 0元 至 12,000元 待定 缺 起租日
  得 条款 2（Q） 0元 至 11,000元 待定 缺 起租日
  得 总计 11,000元 至 12,000元
示例 至多半年 (at_most_six_months)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 未知
  设 购房 Q 房号 “1” 房价 130万元
  得 条款 1（P） 0元 撤回
  得 条款 2（Q） 13,000元 成立
示例 房号未知 (flat_not_known)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 购房 Q 房号 未知 房价 130万元
  得 条款 1（P） 0元 至 12,000元 待定 缺 房号
  得 条款 2（Q） 13,000元 成立`)
  })
  test('with the period in the key the months compete one by one', () => {
    comesOut(`${RENT_AND_PURCHASE.replace('给予 月租金', '给予 月租金 × 期数')}约束 3 一户一份 (one_a_household)
  依据 “不重复享受”
  同一 家庭编号，本期 的 条款 1 取 最高者
示例 逐月比较 (month_by_month)
  设 企业 甲
  设 房屋 P 房号 “1” 家庭编号 “H” 月租金 1000元 起租日 2026-04-15
  设 房屋 Q 房号 “2” 家庭编号 “H” 月租金 2500元 起租日 2026-05-15
  得 条款 1（P） 4000元
  得 条款 1（Q） 5000元`.replace('月租金 2500元 起租日 2026-05-15\n  得 条款 1（P） 4000元\n  得 条款 1（Q） 5000元', '月租金 1800元 起租日 2026-05-15\n  得 条款 1（P） 3000元\n  得 条款 1（Q） 3600元'))
  })
})

test('the highest by an expression, and the earliest, keep all months of the one that stays', () => {
  comesOut(`${RENT_AND_PURCHASE}约束 3 由一方申领 (one_of_the_couple)
  依据 “由一方申领”
  同一 家庭编号 的 条款 1 取 最高者 按 月标准
示例 标准高者 (by_standard)
  设 企业 甲
  设 房屋 P 家庭编号 “H” 月租金 1000元 月标准 2000元 起租日 2026-05-15
  设 房屋 Q 家庭编号 “H” 月租金 3000元 月标准 1500元 起租日 2026-01-15
  得 条款 1（P） 2000元 成立
  得 条款 1（Q） 0元 撤回
示例 标准相同 (a_tie)
  设 企业 甲
  设 房屋 P 家庭编号 “H” 月租金 1000元 月标准 1500元 起租日 2026-05-15
  设 房屋 Q 家庭编号 “H” 月租金 3000元 月标准 1500元 起租日 2026-01-15
  得 条款 1（P） 0元 至 2000元 待定
  得 条款 1（Q） 0元 至 18,000元 待定`)
  comesOut(`${RENT_AND_PURCHASE}约束 3 取最早 (the_earliest)
  依据 “取最早”
  同一 房号 的 条款 1，2 取 最早者 按 ${'本期'}
示例 先租后买 (rented_first)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 1000元 起租日 2026-05-15
  得 条款 1（P） 2000元 成立`.replace('条款 1，2 取', '条款 1 取'))
})

test('against support from elsewhere the sum of the months is compared', () => {
  comesOut(`${RENT_AND_PURCHASE}约束 3 从高 (the_higher)
  依据 “从高支持”
  同一 房号 的 条款 1 取 最高者 连同 别处所得
示例 本措施较高 (ours)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15 别处所得 11,999元
  得 条款 1（P） 12,000元 成立
示例 别处较高 (theirs)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15 别处所得 12,000元
  得 条款 1（P） 0元 撤回`)
})

test('clauses that may be cumulated, and lines that are perhaps not covered', () => {
  comesOut(`${RENT_AND_PURCHASE}${HIGHEST}
约束 4 各自享受 (both)
  依据 “可以并享”
  条款 1，2 可并享
示例 并享 (both_paid)
  设 企业 甲
  设 房屋 P 房号 “1” 月租金 2000元 起租日 2026-01-15
  设 房屋 R 房号 “1” 月租金 1000元 起租日 2026-01-15
  设 购房 Q 房号 “1” 房价 130万元
  得 条款 1（P） 12,000元 成立
  得 条款 1（R） 0元 撤回
  得 条款 2（Q） 13,000元 成立`)
  comesOut(`${RENT_AND_PURCHASE}约束 3 不重复享受 (not_twice)
  依据 “不重复享受”
  当 月标准 ≥ 1元
  同一 家庭编号 的 条款 1 取 最高者
示例 是否涵盖未知 (perhaps)
  设 企业 甲
  设 房屋 P 家庭编号 “H” 月租金 2000元 起租日 2026-01-15 月标准 未知
  设 房屋 Q 家庭编号 “H” 月租金 1000元 起租日 2026-01-15 月标准 1元
  得 条款 1（P） 12,000元
  得 条款 1（Q） 0元 至 6000元 待定 缺 月标准`)
})

function inputOf(rents: readonly [string, number | null, string | null][], prices: readonly [string | null, number][], ledger: readonly LedgerEntry[] = [], decisions: readonly Decision[] = []): Input {
  const flats = rents.map(([number, rent, since], at) => b.matterOf('房屋', `P${at}`, { 房号: number, 家庭编号: 'H', 月租金: rent === null ? null : rent * 100, 月标准: at % 2, 起租日: since }))
  const bought = prices.map(([number, price], at) => b.matterOf('购房', `Q${at}`, { 房号: number, 房价: price * 100, 购房日: '2026-01-01' }))
  const one: Applicant = b.dossier('A', {}, ...flats, ...bought)
  return { ...b.input([one]), on: '2028-12-31', ledger, decisions }
}

/** Years of months: more lines under one key than are compared each with each. */
test('the compiled engine gives the same, few lines or many', () => {
  const long = RENT_AND_PURCHASE.replace('最长 1年', '最长 2年')
  const limits = [HIGHEST, HIGHEST.replace('最高者', '最高者 连同 别处所得').replace('条款 1，2', '条款 1'), '约束 3 由一方申领 (one)\n  依据 “一方”\n  同一 家庭编号 的 条款 1 取 最高者 按 月标准', '约束 3 由一方申领 (one)\n  依据 “一方”\n  同一 家庭编号 的 条款 1 取 最早者 按 本期']
  for (const limit of limits) {
    const policy: Policy = written(long + limit)
    for (const input of [
      inputOf([['1', 20, '2026-01-15'], ['1', 30, '2027-01-15']], [['1', 130_000], ['2', 1]]),
      inputOf([['1', 20, '2026-01-15'], ['1', null, '2027-01-15'], ['2', 10, null]], [[null, 130_000]]),
      inputOf(Array.from({ length: 34 }, (_, at) => ['1', at, '2028-11-15'] as [string, number, string]), [['1', 1300]]),
      inputOf([['1', 20, '2026-01-15'], ['1', 20, '2026-01-15']], [['1', 1]], [b.paid('2', 'A', 'Q0', 7, '2026-03-01', { 房号: '1' })]),
    ]) agree(policy, input, input.applicants[0]?.matters.length !== 35)
  }
})

test('who took the place is named once, not once a month; JSON Logic refuses what it cannot say', () => {
  const policy = written(RENT_AND_PURCHASE + HIGHEST)
  const input = { ...inputOf([['1', 20_000, '2026-01-15']], [['1', 1]]), on: '2026-06-30' }
  const line = interpret(policy, input).applicants[0]?.lines.find(({ clause }) => clause === '2')
  expect(line?.adjustments.map(({ code, because }) => [code, because])).toEqual([['higher-kept', ['1 P0']]])
  expect(jsonLogic.evaluate(policy, input).kind).toBe('refusal')
})

const RUNS = Number(process.env['HENG_RUNS'] ?? 200)

/** Every limit a non-cumulation of one payment. */
const notTwice = policies.map((policy): Policy => ({
  ...policy,
  limits: policy.limits.map((limit): Limit => ({ ...limit, kind: 'non-cumulation', measure: 'count', max: b.count(1), spared: [], widened: null, share: limit.share.kind === 'ranked' ? limit.share : { kind: 'highest' } })),
}))

test('on generated policies the engines agree, a fact never widens, and of one key one clause and subject is paid', () => {
  fc.assert(fc.property(notTwice, inputs, fc.infiniteStream(fc.nat(9)), (policy, full, stream) => {
    const less = blurred(full, stream)
    agree(policy, full)
    agree(policy, less)
    const [wide, narrow] = [interpret(policy, less), interpret(policy, full)]
    const payee = (line: Line): string => [line.clause, line.applicant, line.subject].join(' ')
    for (const line of narrow.applicants.flatMap(({ lines }) => lines)) {
      const all = wide.applicants.flatMap(({ lines }) => lines).filter((one) => payee(one) === payee(line))
      const before = all.find(({ period }) => period?.from === line.period?.from) ?? all.find(({ period }) => period === null)
      if (before === undefined) continue
      expect([line.committed >= before.committed, before.possible === null || (line.possible !== null && line.possible <= before.possible)], payee(line)).toEqual([true, true])
    }
    if (wide.totals.unstated === 0) expect([narrow.totals.committed >= wide.totals.committed, narrow.totals.possible <= wide.totals.possible]).toEqual([true, true])
    for (const { key, clauses, when, cumulable, period, id, inPrinciple } of policy.limits) {
      if (key[clauses[0] ?? '']?.length !== 0 || when.length > 0 || cumulable.length > 0 || period === 'year' || period === 'month' || (inPrinciple && full.decisions.some((one) => one.kind === 'exception' && one.limit === id))) continue
      const paid = narrow.applicants.flatMap(({ lines }) => lines).filter((line) => clauses.includes(line.clause) && line.committed > 0n && line.kind !== 'repayment')
      expect(new Set(paid.map(payee)).size).toBeLessThanOrEqual(1)
    }
  }), { numRuns: RUNS })
}, 3_600_000)
