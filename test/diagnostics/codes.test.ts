import { describe, expect, it } from 'vitest'
import { CODES } from '../../src/diagnostics/codes.ts'
import { messageOf, hintOf, severityOf } from '../../src/diagnostics/render.ts'
import { compileCorpus, corpusCodes } from './corpus.ts'

describe('every code', () => {
  it('has a folder in the corpus, and no folder is without a code', () => {
    expect([...corpusCodes()].sort()).toEqual(Object.keys(CODES).sort())
  })
})

describe.each(Object.keys(CODES) as (keyof typeof CODES)[])('%s', (code) => {
  it('is raised by its wrong example, and no other error is', () => {
    const { diagnostics } = compileCorpus(code, 'wrong')
    expect(diagnostics.map((one) => one.code)).toContain(code)
    expect(diagnostics.filter((one) => severityOf(one.code) === 'error' && one.code !== code)).toEqual([])
  })
  it('is not raised by its right example, which has no error', () => {
    const { diagnostics } = compileCorpus(code, 'right')
    expect(diagnostics.filter((one) => severityOf(one.code) === 'error' || one.code === code)).toEqual([])
  })
  it('gives every fact that its words need', () => {
    for (const one of compileCorpus(code, 'wrong').diagnostics) {
      for (const text of [messageOf(one, 'zh'), messageOf(one, 'en'), hintOf(one, 'zh'), hintOf(one, 'en')]) expect(text).not.toMatch(/\{\w+\}/)
    }
  })
})
