import type { Example, Policy, ReadingRef } from '../core/core.ts'
import type { Expectation } from '../core/example.ts'
import type { Engine, Line, Refusal, Result } from '../engines/engine.ts'
import { exampleInput } from './example-input.ts'
import { type Mattering, readingsThatMatter } from './readings-that-matter.ts'

/** What of an expectation did not come out. Amounts in fen, durations in months; words are made from this in src/explain. */
export type Difference =
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  /** The clause has no line for the subject; `subjects` are those that it has lines for. */
  | { readonly kind: 'no-line'; readonly subjects: readonly string[] }
  /** No subject was named and the clause has several lines. */
  | { readonly kind: 'several-lines'; readonly subjects: readonly string[] }
  | { readonly kind: 'standing'; readonly expected: string; readonly found: string }
  | { readonly kind: 'amount'; readonly expected: Range; readonly found: Range }
  | { readonly kind: 'status'; readonly expected: string; readonly found: string | null }
  | { readonly kind: 'duration'; readonly expected: bigint; readonly found: bigint | null }
  | { readonly kind: 'payer'; readonly agency: string; readonly expected: Range; readonly found: Range }
  | { readonly kind: 'missing'; readonly expected: string; readonly found: readonly string[] }
  | { readonly kind: 'ambiguity'; readonly expected: string; readonly found: readonly string[] }

export interface Range {
  readonly committed: bigint
  readonly possible: bigint | null
}

/** An expectation of an example that did not come out. */
export interface ExampleFinding {
  readonly example: Example
  /** Null when the example could not be run at all. */
  readonly expectation: Expectation | null
  readonly difference: Difference
  /** The line that was found; null when there is none (a total, a missing line). */
  readonly line: Line | null
  /** The readings that counted. */
  readonly readings: readonly ReadingRef[]
}

function totalRange(result: Result): Range {
  return { committed: result.totals.committed, possible: result.totals.unstated > 0 ? null : result.totals.possible }
}

function ranges(expected: Expectation, found: Range): readonly Difference[] {
  if (expected.range === null) return []
  const wanted: Range = { committed: BigInt(expected.range.committed), possible: expected.range.possible === null ? null : BigInt(expected.range.possible) }
  return wanted.committed === found.committed && wanted.possible === found.possible ? [] : [{ kind: 'amount', expected: wanted, found }]
}

function payers(expected: Expectation, found: (agency: string) => Range): readonly Difference[] {
  return expected.payers.flatMap(({ agency, committed, possible }): readonly Difference[] => {
    const wanted: Range = { committed: BigInt(committed), possible: possible === null ? null : BigInt(possible) }
    const borne = found(agency)
    return wanted.committed === borne.committed && wanted.possible === borne.possible ? [] : [{ kind: 'payer', agency, expected: wanted, found: borne }]
  })
}

/** What an agency bears of these lines. */
function borneBy(lines: readonly Line[], agency: string): Range {
  return sum(lines.flatMap((line) => line.payers.filter((one) => one.agency === agency)))
}

function borneInAll({ totals: { byPayer } }: Result, agency: string): Range {
  const { committed, possible, unstated } = byPayer.get(agency) ?? { committed: 0n, possible: 0n, unstated: 0 }
  return { committed, possible: unstated > 0 ? null : possible }
}

function mentions(expected: Expectation, found: readonly string[]): readonly Difference[] {
  return expected.ambiguities.filter((each) => !found.includes(each)).map((each) => ({ kind: 'ambiguity', expected: each, found }))
}

