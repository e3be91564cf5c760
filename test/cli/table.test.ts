import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/base/width.ts'
import { type Column, toMarkdown, toTable, widthsOf } from '../../src/cli/table.ts'

const columns: readonly Column[] = [{ title: '条款', align: 'left' }, { title: '金额', align: 'right' }, { title: '理由', align: 'left' }]
const rows = [['1.1 典型案例', '20万元', '入选'], ['6.1 a', '0元至100万元', '缺：总投入']]

describe('a table', () => {
  it('lines up under Chinese', () => {
    expect(toTable(columns, rows, { room: 80, indent: '  ' })).toEqual([
      '  条款                  金额  理由',
      '  1.1 典型案例        20万元  入选',
      '  6.1 a         0元至100万元  缺：总投入',
    ])
  })

  it('wraps the last column under itself, within the room', () => {
    const lines = toTable(columns, [['1.1', '20万元', '一二三四五六七八九十一二三四五六七八九十']], { room: 40, indent: '' })
    expect(lines).toEqual(['条款    金额  理由', '1.1   20万元  一二三四五六七八九十一二三', '              四五六七八九十'])
    expect(lines.every((line) => displayWidth(line) <= 40)).toBe(true)
  })

  it('wraps other columns too where a narrow terminal leaves nothing for the last one', () => {
    const lines = toTable(columns, [['1.1 typical case award', '0 yuan to an unstated amount', 'missing: approved']], { room: 60, indent: '  ' })
    expect(lines).toEqual([
      '  条款                               金额  理由',
      '  1.1 typical case           0 yuan to an  missing: approved',
      '  award                   unstated amount',
    ])
    expect(lines.every((line) => displayWidth(line) <= 60)).toBe(true)
  })

  it('breaks no column but the last on the way to a file', () => {
    const lines = toTable(columns, [['1.1 typical case award', '0 yuan to an unstated amount', 'missing: approved']], { room: 60, indent: '  ', whole: true })
    expect(lines[1]).toBe('  1.1 typical case award  0 yuan to an unstated amount  missing: approved')
  })

  it('colours after it has measured', () => {
    const paint = (text: string): string => `\u001B[1m${text}\u001B[22m`
    const plain = toTable(columns, rows, { room: 80, indent: '' })
    const coloured = toTable(columns, rows, { room: 80, indent: '', paint })
    expect(coloured.map((line) => line.replaceAll('\u001B[1m', '').replaceAll('\u001B[22m', ''))).toEqual(plain)
  })

  it('shares widths between tables', () => expect(widthsOf(columns, rows)).toEqual([12, 12, 10]))

  it('is Markdown with its bars escaped', () => {
    expect(toMarkdown(columns, [['a|b', '1', 'x\ny']])).toEqual(['| 条款 | 金额 | 理由 |', '| --- | ---: | --- |', '| a\\|b | 1 | x y |'])
  })
})
