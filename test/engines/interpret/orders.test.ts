import { expect, test } from 'vitest'
import type { Limit } from '../../../src/core/core.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const limitOf = (id: string, kind: Limit['kind'], of: readonly string[], most: number, share: Limit['share'] = { kind: 'text-order' }): Limit => b.limit(id, kind, of, b.yuan(most), { share })
const notes = (...limits: readonly Limit[]): readonly string[] =>
  interpret(b.policy({ matters: [b.entity('项目')], clauses: ['1', '2', '3'].map((id) => b.clause(id, '项目', b.grant(b.yuan(80)))), limits }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p'))]))
    .notes.map(({ code, limit, lines, message }) => `${code} ${limit} [${lines.join()}] ${message.zh}`)

// X first: line 1 is 50, then 60 over 50 and 80 (× 60/130): 23.07 and 36.92. Z first: 80 and 80 become 30 and 30.
const X = b.limit('X', 'total-cap', ['1'], b.yuan(50), { key: [P] })
const Z = limitOf('Z', 'total-cap', ['1', '2'], 60, { kind: 'pro-rata' })
const NOTE = 'order-dependent X [1 A p,2 A p] 约束 X 与 约束 Z（同为合计最高额）的先后影响结果，文本没有规定（前者在先／后者在先）：1 A p 23.07元／30元；2 A p 36.92元／30元'

test('two limits of one kind over common clauses, in an order that the text does not give', () => {
  expect(notes(X, Z)).toEqual([NOTE])
})

test('a limit between the two stays where it is', () => {
  expect(notes(X, limitOf('Y', 'total-cap', ['3'], 500), Z)).toEqual([NOTE])
})

test('one of the two bites: that is enough to look', () => {
  // 100 over 80 and 80 alone: 50 and 50; after it X finds 50 and leaves it. X first: 50 and 80 (× 100/130) are 38.46 and 61.53.
  expect(notes(limitOf('W', 'total-cap', ['1', '2'], 100, { kind: 'pro-rata' }), X)).toEqual([
    'order-dependent W [1 A p,2 A p] 约束 W 与 约束 X（同为合计最高额）的先后影响结果，文本没有规定（前者在先／后者在先）：1 A p 50元／38.46元；2 A p 50元／61.53元',
  ])
})

test('limits of different kinds, of different clauses, or that bite nowhere, have nothing to report', () => {
  expect(notes(X, { ...Z, kind: 'budget' })).toEqual([])
  expect(notes(X, { ...Z, clauses: ['2', '3'], key: { '2': [], '3': [] } })).toEqual([])
  expect(notes(limitOf('X', 'total-cap', ['1'], 5000), limitOf('Z', 'total-cap', ['1', '2'], 5000, { kind: 'pro-rata' }))).toEqual([])
})
