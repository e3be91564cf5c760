import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/base/width.ts'
import { SAMPLE, SAMPLE_INPUT, heng, hengIn } from './heng.ts'

interface Sum { readonly committed: number; readonly possible: number }
interface Printed {
  readonly policy: { readonly hash: string }
  readonly on: string
  readonly asIfPublished: string
  readonly readings: readonly { readonly default: boolean }[]
  readonly applicants: readonly { readonly id: string; readonly lines: readonly (Sum & { readonly adjustments: readonly { readonly code: string }[] })[]; readonly total: Sum }[]
  readonly totals: Sum
}

const result = async (...more: readonly string[]): Promise<Printed> => JSON.parse((await heng('eval', SAMPLE, ...SAMPLE_INPUT, '--format', 'json', ...more)).out) as Printed
/** Of the sample as it is: evaluated once. */
const once = result()

const SCHEMA = JSON.parse(readFileSync('schemas/eval.schema.json', 'utf8')) as object

describe('eval --format json', () => {
  it('is what the schema says', async () => {
    const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(SCHEMA)
    validate(await once)
    expect(validate.errors ?? []).toEqual([])
  })

  it('is what the schema says under other readings and before publication', async () => {
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(SCHEMA)
    validate(await result('--reading', 'A12=only_the_highest'))
    expect(validate.errors ?? []).toEqual([])
    validate(JSON.parse((await heng('eval', SAMPLE, '--facts', SAMPLE_INPUT[1] ?? '', '--on', '2026-06-30', '--format', 'json')).out))
    expect(validate.errors ?? []).toEqual([])
  })

  it('adds up: the lines give the totals, to the fen', async () => {
    const { applicants, totals } = await once
    for (const { id, lines, total } of applicants) {
      const sum = lines.reduce((so, line) => so + line.committed, 0)
      // Of two lines that share a cap it is not said which is cut; what they come to together is certain.
      const isOpen = lines.some(({ adjustments }) => adjustments.some(({ code }) => code === 'no-order'))
      expect(isOpen ? total.committed >= sum : total.committed === sum, id).toBe(true)
    }
    expect(totals.committed).toBe(applicants.reduce((sum, each) => sum + each.total.committed, 0))
  })

  it('names the policy by its hash, the day, and each reading that counted', async () => {
    const { policy, on, asIfPublished, readings } = await once
    expect(policy.hash).toMatch(/^(sha256:)?[0-9a-f]{64}$/)
    expect([on, asIfPublished]).toEqual(['2026-06-30', '2026-01-01'])
    expect(readings).toHaveLength(12)
    expect(readings.every((each) => each.default)).toBe(true)
  })

  it('is the same whatever the language', async () => {
    expect(await result('--lang', 'en')).toEqual(await once)
  })
})

describe('eval as a table', () => {
  it('shows applicants, totals, what was not counted, the readings and the day', async () => {
    const { code, out, err } = await heng('eval', SAMPLE, ...SAMPLE_INPUT)
    expect([code, err]).toEqual([0, ''])
    for (const text of ['宿州市推进“人工智能+”产业发展若干措施', '申请日2026-06-30', '假定2026-01-01公布', '合计', '按措施', '按牵头单位', '应得中未计入', '解读：12处歧义均取默认']) expect(out).toContain(text)
  })

  it.each([100, 140])('fits a terminal of %i columns', async (columns) => {
    const { out } = await hengIn({ columns }, 'eval', SAMPLE, ...SAMPLE_INPUT)
    expect(out.split('\n').filter((line) => displayWidth(line) > columns)).toEqual([])
  })

  it('has colours on a terminal only, and none under NO_COLOR', async () => {
    const escape = '\u001B['
    expect((await heng('eval', SAMPLE, ...SAMPLE_INPUT)).out).not.toContain(escape)
    expect((await hengIn({ terminal: true }, 'eval', SAMPLE, ...SAMPLE_INPUT)).out).toContain(escape)
    expect((await hengIn({ terminal: true, env: { NO_COLOR: '1' } }, 'eval', SAMPLE, ...SAMPLE_INPUT)).out).not.toContain(escape)
  })

  it('says that nothing is due while the policy is a draft', async () => {
    const { code, out } = await heng('eval', SAMPLE, '--facts', SAMPLE_INPUT[1] ?? '', '--on', '2026-06-30')
    expect(code).toBe(0)
    expect(out).toContain('尚未公布，不产生任何支持')
    expect(out).toContain('合计  应得0元')
  })

  it('names the readings chosen', async () => {
    expect((await heng('eval', SAMPLE, ...SAMPLE_INPUT, '--reading', 'A10=per_talent')).out).toMatch(/解读：A10 \S+；其余取默认/)
  })

  it('prints CSV for a spreadsheet and Markdown for a report', async () => {
    const csv = await heng('eval', SAMPLE, ...SAMPLE_INPUT, '--format', 'csv')
    expect(csv.out.startsWith('\uFEFF申请人,条款,名称,对象,结果,类型,应得（元）,最高（元）,')).toBe(true)
    expect(csv.out).toMatch(/\r\nE01,1\.2,/)
    const markdown = await heng('eval', SAMPLE, ...SAMPLE_INPUT, '--format', 'markdown')
    expect(markdown.out).toMatch(/^\*\*宿州市/)
    expect(markdown.out).toContain('| 申请人 | 条款 |')
  })
})
