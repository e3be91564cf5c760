import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amendment, amendmentWords, applyAmendment } from '../../src/analyses/amendment.ts'
import { suzhouSource } from './suzhou.ts'

const DRAFT = suzhouSource('consultation-draft')
const words = (after: string, before = DRAFT) => amendmentWords(amendment(before, after))
const back = (before: string, after: string) => applyAmendment(before, amendment(before, after))

describe('in words', () => {
  test('one figure', () => {
    expect(words(DRAFT.replace('实付工薪30%', '实付工薪40%'))).toEqual(['将第六条中的“30%”修改为“40%”。'])
  })

  test('a figure that stands twice in its article is quoted with the words around it', () => {
    expect(words(DRAFT.replace('年薪达50万元', '年薪达60万元'))).toEqual(['将第六条中的“对年薪达50万元”修改为“对年薪达60万元”。'])
    expect(words(DRAFT.replace('工作站，分别给予50万元、20万元', '工作站，分别给予50万元、30万元'))).toEqual(['将第三条中的“20万元”修改为“30万元”。'])
  })

  test('a sentence deleted, another added, items numbered in the order of the text', () => {
    const gone = '支持企业、高等学校、科研院所等企事业单位开展行业大模型研发应用，依据相关政策文件给予研发经费补助。'
    const after = DRAFT.replace('不超过10项', '不超过15项').replace(gone, '').replace('10万元的一次性奖补。', '10万元的一次性奖补。对开展“AI+”研发的企业给予补助。')
    expect(words(after)).toEqual([
      '一、将第一条中的“10项”修改为“15项”。',
      `二、删去第二条中的“${gone}”`,
      '三、在第五条中的“每家给予10万元的一次性奖补。”之后增加“对开展‘AI+’研发的企业给予补助。”',
    ])
  })

  test('two changes of one article are one item', () => {
    expect(words(DRAFT.replace('实付工薪30%', '实付工薪40%').replace('可直接认定为F类人才', '可认定为F类人才'))).toEqual(['将第六条中的“30%”修改为“40%”；将“可直接认定为F类人才”修改为“可认定为F类人才”。'])
  })

  test('an article deleted, and one added at the end', () => {
    const start = DRAFT.indexOf('7.加强科技金融赋能')
    const end = DRAFT.indexOf('8.优化服务保障')
    expect(words(DRAFT.slice(0, start) + DRAFT.slice(end))).toEqual(['删去第七条。'])
    expect(words(DRAFT.replace('\n本措施自公布之日起实施。', '\n9.其他。对其他事项给予支持。（责任单位：市财政局）\n\n本措施自公布之日起实施。'))).toEqual([expect.stringMatching(/^在第八条之后增加一条，作为第九条：“9\.其他。对其他事项给予支持。（责任单位：市财政局）”。$/)])
  })

  test('a part that is marked in brackets is an item', () => {
    const text = '某市若干措施\n\n一、支持创新\n（一）奖励认定。通过认定的，给予20万元奖励。\n（二）奖励设备。购置设备的，按设备投资的10%给予补助。\n'
    expect(words(text.replace('20万元', '30万元'), text)).toEqual(['将第（一）项中的“20万元”修改为“30万元”。'])
    expect(words(`${text}（三）奖励引才。引进人才的，给予5万元奖励。\n`, text)).toEqual(['在第（二）项之后增加一项，作为第（三）项：“（三）奖励引才。引进人才的，给予5万元奖励。”'])
  })

  test('nothing changed, nothing to decide', () => {
    expect(words(DRAFT)).toEqual([])
  })
})

describe('carried out on the old text it gives the new one', () => {
  test('between the two versions of Suzhou, both ways', () => {
    const other = suzhouSource('illustrative-amendment')
    expect(back(DRAFT, other)).toEqual({ text: other })
    expect(back(other, DRAFT)).toEqual({ text: DRAFT })
    expect(words(other)).toContainEqual(expect.stringContaining('将第一条中的“10项”修改为“15项”；将“同一应用场景，市财政”修改为“同一应用场景，本措施各项市级财政资金”。'))
  })

  test('figures', () => {
    const places = [...DRAFT.matchAll(/\d+(?=万元|%|项|年)/g)].map((match) => ({ at: match.index, length: match[0].length }))
    fc.assert(fc.property(fc.uniqueArray(fc.tuple(fc.nat(places.length - 1), fc.integer({ min: 1, max: 500 })), { selector: ([at]) => at, minLength: 1, maxLength: 8 }), (edits) => {
      let after = DRAFT
      for (const [nth, figure] of [...edits].sort((a, b) => b[0] - a[0])) {
        const place = places[nth]
        if (place !== undefined) after = after.slice(0, place.at) + figure + after.slice(place.at + place.length)
      }
      expect(back(DRAFT, after)).toEqual({ text: after })
    }), { numRuns: 60 })
  })

  test('any edits of a text of sentences, with repetitions', () => {
    const sentence = fc.array(fc.constantFrom('对企业', '给予', '50万元', '20万元', '奖励', '，', '、', '“甲”', '不超过'), { minLength: 1, maxLength: 6 }).map((words) => `${words.join('')}。`)
    const article = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(''))
    const text = fc.array(article, { minLength: 1, maxLength: 4 }).map((articles) => articles.map((each, at) => `${at + 1}.支持${each}`).join('\n'))
    fc.assert(fc.property(text, text, (before, after) => {
      expect(back(before, after)).toEqual({ text: after })
    }), { numRuns: 400 })
  })

  test('any two texts', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (before, after) => {
      expect(back(before, after)).toEqual({ text: after })
    }))
  })
})

test('a text that the decision does not fit is named, not guessed', () => {
  const decision = amendment(DRAFT, DRAFT.replace('实付工薪30%', '实付工薪40%'))
  expect(applyAmendment(DRAFT.replace('实付工薪30%', '实付工薪35%'), decision)).toEqual({ misfit: { article: '6', quote: '30%', found: 0 } })
  expect(applyAmendment(DRAFT.replace('不超过50万元', '不超过30%'), decision)).toEqual({ misfit: { article: '6', quote: '30%', found: 2 } })
})
