import { expect, test } from 'vitest'
import { KEYWORDS } from '../../grammar/keywords.ts'
import { STAGES, stageOf, type Stage } from '../../grammar/stages.ts'
import { LIMIT_ORDER } from '../../src/core/core.ts'
import { LIMIT_KINDS } from '../../src/core/limit-kinds.ts'

test('the sorts of limit are those of the core, in its order, each with a word in both languages', () => {
  expect(Object.keys(STAGES)).toEqual(LIMIT_ORDER)
  for (const stage of Object.keys(STAGES) as Stage[]) expect([stageOf(STAGES[stage].zh), stageOf(STAGES[stage].en)]).toEqual([stage, stage])
  expect(stageOf('总额')).toBeNull()
})

test('the order of limits spells them as they are called wherever a person reads of them', () => {
  for (const stage of Object.keys(STAGES) as Stage[]) expect(STAGES[stage].zh).toBe(LIMIT_KINDS[stage].zh)
})

test('all but one of the words are no keywords: a constraint may be called by them', () => {
  const spellings = new Set(Object.values(KEYWORDS).flatMap(({ zh, en }) => [zh, en]))
  expect((Object.keys(STAGES) as Stage[]).filter((stage) => spellings.has(STAGES[stage].zh) || spellings.has(STAGES[stage].en))).toEqual(['once'])
})
