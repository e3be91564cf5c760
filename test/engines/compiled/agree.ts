import { expect } from 'vitest'
import type { Policy } from '../../../src/core/core.ts'
import type { Input, Line, Note, Result, Sum } from '../../../src/engines/engine.ts'
import { compiled } from '../../../src/engines/compiled/compiled.ts'
import { interpret } from '../../../src/engines/interpret/interpret.ts'

const plain = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}` : one))

function lineText(line: Line, named: boolean): string {
  const { reasons: _reasons, trace: _trace, adjustments, ...rest } = line
  return plain([rest, named ? adjustments : adjustments.map(({ because: _because, ...one }) => one)])
}

const sumText = ({ committed, possible, unstated }: Sum): string => `${committed}..${possible} +${unstated}`
const noteText = (note: Note): string => plain(note)

/** All that two engines must agree on, as text; `named`: with the lines that took a place. */
export function essence({ inForce, readings, applicants, totals, notes }: Result, named = true): readonly string[] {
  const grouped = [totals.byClause, totals.byMeasure, totals.byAgency, totals.byYear, totals.byPayer].flatMap((map) => [...map].map(([name, sum]) => `${name}: ${sumText(sum)}`).sort())
  return [
    `in force ${inForce}`, plain(readings),
    ...applicants.flatMap(({ id, lines, total, repayment }) => [...lines.map((line) => lineText(line, named)), `${id}: ${sumText(total)}, back ${sumText(repayment)}`]),
    sumText(totals), sumText(totals.repayment), plain(totals.standings), ...grouped, ...notes.map(noteText),
  ]
}

export function evaluated(policy: Policy, input: Input): Result {
  const outcome = compiled.evaluate(policy, input)
  if (outcome.kind === 'refusal') throw new Error('the compiled engine never refuses')
  return outcome.result
}

export function agree(policy: Policy, input: Input, named = true): void {
  expect(essence(evaluated(policy, input), named)).toEqual(essence(interpret(policy, input), named))
}
