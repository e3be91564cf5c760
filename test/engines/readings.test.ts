import { expect, test } from 'vitest'
import type { Ambiguity } from '../../src/core/core.ts'
import { verifyPolicy } from '../../src/core/verify.ts'
import { compiled } from '../../src/engines/compiled/compiled.ts'
import type { Decision } from '../../src/engines/engine.ts'
import { chosenReadings } from '../../src/engines/readings.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import { jsonLogic } from '../../src/engines/json-logic/json-logic.ts'
import * as b from '../build-core.ts'

const ambiguity: Ambiguity = {
  id: 'A1', name: b.name('名额'), question: b.name('？'), at: [],
  readings: [{ name: b.name('甲', 'first'), meaning: b.name('甲'), isDefault: true }, { name: b.name('乙', 'second'), meaning: b.name('乙'), isDefault: false }],
}
const policy = b.policy({
  ambiguities: [ambiguity],
  clauses: [b.clause('1', '企业', [b.under(b.grant(b.yuan(100)), ['A1', '甲']), b.under(b.grant(b.yuan(300)), ['A1', '乙'])])],
})

test('the default unless another is chosen, by either name; a reading that is not declared is no choice', () => {
  expect(chosenReadings(policy, [])).toEqual([{ ambiguity: 'A1', reading: '甲' }])
  expect(chosenReadings(policy, [{ ambiguity: 'A1', reading: 'second' }])).toEqual([{ ambiguity: 'A1', reading: '乙' }])
  expect(chosenReadings(policy, [{ ambiguity: 'A1', reading: '丙' }, { ambiguity: 'A9', reading: '乙' }])).toEqual([{ ambiguity: 'A1', reading: '甲' }])
})
test('a statement holds only under its reading', () => {
  const under = (reading: string): string => b.brief(b.line(interpret(policy, b.input([b.dossier('A')], { readings: [{ ambiguity: 'A1', reading }] })), '1', 'A'))
  expect(under('甲')).toBe('holds 100.00')
  expect(under('乙')).toBe('holds 300.00')
})
test('one reading may hold a sum to be due, another leave it to a decision: the line is of the kind of its reading', () => {
  const mixed = b.policy({ ambiguities: [ambiguity], clauses: [b.clause('1', '企业', [b.under(b.grant(b.yuan(100)), ['A1', '甲']), b.under(b.ceiling(b.yuan(300)), ['A1', '乙'])])] })
  expect(verifyPolicy(mixed)).toEqual([])
  const decided = { kind: 'amount', clause: '1', applicant: 'A', subject: 'A', amount: 20_000n } as const
  for (const engine of [interpreter, compiled, jsonLogic]) {
    const under = (reading: string, decisions: readonly Decision[] = []): readonly [string, string, readonly string[]] => {
      const outcome = engine.evaluate(mixed, b.input([b.dossier('A')], { readings: [{ ambiguity: 'A1', reading }], decisions }))
      if (outcome.kind === 'refusal') throw new Error(engine.name)
      const line = b.line(outcome.result, '1', 'A')
      return [line.kind, b.brief(line), outcome.result.notes.map(({ code }) => code)]
    }
    expect(under('甲')).toEqual(['grant', 'holds 100.00', []])
    expect(under('甲', [decided])).toEqual(['grant', 'holds 100.00', ['unknown-decision']])
    expect(under('乙')).toEqual(['ceiling', 'awaits-decision 0.00..300.00', []])
    expect(under('乙', [decided])).toEqual(['ceiling', 'holds 200.00', []])
  }
})
