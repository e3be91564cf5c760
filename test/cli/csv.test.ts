import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/cli/csv.ts'

describe('CSV for a spreadsheet', () => {
  it('starts with a byte order mark and ends rows as RFC 4180 does', () => expect(toCsv([['条款', '金额'], ['1.1', '200000.00']])).toBe('\uFEFF条款,金额\r\n1.1,200000.00\r\n'))
  it('quotes commas, quotes and line ends', () => expect(toCsv([['a,b', 'say "x"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""x""","two\nlines"\r\n'))
  it.each(['=1+1', '+1+1', '-2+3', '@SUM(A1)', '\tx', '=HYPERLINK("x")'])('does not let %s run as a formula', (text) => {
    expect(toCsv([[text]]).slice(1).replace(/^"/, '')).toMatch(/^'/)
  })
  it('leaves negative numbers as numbers', () => expect(toCsv([['-12.50']])).toBe('\uFEFF-12.50\r\n'))
})
