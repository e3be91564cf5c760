import { expect, test } from 'vitest'
import { chineseNumeral } from '../../src/base/chinese-numeral.ts'
import { numeralValue } from '../../src/source/marks.ts'

test('numbers as articles are numbered', () => {
  expect([0, 1, 6, 10, 12, 20, 21, 100, 103, 110, 115].map(chineseNumeral)).toEqual(['零', '一', '六', '十', '十二', '二十', '二十一', '一百', '一百零三', '一百一十', '一百一十五'])
  expect([1000, -1, 1.5].map(chineseNumeral)).toEqual(['1000', '-1', '1.5'])
})

test('are read back', () => {
  for (let n = 1; n < 1000; n += 1) expect(numeralValue(chineseNumeral(n))).toBe(n)
})
