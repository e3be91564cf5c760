import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runExample } from '../../src/analyses/examples.ts'
import { readingsThatMatter } from '../../src/analyses/readings-that-matter.ts'
import { compile } from '../../src/compile.ts'
import type { Input } from '../../src/engines/engine.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import type { Intake } from '../../src/intake/problem.ts'
import { readDecisions, readDossiers, readLedger } from '../../src/intake/read.ts'
import { readVersion, root, versionFolders } from '../properties/policies.ts'

/** What is promised of every model text: its file, its examples and its own dossiers. */
const SLOW = 120_000

const models = versionFolders().map((folder) => ({ folder, build: compile(readVersion(join(root(), folder))) })).filter(({ build }) => build.policy?.edition === 'model-text')

function clean<T>({ value, problems }: Intake<T>): T {
  expect(problems).toEqual([])
  return value
}

describe.each(models)('$folder', ({ folder, build }) => {
  const policy = build.policy!
  const dossiers = join(root(), dirname(folder), 'dossiers')
  const file = (name: string): string => readFileSync(join(dossiers, name), 'utf8')
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(dossiers, name)))
  /** The days that the dossiers' README says to ask for. */
  const dayAfter = (option: string): string | undefined => new RegExp(`--${option} (\\d{4}-\\d{2}-\\d{2})`).exec(file('README.md'))?.[1]

  const input = (): Input => ({
    on: dayAfter('on') ?? '', asIfPublished: dayAfter('as-if-published') ?? null, readings: [],
    applicants: clean(readDossiers(policy, bytes('applicants.json'))),
    ledger: clean(readLedger(policy, bytes('ledger.json'))),
    decisions: clean(readDecisions(policy, bytes('decisions.json'))),
  })

  test('compiles without any diagnostic, and every piece of the text is accounted for, whole', () => {
    expect(build.diagnostics.map(({ code, file: where, facts }) => [code, where, facts])).toEqual([])
    expect(build.coverage.filter(({ standing, uncovered }) => !['encoded', 'direction', 'recital', 'ambiguous'].includes(standing) || uncovered.length > 0).map(({ segment }) => segment.id)).toEqual([])
  })

  test('has at least twenty examples, and they hold', () => {
    expect(policy.examples.length).toBeGreaterThanOrEqual(20)
    expect(policy.examples.filter((example) => runExample(interpreter, policy, example).length > 0).map(({ name }) => name.zh)).toEqual([])
  }, SLOW)

  test('has at least twelve applicants; no decision is beside the point; a population beside them', () => {
    const result = interpret(policy, input())
    expect(result.inForce).toBe(true)
    expect(result.applicants.length).toBeGreaterThanOrEqual(12)
    expect(result.notes.filter(({ code }) => code === 'unknown-decision')).toEqual([])
    expect(existsSync(join(root(), dirname(folder), 'population.json'))).toBe(true)
  })

  test('each clause holds for one of them, or in an example, and fails for another', () => {
    const lines = interpret(policy, input()).applicants.flatMap((applicant) => applicant.lines)
    const ids = policy.clauses.filter(({ kind }) => kind !== 'direction').map(({ id }) => id)
    const expected = policy.examples.flatMap((example) => example.expected)
    const shown = new Set(expected.flatMap(({ clause, standing }) => (clause !== null && (standing === 'holds' || standing === 'awaits-decision') ? [clause] : [])))
    const without = (wanted: readonly string[]): readonly string[] => ids.filter((id) => !lines.some((line) => line.clause === id && wanted.includes(line.standing)))
    expect(without(['holds', 'awaits-decision']).filter((id) => !shown.has(id))).toEqual([])
    expect(without(['fails'])).toEqual([])
  })

  test('some facts are missing, some are unknown, some do not apply', () => {
    const { applicants } = input()
    const things = [...applicants, ...applicants.flatMap(({ matters }) => matters)]
    const entityOf = (one: (typeof things)[number]): string => ('entity' in one ? one.entity : '')
    const asked = (entity: string): number => Math.max(...things.filter((one) => entityOf(one) === entity).map(({ facts }) => facts.size))
    expect(things.some((one) => one.facts.size < asked(entityOf(one)))).toBe(true)
    const states = new Set(things.flatMap(({ facts }) => [...facts.values()]).map(({ state }) => state))
    expect(states).toEqual(new Set(['given', 'unknown', 'not-applicable']))
    expect(interpret(policy, input()).applicants.flatMap(({ lines }) => lines).some(({ missing }) => missing.length > 0)).toBe(true)
  })

  test('each ambiguity changes what somebody gets, among the applicants or in an example of its own', () => {
    const given = input()
    const mattering = new Set([...readingsThatMatter(interpreter, policy, given, interpret(policy, given)).values()].flat())
    const shown = new Set(policy.examples.flatMap(({ readings }) => readings.map(({ ambiguity }) => ambiguity)))
    expect(policy.ambiguities.map(({ id }) => id).filter((id) => !mattering.has(id) && !shown.has(id))).toEqual([])
  }, SLOW)
})
