import { expect, test } from 'vitest'
import { folding } from '../../src/service/folding.ts'
import { CLAUSE, marked } from './fixture.ts'

test('statements fold, and blocks of comments', () => {
  const { workspace, file } = marked(`# 一\n# 二\n\n${CLAUSE}`)
  expect(folding(workspace, file)).toEqual([{ first: 1, last: 2, kind: 'comment' }, { first: 4, last: 10, kind: 'statement' }])
})
