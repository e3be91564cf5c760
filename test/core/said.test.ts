import { expect, test } from 'vitest'
import { saidBy } from '../../src/core/said.ts'

const cited = (quote: string, start: number) => ({ id: '1', cites: [{ sentence: '1.1', start, end: start + quote.length, quote }] })

test('a piece says the same wherever its quotation stands, and something else with other words', () => {
  expect(saidBy(cited('给予补助', 3))).toBe(saidBy(cited('给予补助', 40)))
  expect(saidBy(cited('给予补助', 3))).not.toBe(saidBy(cited('给予奖补', 3)))
  expect(saidBy({ start: 1, quote: '给' })).not.toBe(saidBy({ start: 2, quote: '给' }))
})
