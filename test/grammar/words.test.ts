import { describe, expect, test } from 'vitest'
import { isPlainName, isUnit, tokenize } from '../../grammar/words.ts'

const read = (text: string): string => tokenize(text).tokens.map(({ tokenType, image }) => `${tokenType.name}:${image}`).join(' ')

describe('keywords are whole runs', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['当年 当', 'Name:当年 When:当'],
    ['不满5亿元', 'LessThan:不满 Quantity:5亿元'],
    ['20亿元以上', 'Quantity:20亿元 OrMore:以上'],
    ['20亿元以上不满30亿元', 'Quantity:20亿元 OrMore:以上 LessThan:不满 Quantity:30亿元'],
    ['不满1,000.5元', 'LessThan:不满 Quantity:1,000.5元'],
    ['12.5吨以上', 'Quantity:12.5吨 OrMore:以上'],
    ['0.8元/吨 0.8 yuan/tonne', 'Quantity:0.8元/吨 Quantity:0.8 yuan/tonne'],
    ['给予不超过40%', 'UpTo:给予不超过 Quantity:40%'],
    ['给予 不超过 40%', 'UpTo:给予 不超过 Quantity:40%'],
    ['for each x for y', 'ForEach:for each Name:x About:for Name:y'],
    ['a or more', 'Name:a OrMore:or more'],
    ['「当」 「a b」', 'Name:「当」 Name:「a b」'],
    ['E类人才 A10 甲1', 'Name:E类人才 Name:A10 Name:甲1'],
    ['X.1 1.2.3', 'DottedId:X.1 Number:1.2.3'],
    ['依解读 A4 最高，A3 最早者', 'UnderReading:依解读 Name:A4 Name:最高 Separator:， Name:A3 Name:最早者'],
    ['甲 (date)', 'Name:甲 LeftParen:( Name:date RightParen:)'],
    ['define x is not y', 'Definition:define Name:x Is:is Not:not Name:y'],
    ['x is not y', 'Name:x IsNot:is not Name:y'],
    ['责任单位：甲', 'Responsible:责任单位 Name:甲'],
    ['条款 1.1 名', 'Clause:条款 Number:1.1 Name:名'],
    ['５', ''],
  ]
  for (const [text, expected] of cases) test(text, () => expect(read(text)).toBe(expected))
})

test('quotations nest in balance; an open one ends with its line', () => {
  expect(read('“推进“人工智能+”产业” “甲\n乙')).toBe('Quote:“推进“人工智能+”产业” Quote:“甲 Name:乙')
  expect(tokenize('“甲\n乙').problems.map(({ code }) => code)).toEqual(['unclosed-quote'])
})

test('what is no token is one problem a run', () => {
  expect(tokenize('甲 ？！ 乙').problems).toEqual([{ code: 'unexpected-character', start: 2, end: 4, found: '？！' }])
})

test('names that need 「」', () => {
  for (const name of ['当年', 'salary_paid', 'E类人才', '甲1']) expect(isPlainName(name)).toBe(true)
  for (const name of ['当', 'date', 'most', '名', '不满5', 'a b', '', '1a']) expect(isPlainName(name)).toBe(false)
})

test('units that can follow a number', () => {
  expect(isUnit('吨')).toBe(true)
  expect(isUnit('吨以上')).toBe(false)
})
