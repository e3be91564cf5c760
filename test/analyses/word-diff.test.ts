import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, wordDiff } from '../../src/analyses/word-diff.ts'

test('a figure is changed as one, with its unit', () => {
  expect(wordDiff('给予300万元、200万元支持', '给予350万元、200万元支持')).toEqual([{ kind: 'same', text: '给予' }, { kind: 'gone', text: '300万元' }, { kind: 'new', text: '350万元' }, { kind: 'same', text: '、200万元支持' }])
})

test('a rewritten phrase is changed as one', () => {
  expect(wordDiff('同一应用场景，市财政不重复支持。', '同一应用场景，本措施各项市级财政资金不重复支持。').filter((each) => each.kind !== 'same')).toEqual([{ kind: 'gone', text: '市财政' }, { kind: 'new', text: '本措施各项市级财政资金' }])
})

test('the pieces are the two texts', () => {
  const text = fc.array(fc.constantFrom('按', '30%', '50万元', '，', '奖补', 'x', '。'), { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(fc.property(text, text, (before, after) => {
    const pieces = wordDiff(before, after)
    expect(pieces.filter((each) => each.kind !== 'new').map((each) => each.text).join('')).toBe(before)
    expect(pieces.filter((each) => each.kind !== 'gone').map((each) => each.text).join('')).toBe(after)
  }))
})

test('likeness', () => {
  expect(likeness('甲乙', '甲乙')).toBe(1)
  expect(likeness('甲乙', '丙丁')).toBe(0)
  expect(likeness('', '')).toBe(1)
})
