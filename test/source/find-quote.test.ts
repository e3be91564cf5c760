import { expect, test } from 'vitest'
import { findQuote } from '../../src/source/find-quote.ts'
import { segmentSource } from '../../src/source/segments.ts'

const text = '1.名称。给予1万元。给予2万元。\n2.另一名称。给予1万元。\n'
const segments = segmentSource(text)
const found = (quote: string): unknown[] => findQuote(segments, quote).map(({ segment, start, end, whole }) => [segment.id, text.slice(start, end), whole])

test('a whole sentence, a part of one, and one that stands twice', () => {
  expect(found('给予2万元。')).toEqual([['1.2', '给予2万元。', true]])
  expect(found('2万元')).toEqual([['1.2', '2万元', false]])
  expect(found('给予1万元。')).toEqual([['1.1', '给予1万元。', true], ['2.1', '给予1万元。', true]])
})

test('a heading is whole with or without its number', () => {
  expect(found('1.名称。')).toEqual([['1', '1.名称。', true]])
  expect(found(' 另一名称。 ')).toEqual([['2', '另一名称。', true]])
})

test('what is not there is not found', () => {
  expect(found('给予3万元。')).toEqual([])
  expect(found('')).toEqual([])
})
