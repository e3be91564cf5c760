import { expect, test } from 'vitest'
import { inlayHints } from '../../src/service/inlay-hints.ts'
import { CLAUSE, marked } from './fixture.ts'

test('amounts in yuan, and from where on a cap binds', () => {
  const { workspace, file, text } = marked(CLAUSE)
  expect(inlayHints(workspace, file, { start: 0, end: text.length }).map(({ offset, label }) => [text.slice(offset - 4, offset), label.zh, label.en])).toEqual([
    ['实付工薪', '满 1,666,666.67元 即封顶', 'capped from 1,666,666.67 yuan'],
    ['50万元', '= 500,000元', '= 500,000 yuan'],
  ].map(([end, zh, en]) => [(end ?? '').slice(-4).padStart(4, ' '), zh, en]))
})
