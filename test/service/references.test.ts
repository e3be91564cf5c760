import { expect, test } from 'vitest'
import { references } from '../../src/service/references.ts'
import { CLAUSE, marked, passages } from './fixture.ts'

test('every place of a name', () => {
  const one = marked(CLAUSE.replace('按 项目编号', '按 项目编<|>号'))
  expect(passages(one, references(one.workspace, one.file, one.offset))).toEqual(['measure.heng: 项目编号', 'policy.heng: 项目编号', 'policy.heng: project_number'])
})

test('the values of an enumeration, told by the fact beside them', () => {
  const one = marked('条款 1.2 平台奖励 (platform_award)\n  对 每个 平台\n  当 级别 为 省<|>级\n')
  expect(passages(one, references(one.workspace, one.file, one.offset))).toEqual(['measure.heng: 省级', 'policy.heng: 省级', 'policy.heng: provincial'])
})
