import { describe, expect, test } from 'vitest'
import type { Decision } from '../../../src/engines/engine.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'
import * as b from '../../build-core.ts'

const matters = [b.entity('项目')]
const ceiling = b.clause('1', '项目', b.ceiling(b.yuan(100)))
const power = b.clause('2', '项目', b.grant(b.yuan(50)), { powers: b.POWER })
const after = (...decisions: readonly Decision[]): readonly string[] => {
  const result = interpret(b.policy({ matters, clauses: [ceiling, power] }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p'))], { decisions }))
  return result.applicants.flatMap(({ lines }) => lines.map((line) => `${line.clause} ${b.brief(line)}`))
}
const OPEN = ['1 awaits-decision 0.00..100.00', '2 awaits-decision 0.00..50.00']

describe('what was decided about a line', () => {
  test('nothing', () => {
    expect(after()).toEqual(OPEN)
  })
  test('an amount of zero is a decision', () => {
    expect(after(b.decide('1', 'A', 'p', 0))).toEqual(['1 holds 0.00', OPEN[1]])
  })
  test('exactly the ceiling may be granted', () => {
    expect(after(b.decide('1', 'A', 'p', 100))).toEqual(['1 holds 100.00', OPEN[1]])
  })
  test('a negative amount is none', () => {
    expect(after(b.decide('1', 'A', 'p', -1))).toEqual(OPEN)
  })
  test('of another clause, applicant or subject says nothing of this line', () => {
    expect(after(b.decide('3', 'A', 'p', 7), b.decide('1', 'B', 'p', 8), b.decide('1', 'A', 'q', 9))).toEqual(OPEN)
  })
  test('an amount says that the power is used, a later word that it is not takes it back', () => {
    expect(after(b.decide('2', 'A', 'p', 50))).toEqual([OPEN[0], '2 holds 50.00'])
    expect(after(b.decide('2', 'A', 'p', 50), b.decide('2', 'A', 'p', false))).toEqual([OPEN[0], '2 fails 0.00'])
  })
  test('a ceiling whose text states no amount may be fixed at zero', () => {
    const policy = b.policy({ matters, clauses: [b.clause('1', '项目', b.ceiling(null))] })
    const result = interpret(policy, b.input([b.dossier('A', {}, b.matterOf('项目', 'p'))], { decisions: [b.decide('1', 'A', 'p', 0)] }))
    expect(b.brief(b.line(result, '1', 'p'))).toBe('holds 0.00')
  })
})

test('a decision that decides nothing about its line is reported', () => {
  const clauses = [ceiling, b.clause('3', '项目', b.grant(b.yuan(5)))]
  const stray = (decision: Decision): readonly unknown[] =>
    interpret(b.policy({ matters, clauses }), b.input([b.dossier('A', {}, b.matterOf('项目', 'p'))], { decisions: [decision] })).notes.map(({ code, lines, message }) => [code, lines, message.en])
  const note = (line: string): readonly unknown[] => [['unknown-decision', [line], `a decision concerns no line and was not used: ${line}`]]
  expect(stray(b.decide('3', 'A', 'p', 5))).toEqual(note('3 A p'))
  expect(stray(b.decide('1', 'A', 'p', true))).toEqual(note('1 A p'))
  expect(stray(b.decide('1', 'A', 'p', -1))).toEqual(note('1 A p'))
  expect(stray(b.decide('1', 'B', 'p', 5))).toEqual(note('1 B p'))
  expect(stray(b.decide('1', 'A', 'p', 0))).toEqual([])
})
