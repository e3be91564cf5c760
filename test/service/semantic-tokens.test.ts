import { expect, test } from 'vitest'
import { semanticTokens } from '../../src/service/semantic-tokens.ts'
import { CLAUSE, marked } from './fixture.ts'

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
