import type { Ambiguity, Policy, ReadingRef } from '../core/core.ts'
import type { ApplicantResult, Engine, Input, Line, Result } from '../engines/engine.ts'

/** By applicant, the ambiguities whose other readings would change one of its lines, in the policy's order. */
export type Mattering = ReadonlyMap<string, readonly string[]>

/** The reading of an ambiguity that counts in a run. */
export function chosenReading(ambiguity: Ambiguity, readings: readonly ReadingRef[]): string | null {
  const chosen = readings.find((each) => each.ambiguity === ambiguity.id)?.reading
  return chosen ?? ambiguity.readings.find((each) => each.isDefault)?.name.zh ?? null
}

/** Every reading other than those that count in the run. */
export function otherReadings(policy: Policy, readings: readonly ReadingRef[]): readonly ReadingRef[] {
  return policy.ambiguities.flatMap((ambiguity) => {
    const chosen = chosenReading(ambiguity, readings)
    return ambiguity.readings.filter((each) => each.name.zh !== chosen).map((each) => ({ ambiguity: ambiguity.id, reading: each.name.zh }))
  })
}

/** What a line gives, and who bears it. */
const outcome = (line: Line): string => [
  line.clause, line.subject, line.standing, line.committed, line.possible, line.status, line.possibleStatuses.join('/'), line.duration,
  ...line.payers.flatMap(({ agency, committed, possible }) => [agency, committed, possible]),
].join('\u0000')

export function sameOutcome(a: Line, b: Line): boolean {
  return outcome(a) === outcome(b)
}

function sameLines(a: ApplicantResult, b: ApplicantResult): boolean {
  return a.lines.length === b.lines.length && a.lines.every((line, at) => {
    const other = b.lines[at]
    return other !== undefined && sameOutcome(line, other)
  })
}

/**
 * Evaluates the input under each other reading, one ambiguity at a time, and says for whom it makes a difference.
 * An engine that refuses a reading leaves that reading uncompared; the reference interpreter never does.
 * @param result what the engine gave for `input` itself
 * @param step called after each evaluation with the number done
 * @param asked the ambiguities to look at
 */
export function readingsThatMatter(
  engine: Engine, policy: Policy, input: Input, result: Result, step: (done: number) => void = () => undefined, asked: readonly string[] = policy.ambiguities.map(({ id }) => id),
): Mattering {
  const mattering = new Map<string, Set<string>>(result.applicants.map((each) => [each.id, new Set()]))
  otherReadings(policy, input.readings).filter(({ ambiguity }) => asked.includes(ambiguity)).forEach((other, at) => {
    const readings = [...input.readings.filter((each) => each.ambiguity !== other.ambiguity), other]
    const changed = engine.evaluate(policy, { ...input, readings })
    step(at + 1)
    if (changed.kind === 'refusal') return
    result.applicants.forEach((applicant, index) => {
      const under = changed.result.applicants[index]
      if (under !== undefined && !sameLines(applicant, under)) mattering.get(applicant.id)?.add(other.ambiguity)
    })
  })
  const order = policy.ambiguities.map((each) => each.id)
  return new Map([...mattering].map(([id, found]) => [id, order.filter((each) => found.has(each))]))
}
