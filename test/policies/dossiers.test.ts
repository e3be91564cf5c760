import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readingsThatMatter } from '../../src/analyses/readings-that-matter.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Applicant, Input, Result } from '../../src/engines/engine.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import type { Intake } from '../../src/intake/problem.ts'
import { readDossiers, readDecisions, readLedger } from '../../src/intake/read.ts'
import { formatOfName } from '../../src/intake/text.ts'
import { root } from '../properties/policies.ts'
import { compiled } from '../../src/engines/compiled/compiled.ts'
import { policyOf } from './evaluate.ts'

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(`${root()}/policies/suzhou-ai-plus/dossiers/${name}`))

function clean<T>({ value, problems }: Intake<T>): T {
  expect(problems).toEqual([])
  return value
}

function inputOf(policy: Policy): Input {
  return {
    on: '2026-06-30', asIfPublished: '2026-01-01', readings: [],
    applicants: clean(readDossiers(policy, bytes('applicants.json'))),
    ledger: clean(readLedger(policy, bytes('ledger.json'))),
    decisions: clean(readDecisions(policy, bytes('decisions.json'))),
  }
}

const evaluate = (policy: Policy): Result => interpret(policy, inputOf(policy))

const draft = policyOf('consultation-draft')
const amendment = policyOf('illustrative-amendment')

describe.each([['consultation-draft', draft], ['illustrative-amendment', amendment]])('the dossiers under the %s', (_, policy) => {
  const result = evaluate(policy)
  const lines = result.applicants.flatMap((applicant) => applicant.lines)

  test('at least twelve applicants, and no decision is beside the point', () => {
    expect(result.applicants.length).toBeGreaterThanOrEqual(12)
    expect(result.notes.filter(({ code }) => code === 'unknown-decision')).toEqual([])
  })

  test('each clause that has lines holds for one and fails for another', () => {
    const ids = policy.clauses.filter(({ kind }) => kind !== 'direction').map(({ id }) => id)
    const standing = (id: string, wanted: readonly string[]): boolean => lines.some((line) => line.clause === id && wanted.includes(line.standing))
    expect(ids.filter((id) => !standing(id, ['holds', 'awaits-decision']) && id !== '2.2')).toEqual([])
    expect(ids.filter((id) => !standing(id, ['fails']))).toEqual([])
  })

  test('some facts are missing, some are unknown, some do not apply', () => {
    const states = new Set(lines.flatMap(({ missing }) => missing.map(({ state }) => state)))
    expect(states).toEqual(new Set(['not-asked', 'unknown']))
    expect(new TextDecoder().decode(bytes('applicants.json'))).toContain('{"state": "not-applicable"}')
  })
})

describe('the same applicants in other formats', () => {
  const all = clean(readDossiers(draft, bytes('applicants.json')))
  const plain = (applicants: readonly Applicant[]): unknown =>
    applicants.map(({ id, facts, matters }) => ({ id, facts: sorted(facts), matters: matters.map((matter) => ({ ...matter, facts: sorted(matter.facts) })) }))
  const sorted = (facts: Applicant['facts']): unknown => [...facts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const those = (part: readonly Applicant[]): readonly Applicant[] => all.filter(({ id }) => part.some((each) => each.id === id))

  test.each(['applicants.ndjson', 'applicants.csv', 'applicants.gb18030.csv'])('%s', (name) => {
    const part = clean(readDossiers(draft, bytes(name), formatOfName(name) ?? undefined))
    expect(part.length).toBeGreaterThan(3)
    expect(plain(part)).toEqual(plain(those(part)))
  })
})

test('what the amendment changes for them', () => {
  const [before, after] = [evaluate(draft), evaluate(amendment)]
  const line = (result: Result, applicant: string, clause: string, subject: string) =>
    result.applicants.find(({ id }) => id === applicant)?.lines.find((each) => each.clause === clause && each.subject === subject)
  // 40% × 1,000,000.01元 = 400,000.004元 instead of 300,000.003元
  expect([line(before, 'E07', '6.1', 'R2')?.committed, line(after, 'E07', '6.1', 'R2')?.committed]).toEqual([30_000_000n, 40_000_000n])
  expect([line(before, 'E08', '6.2', 'Z1')?.status, line(after, 'E08', '6.2', 'Z1')?.status]).toEqual(['E类人才', 'F类人才'])
  // not among the ten best of the year, but among the fifteen best
  expect([line(before, 'E02', '1.1', 'C3')?.standing, line(after, 'E02', '1.1', 'C3')?.standing]).toEqual(['withdrawn', 'holds'])
  // one scenario, paid as a typical case and as a talent project
  expect([line(before, 'E14', '1.1', 'C1')?.standing, line(after, 'E14', '1.1', 'C1')?.standing]).toEqual(['holds', 'withdrawn'])
  expect([line(before, 'E02', '2.3', 'E02')?.standing, line(after, 'E02', '5.5', 'E02')?.committed]).toEqual(['holds', 5_000_000n])
})

test('each of the twelve ambiguities changes what somebody gets', () => {
  const input = inputOf(draft)
  const byApplicant = readingsThatMatter(interpreter, draft, input, interpret(draft, input))
  expect(readingsThatMatter(compiled, draft, input, interpret(draft, input))).toEqual(byApplicant)
  const mattering = new Set([...byApplicant.values()].flat())
  expect(draft.ambiguities.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => `A${at + 1}`))
  expect(draft.ambiguities.map(({ id }) => id).filter((id) => !mattering.has(id))).toEqual([])
})
