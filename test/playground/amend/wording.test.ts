import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diff } from '../../../playground/amend/diff.ts'
import { amendments, chineseNumeral } from '../../../playground/amend/wording.ts'
import { segmentSource } from '../../../src/source/segments.ts'

const SOURCE = '6.加大引育力度。按实付工薪30%给予奖补，补贴不超过50万元。对年薪达50万元以上的，可认定为E类人才。\n'
const words = (after: string) => amendments(segmentSource(SOURCE), segmentSource(after)).map((each) => each.words)

test('a figure is replaced as a whole, in the words of an amending decision', () => {
  expect(words(SOURCE.replace('30%', '40%'))).toEqual(['将第六条中的“30%”修改为“40%”。'])
})

test('a figure that stands twice in the measure is quoted with the words before it', () => {
  expect(words(SOURCE.replace('达50万元', '达60万元'))).toEqual(['将第六条中的“达50万元”修改为“达60万元”。'])
})

test('several changes come in the order of the text', () => {
  expect(words(SOURCE.replace('30%', '40%').replace('E类', 'F类'))).toEqual(['将第六条中的“30%”修改为“40%”。', '将第六条中的“E”修改为“F”。'])
})

test('applied to the old text, the amendments of one sentence give the new one', () => {
  const sentence = '按实付工薪30%给予奖补，补贴不超过50万元'
  fc.assert(fc.property(fc.array(fc.constantFrom('按', '30%', '50万元', '，', '奖补', 'x'), { maxLength: 12 }), (parts) => {
    const after = parts.join('')
    let [built, kept] = ['', '']
    for (const piece of diff(sentence, after)) {
      if (piece.kind !== 'new') kept += piece.text
      if (piece.kind !== 'gone') built += piece.text
    }
    expect(kept).toBe(sentence)
    expect(built).toBe(after)
  }))
})

test('numbers in Chinese', () => {
  expect([1, 6, 10, 12, 20, 21, 100, 103, 110, 115].map(chineseNumeral)).toEqual(['一', '六', '十', '十二', '二十', '二十一', '一百', '一百零三', '一百一十', '一百一十五'])
})
