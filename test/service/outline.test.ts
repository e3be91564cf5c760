import { expect, test } from 'vitest'
import { outline } from '../../src/service/outline.ts'
import { CLAUSE, marked } from './fixture.ts'

test('the outline names statements and what they declare', () => {
  const { workspace } = marked(CLAUSE)
  expect(outline(workspace, 'measure.heng').map(({ kind, id, name }) => [kind, id, name.zh, name.en])).toEqual([['clause', '1.1', '引才奖补', 'talent_award']])
  expect(outline(workspace, 'policy.heng').find(({ name }) => name.zh === '平台级别类')?.children.map(({ name }) => name.en)).toEqual(['national', 'provincial'])
})
