import { describe, expect, it } from 'vitest'
import { readDossiers } from '../../src/intake/read.ts'
import type { Fact } from '../../src/engines/engine.ts'
import { rational } from '../../src/values/rational.ts'
import { SMALL } from './fixture.ts'

const given = (value: Extract<Fact, { state: 'given' }>['value']): Fact => ({ state: 'given', value })

/** One matter of the kind with one fact. */
function withFact(kind: string, name: string, value: string): string {
  return `{"applicants":[{"id":"E01","matters":[{"kind":"场景","id":"S1"},{"kind":"${kind}","id":"F1","facts":{"${name}":${value}}}]}]}`
}

function factOf(kind: string, name: string, value: string): Fact | undefined {
  const { value: applicants, problems } = readDossiers(SMALL, withFact(kind, name, value))
  expect(problems).toEqual([])
  return [...(applicants[0]?.matters[1]?.facts.values() ?? [])][0]
}

function codesOf(text: string): readonly string[] {
  return readDossiers(SMALL, text).problems.map(({ code }) => code)
}

describe('facts are read exactly', () => {
  it.each([
    ['智能工厂', '总投入', '1000000.01', rational(100000001n)],
    ['智能工厂', '总投入', '0.1', rational(10n)],
    ['智能工厂', 'investment', '"50万元"', rational(50000000n)],
    ['智能工厂', '总投入', '"1,000.50元"', rational(100050n)],
    ['智能工厂', '总投入', '"0.000001万元"', rational(1n)],
    ['factory', '总投入', '"500,000 yuan"', rational(50000000n)],
    ['智能工厂', '总投入', '9007199254740993', rational(900719925474099300n)],
    ['智能工厂', '总投入', '123456789012345678901234567890.12', rational(12345678901234567890123456789012n)],
    ['智能工厂', '用水量', '12.345', rational(12345n, 1000n)],
    ['智能工厂', '用水量', '"12.5吨"', rational(25n, 2n)],
    ['factory', 'water', '"12.5 tonne"', rational(25n, 2n)],
    ['场景', '占比', '"30%"', rational(3n, 10n)],
    ['场景', '占比', '"6‰"', rational(6n, 1000n)],
    ['场景', '占比', '0.3', rational(3n, 10n)],
    ['场景', '占比', '-0.05', rational(-1n, 20n)],
    ['场景', '期限', '"3年"', rational(36n)],
    ['场景', '期限', '"30个月"', rational(30n)],
    ['场景', '期限', '"3 years"', rational(36n)],
    ['场景', '期限', '"2年6个月"', rational(30n)],
    ['场景', '天数', '"30日"', rational(30n)],
    ['场景', '评审得分', '90', rational(90n)],
    ['场景', '评审得分', '"90分"', rational(90n)],
    ['场景', '评审得分', '"90 points"', rational(90n)],
    ['场景', '水价', '"0.8元/吨"', rational(80n)],
    ['scenario', 'water_price', '"0.8 yuan/tonne"', rational(80n)],
    ['场景', '水价', '0.8125', rational(325n, 4n)],
  ])('%s %s %s', (kind, name, text, value) => {
    expect(factOf(kind, name, text)).toEqual(given(value))
  })

  it.each([
    ['智能工厂', '认定级别', '"国家级"', given('国家级')],
    ['智能工厂', 'level', '"provincial"', given('省级')],
    ['智能工厂', '认定日期', '"2028-02-29"', given('2028-02-29')],
    ['智能工厂', '应用场景', '"S1"', given('S1')],
    ['智能工厂', '总投入', 'null', { state: 'unknown' } as const],
    ['智能工厂', '总投入', '{"state":"not-applicable"}', { state: 'not-applicable' } as const],
    ['场景', '编码', '"A-1"', given('A-1')],
  ])('%s %s %s', (kind, name, text, fact) => {
    expect(factOf(kind, name, text)).toEqual(fact)
  })

  it('does not ask what is absent', () => {
    const { value } = readDossiers(SMALL, '[{"id":"E01"}]')
    expect(value).toEqual([{ id: 'E01', facts: new Map(), matters: [] }])
  })
})

