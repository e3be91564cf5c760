import { expect, test } from 'vitest'
import { quickFixes, reports } from '../../src/service/diagnostics.ts'
import { folding } from '../../src/service/folding.ts'
import { formatting } from '../../src/service/formatting.ts'
import { inlayHints } from '../../src/service/inlay-hints.ts'
import { outline } from '../../src/service/outline.ts'
import { semanticTokens } from '../../src/service/semantic-tokens.ts'
import { applied, CLAUSE, marked } from './fixture.ts'

test('reports in both languages, with a fix that is applied', () => {
  const one = marked(CLAUSE.replace('的 实付工薪', '的 实付<|>工新'))
  const [report] = reports(one.workspace, one.file)
  expect(report).toMatchObject({ code: 'unknown-name', severity: 'error', message: { zh: expect.stringContaining('实付工新'), en: expect.stringContaining('实付工新') } })
  const [fix] = quickFixes(one.workspace, one.file, { start: one.offset, end: one.offset })
  expect(applied(one.text, fix?.edits ?? [])).toBe(CLAUSE)
})

test('colours come from the lexer and from what names stand for', () => {
  const { workspace, file, text } = marked(`# 说明\n${CLAUSE}`)
  const tokens = semanticTokens(workspace, file).map(({ kind, span }) => [kind, text.slice(span.start, span.end)])
  expect(tokens.slice(0, 4)).toEqual([['comment', '# 说明'], ['statement', '条款'], ['number', '1.1'], ['name', '引才奖补']])
  expect(tokens).toContainEqual(['keyword', '对 每个'])
  expect(tokens).toContainEqual(['type', '人才项目'])
  expect(tokens).toContainEqual(['fact', '实付工薪'])
  expect(tokens).toContainEqual(['number', '50万元'])
  const spans = semanticTokens(workspace, file).map(({ span }) => span)
  expect(spans.every((span, index) => index === 0 || span.start >= (spans[index - 1]?.end ?? 0))).toBe(true)
})

test('amounts in yuan, and from where on a cap binds', () => {
  const { workspace, file, text } = marked(CLAUSE)
  expect(inlayHints(workspace, file, { start: 0, end: text.length }).map(({ offset, label }) => [text.slice(offset - 4, offset), label.zh, label.en])).toEqual([
    ['实付工薪', '满 1,666,666.67元 即封顶', 'capped from 1,666,666.67 yuan'],
    ['50万元', '= 500,000元', '= 500,000 yuan'],
  ].map(([end, zh, en]) => [(end ?? '').slice(-4).padStart(4, ' '), zh, en]))
})

test('statements fold, and blocks of comments', () => {
  const { workspace, file } = marked(`# 一\n# 二\n\n${CLAUSE}`)
  expect(folding(workspace, file)).toEqual([{ first: 1, last: 2, kind: 'comment' }, { first: 4, last: 10, kind: 'statement' }])
})

test('the outline names statements and what they declare', () => {
  const { workspace } = marked(CLAUSE)
  expect(outline(workspace, 'measure.heng').map(({ kind, id, name }) => [kind, id, name.zh, name.en])).toEqual([['clause', '1.1', '引才奖补', 'talent_award']])
  expect(outline(workspace, 'policy.heng').find(({ name }) => name.zh === '平台级别类')?.children.map(({ name }) => name.en)).toEqual(['national', 'provincial'])
})

test('formatting is one edit that gives the canonical form', () => {
  const one = marked(CLAUSE.replace('  最高 50万元', '最高   500,000元'))
  expect(applied(one.text, formatting(one.workspace, one.file))).toBe(CLAUSE)
  const done = marked(CLAUSE)
  expect(formatting(done.workspace, done.file)).toEqual([])
})
