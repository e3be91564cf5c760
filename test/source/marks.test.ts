import { expect, test } from 'vitest'
import { linesOf, markOf, measureLevel, numeralValue } from '../../src/source/marks.ts'

test('Chinese numerals', () => {
  expect(['〇', '一', '十', '十二', '二十', '三十五', '一百零三', '一百一十', '12'].map(numeralValue)).toEqual([0, 1, 10, 12, 20, 35, 103, 110, 12])
})

test('the mark that a line has', () => {
  expect(['1.名称', '2．名称', '3、名称', '（四）名称', '五、名称', '第六条　名称', '第七章 名称', '1.5倍', '名称'].map((line) => {
    const mark = markOf(line)
    return mark === null ? null : [mark.level, mark.number, line.slice(mark.length)]
  })).toEqual([
    ['digit', 1, '名称'], ['digit', 2, '名称'], ['digit', 3, '名称'], ['bracket', 4, '名称'], ['ideograph', 5, '名称'],
    ['article', 6, '名称'], ['chapter', 7, '名称'], null, null,
  ])
})

test('which marks number the measures', () => {
  const level = (text: string): unknown => measureLevel(linesOf(text))
  expect(level('1.甲\n2.乙')).toBe('digit')
  expect(level('一、甲\n（一）乙\n二、丙\n（二）丁')).toBe('bracket')
  expect(level('一、甲\n（一）乙\n二、丙\n（一）丁')).toBe('ideograph')
  expect(level('一、甲\n（一）乙\n二、丙')).toBe('ideograph')
  expect(level('第一条 甲\n（一）乙')).toBe('article')
  expect(level('甲\n乙')).toBe(null)
})
