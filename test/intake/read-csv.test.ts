import { describe, expect, it } from 'vitest'
import { readDossiers, readLedger } from '../../src/intake/read.ts'
import { rational } from '../../src/values/rational.ts'
import { SMALL } from './fixture.ts'

const TABLE = `申请人,事项,编号,名称,首次认定,认定级别,认定日期,总投入（万元）,应用场景,评审得分,编码
E01,,,"甲公司
（有限）",是,,,,,,
E01,智能工厂,F1,,,国家级,2026/3/1,"1,234.56",S1,,
E01,场景,S1,,,,,,,90,不适用
E02,,,,,,,,,,
`

function codesOf(text: string): readonly (readonly [string, number | undefined, number | undefined])[] {
  return readDossiers(SMALL, text, 'csv').problems.map(({ code, place }) => [code, place?.line, place?.column] as const)
}

describe('dossiers as a table', () => {
  it('reads a row a matter, and one for the applicant', () => {
    const { value, problems } = readDossiers(SMALL, TABLE)
    expect(problems).toEqual([])
    expect(value).toEqual([
      {
        id: 'E01',
        facts: new Map<string, unknown>([['名称', { state: 'given', value: '甲公司\n（有限）' }], ['首次认定', { state: 'given', value: true }]]),
        matters: [
          {
            entity: '智能工厂', id: 'F1',
            facts: new Map<string, unknown>([
              ['认定级别', { state: 'given', value: '国家级' }], ['认定日期', { state: 'given', value: '2026-03-01' }],
              ['总投入', { state: 'given', value: rational(1234560000n) }], ['应用场景', { state: 'given', value: 'S1' }],
            ]),
          },
          { entity: '场景', id: 'S1', facts: new Map<string, unknown>([['评审得分', { state: 'given', value: rational(90n) }], ['编码', { state: 'not-applicable' }]]) },
        ],
      },
      { id: 'E02', facts: new Map(), matters: [] },
    ])
  })

  it('takes CRLF, a byte order mark and English names alike', () => {
    const english = '\ufeffapplicant,matter,id,investment\r\nE01,factory,F1,"500,000"\r\nE01,,,\r\n,,,\r\n'
    const { value, problems } = readDossiers(SMALL, new TextEncoder().encode(english))
    expect(problems).toEqual([])
    expect(value[0]?.matters[0]?.facts.get('总投入')).toEqual({ state: 'given', value: rational(50000000n) })
  })

  it('takes GB18030, as spreadsheets export it', () => {
    // 申请人,名称 / E01,甲
    const bytes = new Uint8Array([0xc9, 0xea, 0xc7, 0xeb, 0xc8, 0xcb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x45, 0x30, 0x31, 0x2c, 0xbc, 0xd7])
    const { value, problems } = readDossiers(SMALL, bytes, 'csv')
    expect(problems).toEqual([])
    expect(value).toEqual([{ id: 'E01', facts: new Map([['名称', { state: 'given', value: '甲' }]]), matters: [] }])
  })

  it('refuses bytes that are neither', () => {
    expect(readDossiers(SMALL, new Uint8Array([0xff, 0xff, 0xff, 0x2c]), 'csv').problems.map(({ code }) => code)).toEqual(['encoding'])
  })

  it.each([
    ['申请人,名称\nE01,"甲', 'csv-syntax', 2, 1],
    ['申请人,名称\nE01\n', 'row-length', 2, 1],
    ['申请人,名你\nE01,甲\n', 'unknown-column', 1, 2],
    ['申请人,名称,name\nE01,甲,\n', 'duplicate-column', 1, 3],
    ['名称\n甲\n', 'missing-column', 1, 1],
    ['申请人,名称\nE01,甲\nE01,乙\n', 'duplicate-applicant', 3, 1],
    ['申请人,事项,编号\nE01,场景,S1\nE01,场景,S1\n', 'duplicate-matter', 3, 3],
    ['申请人,事项,编号\nE01,厂,S1\n', 'unknown-kind', 2, 2],
    ['申请人,事项,编号,名称\nE01,场景,S1,甲\n', 'field-of-other-kind', 2, 4],
    ['申请人,事项,编号,应用场景\nE01,智能工厂,F1,S9\n', 'unknown-matter', 2, 4],
    ['申请人,事项,编号,总投入\nE01,智能工厂,F1,1.005\n', 'decimals', 2, 4],
    ['申请人,事项,编号,总投入（万元）\nE01,智能工厂,F1,0.0000001\n', 'decimals', 2, 4],
    ['申请人,事项,编号,总投入（万元）\nE01,智能工厂,F1,3元\n', 'wrong-unit', 2, 4],
    ['申请人,事项,编号,总投入（吨）\nE01,智能工厂,F1,3\n', 'column-unit', 1, 4],
    ['申请人,事项,编号,总投人（元）\nE01,智能工厂,F1,3\n', 'unknown-column', 1, 4],
    ['申请人,首次认定\nE01,也许\n', 'wrong-text', 2, 2],
    ['申请人;名称\nE01;甲\n', 'csv-syntax', 1, 1],
    ['申请人\t名称\nE01\t甲\n', 'csv-syntax', 1, 1],
    ['申请人,事项,编号\nE01,,F1\n', 'kind-missing', 2, 2],
    ['申请人,事项,编号\nE01,场景,\n', 'empty-id', 2, 3],
    ['申请人\nE\u001b[31m\n', 'control-character', 2, 1],
    ['申请人,事项,编号,认定日期\nE01,智能工厂,F1,2026.2.3\n', 'not-a-day', 2, 4],
    ['申请人,事项,编号,认定日期\nE01,智能工厂,F1,2026/2/30\n', 'no-such-day', 2, 4],
    ['申请人,事项,编号,期限\nE01,场景,S1,3\n', 'unit-missing', 2, 4],
    ['', 'empty-file', 1, 1],
    [',\n', 'csv-syntax', 1, 1],
  ])('%s: %s', (text, code, line, column) => {
    expect(codesOf(text)).toContainEqual([code, line, column])
  })

  it('names the row and the column', () => {
    const [found] = readDossiers(SMALL, '申请人,事项,编号,实付\nE01,智能工厂,F1,\n'.replace('实付', '总投入（万元）').replace('F1,', 'F1,-3')).problems
    expect(found?.message.zh).toContain('第2行“总投入（万元）”列，申请人“E01”，事项“F1”，“总投入”：“-3”是负数')
    expect(found?.message.en).toContain('row 2, column “总投入（万元）”, applicant “E01”, matter “F1”, “investment”: “-3” is negative')
  })

  it('says of a row without a kind one thing, not one a cell', () => {
    expect(codesOf('申请人,事项,编号,总投入\nE01,,F1,3\n')).toEqual([['kind-missing', 2, 2]])
  })

  it('counts lines of cells that span several', () => {
    expect(codesOf('申请人,名称\n"E01","甲\n乙\n丙"\nE02,\nE02,\n')).toEqual([['duplicate-applicant', 6, 1]])
  })
})

describe('the ledger as a table', () => {
  it('reads a row a grant', () => {
    const { value, problems } = readLedger(SMALL, '条款,申请人,事项,日期,金额,认定级别\n1.2,E01,F1,2025-03-01,20万元,省级\n5.4,E01,,2024/1/2,"100,000",\n')
    expect(problems).toEqual([])
    expect(value).toEqual([
      { clause: '1.2', applicant: 'E01', subject: 'F1', day: '2025-03-01', amount: 20000000n, facts: new Map([['认定级别', { state: 'given', value: '省级' }]]) },
      { clause: '5.4', applicant: 'E01', subject: null, day: '2024-01-02', amount: 10000000n, facts: new Map() },
    ])
  })

  it('reports every cell that it refuses', () => {
    const { problems } = readLedger(SMALL, '条款,申请人,日期,金额\n9.9,,2026-13-01,-1\n')
    expect(problems.map(({ code }) => code)).toEqual(['empty-id', 'unknown-clause', 'no-such-day', 'negative'])
  })
})
