import { expect, test } from 'vitest'
import { formatting } from '../../src/service/formatting.ts'
import { applied, CLAUSE, marked } from './fixture.ts'

test('formatting is one edit that gives the canonical form', () => {
  const one = marked(CLAUSE.replace('  最高 50万元', '最高   500,000元'))
  expect(applied(one.text, formatting(one.workspace, one.file))).toBe(CLAUSE)
  const done = marked(CLAUSE)
  expect(formatting(done.workspace, done.file)).toEqual([])
})
