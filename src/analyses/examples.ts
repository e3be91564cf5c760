import type { Example, Expectation, Policy, ReadingRef } from '../core/core.ts'
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

function mentions(expected: Expectation, found: readonly string[]): readonly Difference[] {
  return expected.ambiguities.filter((each) => !found.includes(each)).map((each) => ({ kind: 'ambiguity', expected: each, found }))
}

function lineDifferences(expected: Expectation, line: Line, mattering: Mattering): readonly Difference[] {
  const missing = line.missing.map((each) => each.field)
  const differences: Difference[] = []
  if (expected.standing !== null && expected.standing !== line.standing) differences.push({ kind: 'standing', expected: expected.standing, found: line.standing })
  differences.push(...ranges(expected, line))
  if (expected.status !== null && expected.status !== line.status) differences.push({ kind: 'status', expected: expected.status, found: line.status })
  if (expected.duration !== null && BigInt(expected.duration) !== line.duration) differences.push({ kind: 'duration', expected: BigInt(expected.duration), found: line.duration })
  for (const field of expected.missing) if (!missing.includes(field)) differences.push({ kind: 'missing', expected: field, found: missing })
  return [...differences, ...mentions(expected, mattering.get(line.applicant) ?? [])]
}

function compareOne(example: Example, expectation: Expectation, result: Result, mattering: Mattering): readonly ExampleFinding[] {
  const finding = (difference: Difference, line: Line | null = null): ExampleFinding => ({ example, expectation, difference, line, readings: result.readings })
  if (expectation.clause === null) {
    const all = [...new Set([...mattering.values()].flat())]
    return [...ranges(expectation, totalRange(result)), ...mentions(expectation, all)].map((difference) => finding(difference))
  }
  const ofClause = result.applicants.flatMap((applicant) => applicant.lines).filter((line) => line.clause === expectation.clause)
  const subjects = ofClause.map((line) => line.subject)
  const lines = expectation.subject === null ? ofClause : ofClause.filter((line) => line.subject === expectation.subject)
  const [line] = lines
  if (line === undefined) return [finding({ kind: 'no-line', subjects })]
  if (lines.length > 1) return [finding({ kind: 'several-lines', subjects })]
  return lineDifferences(expectation, line, mattering).map((difference) => finding(difference, line))
}

/** Runs one example through an engine and compares what it expects with what comes out. */
export function runExample(engine: Engine, policy: Policy, example: Example): readonly ExampleFinding[] {
  const input = exampleInput(example)
  const outcome = engine.evaluate(policy, input)
  if (outcome.kind === 'refusal') return [{ example, expectation: null, difference: { kind: 'refused', refusals: outcome.refusals }, line: null, readings: example.readings }]
  const named = example.expected.some((each) => each.ambiguities.length > 0)
  const mattering = named ? readingsThatMatter(engine, policy, input, outcome.result) : new Map<string, readonly string[]>()
  return example.expected.flatMap((expectation) => compareOne(example, expectation, outcome.result, mattering))
}

/** Runs all examples of a policy. An empty list: every expectation came out. */
export function runExamples(engine: Engine, policy: Policy): readonly ExampleFinding[] {
  return policy.examples.flatMap((example) => runExample(engine, policy, example))
}