describe('values are refused, never coerced', () => {
  it.each([
    ['智能工厂', '总投入', '1.005', 'decimals'],
    ['智能工厂', '总投入', '"0.0000001万元"', 'decimals'],
    ['智能工厂', '总投入', '-1', 'negative'],
    ['智能工厂', '总投入', '1e3', 'exponent'],
    ['智能工厂', '总投入', '1e999', 'exponent'],
    ['智能工厂', '总投入', '"500000"', 'unit-missing'],
    ['智能工厂', '总投入', '"50万吨"', 'wrong-unit'],
    ['智能工厂', '总投入', '"50美元"', 'wrong-unit'],
    ['智能工厂', '总投入', '"1,00元"', 'not-a-number'],
    ['智能工厂', '总投入', '"007元"', 'not-a-number'],
    ['智能工厂', '总投入', 'true', 'wrong-type'],
    ['智能工厂', '总投入', '[1]', 'wrong-type'],
    ['智能工厂', '认定日期', '"2026-02-30"', 'no-such-day'],
    ['智能工厂', '认定日期', '"2026/01/01"', 'not-a-day'],
    ['智能工厂', '认定日期', '20260101', 'wrong-type'],
    ['智能工厂', '认定级别', '"县级"', 'unknown-value'],
    ['智能工厂', '应用场景', '"S2"', 'unknown-matter'],
    ['智能工厂', '应用场景', '"F1"', 'unknown-matter'],
    ['智能工厂', '用水量', '"12.5千克"', 'wrong-unit'],
    ['智能工厂', '总投人', '1', 'unknown-field'],
    ['智能工厂', '__proto__', '1', 'forbidden-key'],
    ['智能工厂', 'constructor', '1', 'forbidden-key'],
    ['场景', '评审得分', '90.0', 'not-whole'],
    ['场景', '评审得分', '"90项"', 'wrong-unit'],
    ['场景', '人数', '-3', 'negative'],
    ['场景', '期限', '3', 'unit-missing'],
    ['场景', '期限', '"2.5年"', 'not-whole'],
    ['场景', '占比', '"0.3"', 'unit-missing'],
    ['场景', '编码', '""', 'empty-text'],
    ['场景', '编码', '"A-1 "', 'blank-around'],
    ['场景', '编码', '"\\ud800"', 'bad-text'],
    ['场景', '编码', '"A\\u0000"', 'control-character'],
    ['场景', '编码', '12', 'wrong-type'],
    ['场景', '编码', '{"state":"perhaps"}', 'wrong-type'],
  ])('%s %s %s: %s', (kind, name, value, code) => {
    expect(codesOf(withFact(kind, name, value))).toEqual([code])
  })

  it.each([
    ['{"applicants":[{"id":"A"},{"id":"A"}]}', 'duplicate-applicant'],
    ['[{"id":"A","matters":[{"kind":"场景","id":"S"},{"kind":"智能工厂","id":"S"}]}]', 'duplicate-matter'],
    ['[{"id":"A","facts":{"名称":"甲","name":"甲"}}]', 'duplicate-fact'],
    ['[{"id":"A","facts":{"名称":"甲","名称":"乙"}}]', 'duplicate-key'],
    ['[{"id":"A","fact":{}}]', 'unknown-key'],
    ['[{"facts":{}}]', 'missing-key'],
    ['[{"id":"A","matters":[{"kind":"工厂","id":"S"}]}]', 'unknown-kind'],
    ['[{"id":1}]', 'wrong-type'],
    ['[{"id":""}]', 'empty-id'],
    ['[{"id":"A\\u001b[31m"}]', 'control-character'],
    ['[{"id":"A","facts":{"首次认定":"是"}}]', 'wrong-text'],
    ['{"applicants":{}}', 'wrong-type'],
    ['[{"id":"A",}]', 'syntax'],
    ['[{"id":"A"}] // done', 'syntax'],
    ['[', 'syntax'],
    ['', 'empty-file'],
    [' \n', 'empty-file'],
  ])('%s: %s', (text, code) => {
    expect(codesOf(text)).toContain(code)
  })

  it('refuses what is no list of applicants, and nesting without end', () => {
    expect(readDossiers(SMALL, '7', 'json').problems.map(({ code }) => code)).toEqual(['structure'])
    expect(codesOf('['.repeat(100000))).toEqual(['too-deep'])
    expect(codesOf('{"a":'.repeat(100000))).toEqual(['too-deep'])
  })

  it('reports every error of a file, each with its place', () => {
    const text = '[{"id":"E01","facts":{"首次认定":"是"},\n"matters":[{"kind":"场景","id":"S1","facts":{"评审得分":-1,\n"人数":1.5}}]}]'
    expect(readDossiers(SMALL, text).problems.map(({ code, place }) => [code, place?.line])).toEqual([['wrong-text', 1], ['negative', 2], ['not-whole', 3]])
  })

  it('names the applicant, the matter, the field by its label, what was found and what is expected', () => {
    const [found] = readDossiers(SMALL, withFact('智能工厂', '总投入', '1.005')).problems
    expect(found).toMatchObject({ applicant: 'E01', subject: 'F1', field: { zh: '总投入', en: 'investment' }, found: '1.005' })
    expect(found?.message.zh).toBe('申请人“E01”，事项“F1”，“总投入”：“1.005”精确到分以下，应为金额：以元计的数（至多两位小数），或带单位的文字，如“50万元”')
    expect(found?.message.en).toBe('applicant “E01”, matter “F1”, “investment”: “1.005” is finer than a fen; expected an amount: a number of yuan with at most two decimals, or a text with its unit, such as “50万元” or “500,000 yuan”')
  })

  it('suggests what was meant', () => {
    expect(readDossiers(SMALL, withFact('智能工厂', 'investmant', '1')).problems[0]?.message.en).toContain('did you mean “investment”?')
    expect(readDossiers(SMALL, withFact('智能工厂', '认定级别', '"国家及"')).problems[0]?.message.zh).toContain('是否为“国家级”？')
  })
})

describe('NDJSON', () => {
  it('reads one applicant a line', () => {
    const { value, problems } = readDossiers(SMALL, '{"id":"A"}\r\n\n{"id":"B","facts":{"首次认定":true}}\n')
    expect(problems).toEqual([])
    expect(value.map(({ id }) => id)).toEqual(['A', 'B'])
  })

  it('gives the line of an error and looks for ids over all lines', () => {
    const { problems } = readDossiers(SMALL, '{"id":"A"}\n{"id":"A"}\n{"id":\n{"id":"C","x":1}', 'ndjson')
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([['duplicate-applicant', 2], ['syntax', 3], ['syntax', 3], ['unknown-key', 4]])
  })
})

describe('bytes', () => {
  it('refuses JSON that is not UTF-8', () => {
    expect(readDossiers(SMALL, new Uint8Array([0x5b, 0x22, 0xc3, 0x28, 0x22, 0x5d]), 'json').problems.map(({ code }) => code)).toEqual(['encoding'])
  })

  it('takes a byte order mark', () => {
    expect(readDossiers(SMALL, new TextEncoder().encode('\ufeff[{"id":"甲"}]')).value[0]?.id).toBe('甲')
  })
})