/** What a subject has under a clause: one line, or one a period. The amounts are added up; a standing, a status and a duration are those of each line. */
function differencesOf(expected: Expectation, lines: readonly [Line, ...Line[]], mattering: Mattering): readonly Found[] {
  const [first] = lines
  const found: Found[] = []
  const other = <T>(wanted: T | null, of: (line: Line) => T | null): Line | undefined => (wanted === null ? undefined : lines.find((line) => of(line) !== wanted))
  const standing = other(expected.standing, (line) => line.standing)
  if (expected.standing !== null && standing !== undefined) found.push({ difference: { kind: 'standing', expected: expected.standing, found: standing.standing }, line: standing })
  found.push(...ranges(expected, sum(lines)).map((difference) => ({ difference, line: first })))
  found.push(...payers(expected, (agency) => borneBy(lines, agency)).map((difference) => ({ difference, line: first })))
  const status = other(expected.status, (line) => line.status)
  if (expected.status !== null && status !== undefined) found.push({ difference: { kind: 'status', expected: expected.status, found: status.status }, line: status })
  const wanted = expected.duration === null ? null : BigInt(expected.duration)
  const duration = other(wanted, (line) => line.duration)
  if (wanted !== null && duration !== undefined) found.push({ difference: { kind: 'duration', expected: wanted, found: duration.duration }, line: duration })
  const missing = [...new Set(lines.flatMap((line) => line.missing.map((each) => each.field)))]
  for (const field of expected.missing) if (!missing.includes(field)) found.push({ difference: { kind: 'missing', expected: field, found: missing }, line: first })
  return [...found, ...mentions(expected, mattering.get(first.applicant) ?? []).map((difference) => ({ difference, line: first }))]
}

interface Found {
  readonly difference: Difference
  readonly line: Line
}

function sum(lines: readonly Range[]): Range {
  const possible = lines.reduce<bigint | null>((total, line) => (total === null || line.possible === null ? null : total + line.possible), 0n)
  return { committed: lines.reduce((total, line) => total + line.committed, 0n), possible }
}

function compareOne(example: Example, expectation: Expectation, result: Result, mattering: Mattering): readonly ExampleFinding[] {
  const finding = (difference: Difference, line: Line | null = null): ExampleFinding => ({ example, expectation, difference, line, readings: result.readings })
  if (expectation.clause === null) {
    const all = [...new Set([...mattering.values()].flat())]
    return [...ranges(expectation, totalRange(result)), ...payers(expectation, (agency) => borneInAll(result, agency)), ...mentions(expectation, all)].map((difference) => finding(difference))
  }
  const ofClause = result.applicants.flatMap((applicant) => applicant.lines).filter((line) => line.clause === expectation.clause)
  const subjects = [...new Set(ofClause.map((line) => line.subject))]
  const [first, ...others] = expectation.subject === null ? ofClause : ofClause.filter((line) => line.subject === expectation.subject)
  if (first === undefined) return [finding({ kind: 'no-line', subjects })]
  if (others.some((line) => line.applicant !== first.applicant || line.subject !== first.subject)) return [finding({ kind: 'several-lines', subjects })]
  return differencesOf(expectation, [first, ...others], mattering).map(({ difference, line }) => finding(difference, line))
}

/** Runs one example through an engine and compares what it expects with what comes out. */
export function runExample(engine: Engine, policy: Policy, example: Example): readonly ExampleFinding[] {
  const input = exampleInput(example)
  const outcome = engine.evaluate(policy, input)
  if (outcome.kind === 'refusal') return [{ example, expectation: null, difference: { kind: 'refused', refusals: outcome.refusals }, line: null, readings: example.readings }]
  const compared = (asked?: readonly string[]): readonly ExampleFinding[] => {
    const mattering = readingsThatMatter(engine, policy, input, outcome.result, undefined, asked)
    return example.expected.flatMap((expectation) => compareOne(example, expectation, outcome.result, mattering))
  }
  const findings = compared(example.expected.flatMap(({ ambiguities }) => ambiguities))
  // The others are looked at only to say which matter instead of one that does not.
  return findings.some(({ difference }) => difference.kind === 'ambiguity') ? compared() : findings
}

/** Runs all examples of a policy. An empty list: every expectation came out. */
export function runExamples(engine: Engine, policy: Policy): readonly ExampleFinding[] {
  return policy.examples.flatMap((example) => runExample(engine, policy, example))
}
