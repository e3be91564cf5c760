import { expect, test } from 'vitest'
import { sentencesOf } from '../../src/source/sentences.ts'

const cut = (text: string): unknown[] => sentencesOf(text, 0, text.length).map(({ start, end, responsibility }) => (responsibility ? [text.slice(start, end)] : text.slice(start, end)))

test('a sentence ends at its full stop, the last one at the end of the line', () => {
  expect(cut('给予1万元。 再给2万元！最后')).toEqual(['给予1万元。', '再给2万元！', '最后'])
})

test('not within quotation marks or brackets, however nested', () => {
  expect(cut('“甲。（乙。）”丙。丁')).toEqual(['“甲。（乙。）”丙。', '丁'])
})

test('a bracket of responsible units stands alone', () => {
  expect(cut('给予1万元。（责任单位：市财政局（国资委）；配合单位：市科技局）')).toEqual(['给予1万元。', ['（责任单位：市财政局（国资委）；配合单位：市科技局）']])
  expect(cut('给予1万元（牵头单位：市财政局）。另')).toEqual(['给予1万元', ['（牵头单位：市财政局）。'], '另'])
})

test('brackets that never close take no long time', () => {
  const text = '（责任单位：”'.repeat(5_000)
  expect(cut(text)).toEqual([text])
})
