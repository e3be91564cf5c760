import { expect, test } from 'vitest'
import { editsBetween, incompatible, withEdits } from '../../src/analyses/edits.ts'
import type { Policy } from '../../src/core/core.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'

const plain = (of: Partial<Policy>): Policy => b.policy({ applicant: b.entity('企业', b.fieldOf('工薪', b.MONEY)), ...of })
const grants = (...amounts: readonly number[]) => amounts.map((amount, at) => b.clause(`1.${at + 1}`, '企业', b.grant(b.yuan(amount))))
const input = b.input([b.dossier('甲')])
const total = (policy: Policy): bigint => interpret(policy, input).totals.committed

test('a figure that is written under each reading is one edit; other changes are of the statement as a whole', () => {
  const twice = (rate: number) => plain({ clauses: [b.clause('1.1', '企业', b.grant(b.binary('add', b.yuan(rate), b.yuan(rate))))] })
  expect(editsBetween(twice(1), twice(2)).map((each) => each.id)).toEqual(['clause 1.1#0'])
  const other = plain({ clauses: [b.clause('1.1', '企业', b.grant(b.yuan(2)))] })
  expect(editsBetween(twice(1), other).map((each) => [each.id, each.figure])).toEqual([['clause 1.1', null]])
})

test('words and names alone are no edit', () => {
  const [clause] = grants(1)
  if (clause === undefined) throw new Error('a clause')
  expect(editsBetween(plain({ clauses: [clause] }), plain({ clauses: [{ ...clause, name: b.name('别名'), cites: [b.cite('别的句子')] }] }))).toEqual([])
})

test('each edit can be made alone; a limit counts for the clauses that are there', () => {
  const before = plain({ clauses: grants(100, 200) })
  const after = plain({ clauses: grants(150, 200, 400), limits: [b.limit('K.1', 'total-cap', ['1.1', '1.3'], b.yuan(500))] })
  const edits = editsBetween(before, after)
  expect(edits.map((each) => [each.change, each.id])).toEqual([['changed', 'clause 1.1#0'], ['added', 'clause 1.3'], ['added', 'constraint K.1']])
  const made = (...ids: readonly string[]): bigint => total(withEdits(before, after, edits, new Set(ids)))
  expect([made(), made('clause 1.1#0'), made('clause 1.3'), made('constraint K.1'), made(...edits.map((each) => each.id))]).toEqual([30000n, 35000n, 70000n, 30000n, 70000n])
})

test('a fact of another type keeps two versions apart', () => {
  expect(incompatible(plain({}), plain({}))).toEqual([])
  expect(incompatible(plain({}), b.policy({ applicant: b.entity('企业', b.fieldOf('工薪', b.TEXT)) })).map((each) => each.zh)).toEqual(['工薪'])
})
