import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { heng } from './heng.ts'

const POLICY = `政策 试验 (trial)
  标题 “试验办法” / “Trial”
  地区 “示范市” / “Model City”
  文本 示范文本
  公布 2026-01-01

施行 13 自 2026-01-01 至 2028-12-31

机关 市级财政 (city_treasury)，县区财政 (county_treasury)，园区 (park)

申请人 企业 (enterprise)
  营业收入 (revenue) 金额
  迁出日期 (moved_away_on) 日期
  位于园区 (in_park) 是否

条款 2.1 增产奖励 (growth_award)
  参见 “……”
  给予 1% 的 营业收入
  最高 1000万元

条款 12.1 迁出退回 (clawback)
  参见 “……”
  当 迁出日期 不晚于 申请日
  退回 已领 条款 2.1 自 迁出日期 - 5年 至 迁出日期
  有效期至 2033-12-31

约束 10 资金负担 (who_pays)
  参见 “……”
  全部条款 分担 市级财政 60%，县区财政 40% 除非 位于园区
  全部条款 分担 园区 100% 当 位于园区
`
const FACTS = { applicants: [{ id: '甲', facts: { 营业收入: 12345678.9, 迁出日期: '2026-05-01', 位于园区: false } }, { id: '乙', facts: { 营业收入: 1000000, 迁出日期: null } }] }
const LEDGER = { ledger: [{ clause: '2.1', applicant: '甲', date: '2026-03-01', amount: 50000 }, { clause: '2.1', applicant: '乙', date: '2026-03-01', amount: 700 }] }

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heng-'))
  writeFileSync(join(folder, 'policy.heng'), POLICY)
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(FACTS))
  writeFileSync(join(folder, 'ledger.json'), JSON.stringify(LEDGER))
})
afterAll(() => rmSync(folder, { recursive: true }))

const evaluated = async (...more: readonly string[]): Promise<string> => {
  const { code, out, err } = await heng('eval', folder, '--facts', join(folder, 'facts.json'), '--ledger', join(folder, 'ledger.json'), '--on', '2026-06-30', ...more)
  expect([code, err]).toEqual([0, ''])
  return out
}

describe('repayments and payers in what heng eval prints', () => {
  it('the table: what is to be repaid beside what is due, who pays below', async () => {
    const out = await evaluated()
    // 1 % of 12,345,678.90 is 123,456.789, rounded up to the fen; 40 % of it is 49,382.716, rounded down; the first takes the rest.
    expect(out).toContain('甲  应得123,456.79元；另应退回5万元\n')
    expect(out).toMatch(/12\.1 迁出退回 +甲 +成立 +应退回5万元/)
    expect(out).toContain('合计  应得133,456.79元；另应退回5万元至5.07万元\n')
    // 乙 is perhaps in the park: 6,000, 4,000 and 10,000 yuan are possible, nothing is certain.
    expect(out).toMatch(/由谁负担\n +市级财政 +负担74,074\.08元，最高80,074\.08元\n +县区财政 +负担49,382\.71元，最高53,382\.71元\n +园区 +负担0元，最高1万元\n/)
    expect(await evaluated('--lang', 'en')).toContain('besides 50,000 yuan to 50,700 yuan to be repaid')
  })

  it('Markdown, and a sheet with the kind of each line', async () => {
    expect(await evaluated('--format', 'markdown')).toContain('应得133,456.79元；另应退回5万元至5.07万元')
    expect(await evaluated('--format', 'csv')).toMatch(/甲,12\.1,迁出退回,甲,成立,退回,50000\.00,50000\.00,/)
  })

  it('JSON as the schema says', async () => {
    const printed: unknown = JSON.parse(await evaluated('--format', 'json'))
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(readFileSync('schemas/eval.schema.json', 'utf8')) as object)
    validate(printed)
    expect(validate.errors ?? []).toEqual([])
    expect(printed).toMatchObject({
      applicants: [
        { repayment: { committed: 5000000, possible: 5000000 }, lines: [{ payers: [{ agency: '市级财政', committed: 7407408, possible: 7407408 }, { agency: '县区财政', committed: 4938271, possible: 4938271 }] }, { kind: 'repayment' }] },
        { repayment: { committed: 0, possible: 70000 }, lines: [{ payersMissing: [{ fact: '位于园区' }] }, {}] },
      ],
      totals: { committed: 13345679, repayment: { committed: 5000000, possible: 5070000 }, byPayer: { 园区: { committed: 0, possible: 1000000 } } },
    })
  })

  it('an explanation names the payers', async () => {
    const { out } = await heng('explain', folder, '甲', '2.1', '--facts', join(folder, 'facts.json'), '--on', '2026-06-30')
    expect(out).toContain('市级财政负担74,074.08元、县区财政负担49,382.71元')
  })
})
