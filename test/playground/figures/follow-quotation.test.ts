import { expect, test } from 'vitest'
import { followQuotation } from '../../../playground/figures/follow-quotation.ts'
import { figuresOf } from '../../../playground/figures/link.ts'
import { knownStatements } from '../../../playground/figures/statements.ts'
import { applyEdits } from '../../../playground/state/edits.ts'
import { segmentSource } from '../../../src/source/segments.ts'
import { parseFile } from '../../../src/syntax/parse.ts'

const QUOTE = '对甲按30%给予奖励，最高50万元。'
const CODE = `条款 1.1 奖励 (award)
  依据 “${QUOTE}”
  对 每个 企业
  给予 30% 的 投入
  最高 50万元
`

/** The code after its quotation was brought up to the sentence. */
function brought(sentence: string, code = CODE): string {
  const source = `1.支持创新。${sentence}\n`
  const texts = { 'a.heng': code, 'source.txt': source }
  const figures = figuresOf(knownStatements([parseFile('a.heng', code).value], segmentSource(source)), source, 'source.txt')
  const start = code.indexOf(QUOTE)
  return applyEdits(texts, followQuotation(figures, texts, { file: 'a.heng', span: { start, end: start + QUOTE.length }, text: sentence }))['a.heng'] ?? ''
}

test('the literals take the numbers of the sentence, each in its own unit', () => {
  const after = brought('对乙按45%给予奖励，最高60万元。')
  expect(after).toContain('“对乙按45%给予奖励，最高60万元。”')
  expect(after).toContain('给予 45% 的 投入')
  expect(after).toContain('最高 60万元')
  expect(brought('对乙按30%给予奖励，最高60万元。', CODE.replace('最高 50万元', '最高 500,000元'))).toContain('最高 600,000元')
})

test('other words alone change no literal', () => {
  expect(brought('对乙按30%给予奖励，最高50万元。')).toBe(CODE.replace('对甲', '对乙'))
})

test('with numbers more, fewer or of other kinds the literals stay', () => {
  for (const sentence of ['对乙按45%给予奖励。', '对乙按45%给予奖励，最高60万元，至多3项。', '对乙最高60万元，按45%给予奖励。']) {
    expect(brought(sentence)).toBe(CODE.replace(QUOTE, sentence))
  }
})
