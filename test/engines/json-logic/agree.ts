import { expect } from 'vitest'
import type { Policy } from '../../../src/core/core.ts'
import type { Input, Line, Refusal, Result, Sum } from '../../../src/engines/engine.ts'
import { interpreter } from '../../../src/engines/interpret/interpret.ts'
import { jsonLogic } from '../../../src/engines/json-logic/json-logic.ts'

function lineText(line: Line): string {
  const { clause, applicant, subject, standing, committed, possible, status, possibleStatuses, duration } = line
  return `${clause} ${applicant}/${subject} ${standing} ${committed}..${possible} ${status} [${possibleStatuses.join()}] ${duration}`
}

function sumText({ committed, possible, unstated }: Sum): string {
  return `${committed}..${possible} +${unstated}`
}

/** What two engines must agree on, as text: every line, and every total. */
export function essence({ inForce, readings, applicants, totals }: Result): readonly string[] {
  const grouped = [totals.byClause, totals.byMeasure, totals.byAgency, totals.byYear].flatMap((map) => [...map].map(([name, sum]) => `${name}: ${sumText(sum)}`))
  return [
    `in force ${inForce}`, JSON.stringify(readings),
    ...applicants.flatMap(({ id, lines, total, repayment }) => [...lines.map(lineText), `${id}: ${sumText(total)}, back ${sumText(repayment)}`]),
    sumText(totals), sumText(totals.repayment), JSON.stringify(totals.standings), ...grouped,
  ]
}

/** The refusals of json-logic; none when it gave a result, and then the result is the interpreter's. */
export function agree(policy: Policy, input: Input): readonly Refusal[] {
  const outcome = jsonLogic.evaluate(policy, input)
  if (outcome.kind === 'refusal') {
    expect(outcome.refusals.length).toBeGreaterThan(0)
    return outcome.refusals
  }
  const expected = interpreter.evaluate(policy, input)
  if (expected.kind === 'refusal') throw new Error('the interpreter never refuses')
  expect(essence(outcome.result)).toEqual(essence(expected.result))
  return []
}
