import { describe, expect, test } from 'vitest'
import type { Clause, Limit } from '../../../src/core/core.ts'
import type { Input, Line, Matter, Result } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const P = b.subject('项目')
const score = b.field(b.COUNT, P, '得分')
const amount = b.field(b.MONEY, P, '金额')
const one = (): Clause => b.clause('1', '项目', b.grant(amount))
const project = (id: string, has: Parameters<typeof b.matterOf>[2]): Matter => b.matterOf('项目', id, has)
function evaluate(clauses: readonly Clause[], limits: readonly Limit[], of: readonly Matter[], more: Partial<Input> = {}): Result {
  const matters = [b.entity('项目', b.fieldOf('得分', b.COUNT), b.fieldOf('金额', b.MONEY))]
  return interpret(b.policy({ matters, clauses, limits }), b.input([b.dossier('A', {}, ...of)], more))
}
const lines = (result: Result): readonly string[] => result.applicants.flatMap((applicant) => applicant.lines.map((line) => `${line.clause} ${line.subject}: ${b.brief(line)}`))
const codes = (line: Line): readonly string[] => line.adjustments.map(({ constraint, code, because }) => `${constraint} ${code} [${because.join('; ')}]`)
const total = ({ totals }: Result): string => `${totals.committed / 100n}..${totals.possible / 100n}`

describe('whole or nothing', () => {
  const budget = b.limit('9', 'budget', ['1'], b.yuan(10), { period: 'year', share: b.ranked({ '1': score }, 'ascending'), whole: true })
  const three = (first: number | null, second: number | null, third: number | null): readonly Matter[] => [first, second, third].map((of, at) => project(`c${at + 1}`, { 金额: of === null ? null : b.rmb(of), 得分: at + 1 }))

  test('after the line that does not fit nobody is paid, though a smaller one would fit', () => {
    const result = evaluate([one()], [budget], three(6, 5, 1))
    expect(lines(result)).toEqual(['1 c1: holds 6.00', '1 c2: withdrawn 0.00', '1 c3: withdrawn 0.00'])
    expect(codes(b.line(result, '1', 'c2'))).toEqual(['9 not-whole [1 c1]'])
    expect(codes(b.line(result, '1', 'c3'))).toEqual(['9 not-whole [1 c1; 1 c2]'])
    expect(total(result)).toBe('6..6')
  })
  test('to the fen', () => {
    expect(lines(evaluate([one()], [budget], three(6, 4, 0)))).toEqual(['1 c1: holds 6.00', '1 c2: holds 4.00', '1 c3: holds 0.00'])
    expect(lines(evaluate([one()], [budget], three(6, 4.01, 0)))).toEqual(['1 c1: holds 6.00', '1 c2: withdrawn 0.00', '1 c3: holds 0.00'])
  })
  test('an amount before it that is not known leaves it open; in all no more than the limit', () => {
    const result = evaluate([one()], [budget], three(6, null, 3))
    expect(lines(result)).toEqual(['1 c1: holds 6.00', '1 c2: undetermined 0.00..4.00 ?金额', '1 c3: undetermined 0.00..3.00 ?金额'])
    expect(codes(b.line(result, '1', 'c2'))).toEqual(['9 whole-unknown [1 c1]'])
    expect(total(result)).toBe('6..10')
  })
  test('what is not known and fits whatever it is stays as it is', () => {
    const upTo = b.clause('1', '项目', b.ceiling(b.yuan(4)))
    expect(lines(evaluate([upTo], [budget], three(1, 1, 1).slice(0, 2)))).toEqual(['1 c1: awaits-decision 0.00..4.00', '1 c2: awaits-decision 0.00..4.00'])
  })
  test('earlier grants of the year come first', () => {
    const full = evaluate([one()], [budget], three(6, 1, 1), { ledger: [b.paid('1', 'B', 'x', 5, '2026-02-01')] })
    expect(lines(full)).toEqual(['1 c1: withdrawn 0.00', '1 c2: withdrawn 0.00', '1 c3: withdrawn 0.00'])
    expect(codes(b.line(full, '1', 'c1'))).toEqual(['9 not-whole [1 x 2026-02-01]'])
  })
  test('a tie at the edge is reported', () => {
    const tied = [project('c1', { 金额: b.rmb(6), 得分: 1 }), project('c2', { 金额: b.rmb(5), 得分: 1 })]
    const result = evaluate([one()], [budget], tied)
    expect(lines(result)).toEqual(['1 c1: undetermined 0.00..6.00', '1 c2: undetermined 0.00..5.00'])
    expect(result.notes.map(({ code }) => code)).toEqual(['tie'])
  })
})
