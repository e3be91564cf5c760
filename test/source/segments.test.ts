import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentSource } from '../../src/source/segments.ts'

const official = readFileSync(new URL('../../policies/suzhou-ai-plus/consultation-draft/source.txt', import.meta.url), 'utf8')

const ids = (text: string): string[] => segmentSource(text).map((segment) => segment.id)
const textOf = (text: string, id: string): string | undefined => segmentSource(text).find((segment) => segment.id === id)?.text

describe('the consultation draft', () => {
  const sentences = [4, 3, 5, 4, 4, 3, 3, 2]

  test('has 28 sentences, 8 headings, 8 lines of responsible units and a final sentence', () => {
    const measures = sentences.flatMap((count, index) => [
      `${index + 1}`,
      ...Array.from({ length: count }, (_, at) => `${index + 1}.${at + 1}`),
      `${index + 1}.r`,
    ])
    expect(sentences.reduce((sum, count) => sum + count, 0)).toBe(28)
    expect(ids(official)).toEqual(['0.1', '0.2', '0.3', '0.4', ...measures, '9'])
  })

  test('knows front matter, headings, responsibility and the end', () => {
    expect(textOf(official, '0.1')).toBe('附件')
    expect(textOf(official, '0.2')).toBe('宿州市推进“人工智能+”产业发展若干措施')
    expect(textOf(official, '0.3')).toBe('（征求意见稿）')
    expect(textOf(official, '1')).toBe('1.支持重大应用场景创新示范。')
    expect(textOf(official, '1.3')).toBe('原则上，同一应用场景，市财政不重复支持。')
    expect(textOf(official, '2.r')).toBe('（责任单位：市科技局；配合单位：市财政局）')
    expect(textOf(official, '8.1')).toBe('鼓励科技服务机构承办人工智能领域国家级高端人才论坛、展会、峰会等活动，最高给予100万元补助。')
    expect(textOf(official, '9')).toBe('本措施自公布之日起实施。')
    const last = segmentSource(official).at(-1)
    expect([last?.kind, last?.measure]).toEqual(['sentence', null])
  })
})

describe('other ways of numbering', () => {
  test('items （一）… that count on through parts 一、… are the measures', () => {
    const text = '示范市措施\n\n一、支持供给\n（一）发放券。每年1亿元。超过的不发。（责任单位：市数据局）\n（二）支持平台。给予10%补助。\n\n二、附则\n（三）被列入名单期间，不予支持；移出后可以申报。\n'
    expect(ids(text)).toEqual(['0.1', 'c1', '1', '1.1', '1.2', '1.r', '2', '2.1', 'c2', '3.1'])
  })

  test('items that start anew under each part are not', () => {
    const text = '一、支持供给\n（一）给予10万元，一次性。\n（二）给予20万元，一次性。\n二、附则\n（一）自公布之日起施行，有效期三年。\n'
    expect(ids(text)).toEqual(['1', '1.1', '1.2', '2', '2.1'])
  })

  test('articles are the measures, with or without a heading, whatever stands in them', () => {
    const text = '办法\n第一章　总则\n第一条　适用对象。本办法所称企业，是指工业企业。\n第二条　企业符合下列条件的，给予奖励：\n（一）已入库；\n（二）未失信。\n第二章　附则\n第十一条　施行。本办法自2026年1月1日起施行。\n'
    expect(ids(text)).toEqual(['0.1', 'c1', '1', '1.1', '2.1', '2.2', '2.3', 'c2', '11', '11.1'])
    expect(textOf(text, '2.1')).toBe('第二条　企业符合下列条件的，给予奖励：')
  })

  test('a full stop in a quotation or in brackets ends no sentence', () => {
    const text = '1.名称。对“甲。乙”（丙。丁）给予1万元。再给2万元'
    expect(ids(text)).toEqual(['1', '1.1', '1.2'])
    expect(textOf(text, '1.2')).toBe('再给2万元')
  })

  test('the units may stand before the full stop', () => {
    const text = '1.名称。给予1万元（责任单位：市科技局、市工信局）。'
    expect(segmentSource(text).map(({ id, text: slice }) => [id, slice])).toEqual([
      ['1', '1.名称。'], ['1.1', '给予1万元'], ['1.r', '（责任单位：市科技局、市工信局）。'],
    ])
  })
})

const pieces = fc.constantFrom('1.', '2.', '12、', '一、', '二、', '（一）', '第一条　', '第十二条', '第一章', '。', '，', '“', '”', '（', '）', '（责任单位：', '\n', '\r\n', '\u2028', ' ', '　', '给予', '名称', '万元', '𠮷', '\ud800')

test('nothing is lost, nothing overlaps, ids are unique, in any text', () => {
  const texts = fc.oneof(fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')), fc.string({ unit: 'binary' }))
  fc.assert(fc.property(texts, (text) => {
    const segments = segmentSource(text)
    let at = 0
    for (const segment of segments) {
      expect(text.slice(at, segment.start).trim()).toBe('')
      expect(segment.text).toBe(text.slice(segment.start, segment.end))
      expect(segment.text).toBe(segment.text.trim())
      expect(segment.text).not.toBe('')
      at = segment.end
    }
    expect(text.slice(at).trim()).toBe('')
    expect(new Set(segments.map((segment) => segment.id)).size).toBe(segments.length)
  }), { numRuns: 2000 })
})
