import { describe, expect, it, test } from 'vitest'
import { formatOf, formatOfContent, formatOfName, textOf } from '../../src/intake/text.ts'

describe('the format of a file', () => {
  it.each([['a.json', 'json'], ['a.NDJSON', 'ndjson'], ['a.jsonl', 'ndjson'], ['申报.CSV', 'csv'], ['a.txt', null], ['csv', 'csv']])('%s', (name, format) => {
    expect(formatOfName(name)).toBe(format)
  })

  it.each([
    ['[]', 'json'], ['\ufeff \n[{"id":"A"}]', 'json'], ['{"applicants":[]}', 'json'], ['{ "ledger": [] }', 'json'], ['{\n"applicants":[]}', 'json'],
    ['{"id":"A"}\n{"id":"B"}', 'ndjson'], ['{"id":"A"}', 'ndjson'], ['申请人,名称\n', 'csv'], ['"申请人",名称\n', 'csv'], ['', 'json'],
  ])('%s', (content, format) => {
    expect(formatOfContent(content)).toBe(format)
  })
})

test('a file that is JSON by its name is never read as a table', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  expect([formatOf('a.json', bytes('null')), formatOf('a.ndjson', bytes('oops')), formatOf('a.csv', bytes('x')), formatOf('a', bytes('x'))]).toEqual(['json', 'ndjson', 'csv', 'csv'])
  expect([formatOf('a.json', bytes('{"id":"A"}')), formatOf('a.csv', bytes('[]'))]).toEqual(['ndjson', 'json'])
})

describe('the text of a file', () => {
  const GB18030 = new Uint8Array([0xbc, 0xd7])

  it('is UTF-8 where it can be, and GB18030 for tables alone', () => {
    expect(textOf(new TextEncoder().encode('甲'), true).text).toBe('甲')
    expect(textOf(GB18030, true).text).toBe('甲')
    expect(textOf(GB18030, false).problems.map(({ code }) => code)).toEqual(['encoding'])
    expect(formatOfContent(GB18030)).toBe('csv')
  })
})
