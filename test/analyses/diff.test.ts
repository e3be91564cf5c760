import { expect, test } from 'vitest'
import { policyDifference, type StatementChange } from '../../src/analyses/diff.ts'
import { suzhou } from './suzhou.ts'

const DRAFT = suzhou('consultation-draft')
const brief = ({ change, key, parts }: StatementChange): string => [change, key, ...parts].join(' ')

test('a figure: the amount and the words, the figure once though each reading writes it', () => {
  const { statements, others, vocabulary, unchanged } = policyDifference(DRAFT, suzhou('consultation-draft', ['实付工薪30%', '实付工薪40%'], ['给予 30% 的', '给予 40% 的']))
  expect(statements.map(brief)).toEqual(['changed clause 6.1 amount wording'])
  expect(statements[0]?.figures).toEqual([{ type: { kind: 'ratio' }, before: '3/10', after: '2/5' }])
  expect(statements[0]?.before[0]).toContain('实付工薪30%')
  expect(statements[0]?.after[0]).toContain('实付工薪40%')
  expect([others, vocabulary]).toEqual([[], []])
  expect(unchanged).toBe(policyDifference(DRAFT, DRAFT).unchanged - 1)
})

test('a limit of a clause is a part of the clause', () => {
  const { statements } = policyDifference(DRAFT, suzhou('consultation-draft', ['不超过50万元', '不超过40万元'], ['最高 50万元 累计', '最高 40万元 累计']))
  expect(statements.map(brief)).toEqual(['changed clause 6.1 limit wording'])
})

test('the two versions of Suzhou, there and back', () => {
  const amended = suzhou('illustrative-amendment')
  const there = policyDifference(DRAFT, amended)
  expect(there.statements.map(brief)).toMatchInlineSnapshot(`
    [
      "changed clause 1.1 limit wording",
      "removed clause 2.3",
      "added clause 5.5",
      "changed clause 6.1 amount wording",
      "changed clause 6.2 content wording",
      "changed constraint 1.3 meaning wording",
    ]
  `)
  expect(there.others.map(brief)).toMatchInlineSnapshot(`
    [
      "removed ambiguity A3",
    ]
  `)
  expect(there.vocabulary.map(({ change, of, name }) => [change, of.zh, name.zh].join(' '))).toMatchInlineSnapshot(`[]`)
  const back = policyDifference(amended, DRAFT)
  expect(back.statements.filter((each) => each.change === 'added').map((each) => each.key)).toEqual(there.statements.filter((each) => each.change === 'removed').map((each) => each.key))
  expect(back.unchanged).toBe(there.unchanged)
})

test('nothing differs from itself', () => {
  expect(policyDifference(DRAFT, DRAFT)).toMatchObject({ statements: [], others: [], vocabulary: [] })
})
