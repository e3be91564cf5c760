import { describe, expect, it } from 'vitest'
import { heng } from './heng.ts'

const FOLDER = 'policies/model-compute-vouchers'
const INPUT = ['--facts', `${FOLDER}/dossiers/applicants.json`, '--ledger', `${FOLDER}/dossiers/ledger.json`, '--decisions', `${FOLDER}/dossiers/decisions.json`, '--on', '2027-06-30'] as const
const out = async (verb: string, ...more: readonly string[]): Promise<string> => (await heng(verb, `${FOLDER}/model-text`, ...(verb === 'eval' ? [...INPUT, ...more] : [...more, ...INPUT]))).out

describe('what is paid by period', () => {
  it('is one row of the table for periods that are alike', async () => {
    const table = await out('eval')
    expect(table).toMatch(/3\.1 租金补贴 +L1 2026年5月至2027年2月 +成立 +每月8,400元，共8\.4万元/)
    expect(table).toMatch(/3\.1 租金补贴 +L1 2026年3月 +撤回/)
    expect(table).toMatch(/2\.2 运营补助 +Y1 2026-07-01起一年 +成立 +290万元/)
    expect(await out('eval', '--lang', 'en')).toMatch(/L1 May 2026 to Feb 2027 +holds +8,400 yuan a month, 84,000 yuan in all/)
  })
  it('is one row in Markdown, and a line for each period in CSV and JSON', async () => {
    expect(await out('eval', '--format', 'markdown')).toContain('| L1 2026年5月至2027年2月 | 成立 | 每月8,400元，共8.4万元 |')
    const csv = (await out('eval', '--format', 'csv')).split(/\r?\n/).filter((row) => /(^|,)V02,3\.1,/.test(row))
    expect(csv.map((row) => row.split(',')).map((row) => [...row.slice(3, 7), row.at(-1)].join(' ')).slice(0, 3)).toEqual(['L1 撤回 给予 0.00 2026-03-01/2026-03-31', 'L1 撤回 给予 0.00 2026-04-01/2026-04-30', 'L1 成立 给予 8400.00 2026-05-01/2026-05-31'])
    expect(csv).toHaveLength(16)
    const { applicants } = JSON.parse(await out('eval', '--format', 'json')) as { readonly applicants: readonly { readonly id: string; readonly lines: readonly { readonly clause: string; readonly period?: unknown }[] }[] }
    expect(applicants.find(({ id }) => id === 'V02')?.lines.filter(({ clause, period }) => clause === '3.1' && period !== undefined)).toHaveLength(16)
  })
  it('is explained once for months that are explained alike', async () => {
    const text = await out('explain', 'V02', '3.1')
    expect(text).toContain('（L1，2026年5月至2027年2月）：成立，每月8,400元，共8.4万元')
    expect(text.match(/^第3\.1条/gm)?.length).toBeLessThan(6)
    expect(await out('explain', 'V02', '3.1', '--lang', 'en')).toContain('(L1, May 2026 to Feb 2027): holds, 8,400 yuan a month, 84,000 yuan in all')
  })
})
