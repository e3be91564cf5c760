import type { Policy, ReadingRef } from '../core/core.ts'
import type { Engine, Input, Line, Result } from '../engines/engine.ts'
import { otherReadings, sameOutcome } from './readings-that-matter.ts'

/** What a line is under another reading of one ambiguity; null where there is no such line then. */
export interface OtherLine {
  readonly other: ReadingRef
  readonly line: Line | null
}

const placeOf = ({ applicant, clause, subject, period }: Line): string => JSON.stringify([applicant, clause, subject, period?.from ?? null])

/**
 * For each line, the other readings that would change it, one ambiguity at a time, and what it would be.
 * @param result what the engine gave for `input` itself
 * @param step called after each evaluation with the number done
 */
export function linesUnderOtherReadings(
  engine: Engine, policy: Policy, input: Input, result: Result, lines: readonly Line[], step: (done: number) => void = () => undefined,
): (line: Line) => readonly OtherLine[] {
  const found = new Map<string, OtherLine[]>(lines.map((line) => [placeOf(line), []]))
  const owners = new Set(lines.map(({ applicant }) => applicant))
  otherReadings(policy, result.readings).forEach((other, at) => {
    const run = engine.evaluate(policy, { ...input, readings: [...input.readings.filter((each) => each.ambiguity !== other.ambiguity), other] })
    step(at + 1)
    if (run.kind === 'refusal') return
    const there = new Map(run.result.applicants.filter(({ id }) => owners.has(id)).flatMap((each) => each.lines.map((line) => [placeOf(line), line])))
    for (const line of lines) {
      const under = there.get(placeOf(line)) ?? null
      if (under === null || !sameOutcome(line, under)) found.get(placeOf(line))?.push({ other, line: under })
    }
  })
  return (line) => found.get(placeOf(line)) ?? []
}
