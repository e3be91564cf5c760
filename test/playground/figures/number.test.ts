import { expect, test } from 'vitest'
import { digitsOf, numbersIn, respell, stepped, valueOf } from '../../../playground/figures/number.ts'

test('numbers with their units are found, dates and clause numbers are not', () => {
  const found = numbersIn('6.1 按30%给予，不超过50万元，1,000,000 yuan，3年，24个月，每年10项，2026年1月1日，2026-01-01，第6.1条')
  expect(found.map(({ kind, value, digits, unit }) => [kind, value, digits, unit])).toEqual([
    ['ratio', '3/10', '30', '%'], ['money', '50000000', '50', '万元'], ['money', '100000000', '1000000', 'yuan'],
    ['duration', '36', '3', '年'], ['duration', '24', '24', '个月'], ['number', '10', '10', '项'], ['days', '1', '1', '日'],
  ])
})

test('a value in a unit is exact, or refused', () => {
  expect(valueOf('0.01', '万元')).toBe('10000')
  expect(digitsOf('10000', '万元')).toBe('0.01')
  expect(digitsOf('1', '亿元')).toBe(null)
  expect(digitsOf('30', '年')).toBe('2.5')
})

test('the same value is spelled as its place spells it', () => {
  const english = numbersIn('500,000 yuan')[0]
  const chinese = numbersIn('50万元')[0]
  expect(english && respell('60000000', english, '500,000 yuan')).toBe('600,000 yuan')
  expect(chinese && respell('60000000', chinese, '50万元')).toBe('60万元')
})

test('a policy has units of its own', () => {
  expect(numbersIn('面积以500平方米为限').map(({ unit }) => unit)).toEqual([])
  expect(numbersIn('面积以500平方米为限', ['平方米']).map(({ kind, value, unit }) => [kind, value, unit])).toEqual([['number', '500', '平方米']])
  expect(valueOf('500', '平方米')).toBe('500')
})

test('a step suits the amount: a thousand yuan of thousands, one of less, a tenth where there are decimals', () => {
  expect([stepped('2000', '元', 1), stepped('2000', '元', -1), stepped('1000', '元', -1), stepped('20', '元', 1), stepped('20', 'yuan', -10), stepped('0.8', '元', 1)]).toEqual(['3000', '1000', '999', '21', '10', '0.9'])
})
