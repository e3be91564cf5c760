import { describe, expect, it } from 'vitest'
import { columnsOf, displayWidth, padEnd, padStart, wrap } from '../../src/base/width.ts'

describe('display width', () => {
  it.each([
    ['abc', 3], ['智能工厂', 8], ['20万元', 6], ['（，。）', 8], ['《》【】', 8], ['𠮷', 2], ['é', 1], ['', 0], ['ＡＢ', 4],
  ])('%s takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width))

  it('pads to columns, not to characters', () => {
    expect(padEnd('工厂', 6)).toBe('工厂  ')
    expect(padStart('20万元', 8)).toBe('  20万元')
    expect(padEnd('工厂', 2)).toBe('工厂')
  })

  it('gives the columns under a span', () => expect(columnsOf('给予 40%', { start: 3, end: 6 })).toEqual({ start: 5, end: 8 }))
})

describe('wrap', () => {
  it('breaks Chinese between characters, and never before a closing mark', () => {
    expect(wrap('一二三四五', 4)).toEqual(['一二', '三四', '五'])
    expect(wrap('一二。三四', 5)).toEqual(['一', '二。', '三四'])
  })
  it('breaks other text between words', () => expect(wrap('up to 30% of it', 6)).toEqual(['up to', '30% of', 'it']))
  it('keeps a word that is wider than the line', () => expect(wrap('extraordinary', 4)).toEqual(['extraordinary']))
  it('gives one empty line for an empty text', () => expect(wrap('', 10)).toEqual(['']))
})
