import { expect, test } from 'vitest'
import { namesOf, translateName, translateUnit } from '../../src/syntax/names.ts'
import { parseFile } from '../../src/syntax/parse.ts'

const names = (text: string) => namesOf([parseFile('a.heng', text).value])

test('Han characters tell which name is the Chinese one', () => {
  const found = names('事项 factory (智能工厂)\n  用水量 (water) 数量 吨 (tonne)\n')
  expect(translateName(found, 'zh', 'factory')).toBe('智能工厂')
  expect(translateName(found, 'en', '用水量')).toBe('water')
  expect([translateUnit(found, 'en', '吨'), translateUnit(found, 'zh', 'items'), translateUnit(found, 'en', '项')]).toEqual(['tonne', '项', 'items'])
})

test('a second partner for a name is a conflict, and the first stays', () => {
  const found = names('机关 甲 (a)\n机关 甲 (b)\n机关 乙 (a)\n')
  expect(found.conflicts.map(({ name, kept, refused }) => [name, kept, refused])).toEqual([['甲', 'a', 'b'], ['a', '甲', '乙']])
  expect(translateName(found, 'en', '甲')).toBe('a')
})
