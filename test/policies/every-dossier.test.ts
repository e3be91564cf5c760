import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import type { Intake } from '../../src/intake/problem.ts'
import { readDecisions, readDossiers, readLedger } from '../../src/intake/read.ts'
import { readPopulation } from '../../src/population/read.ts'
import { readVersion, root, versionFolders } from '../properties/policies.ts'

/** What each policy brings along, of whatever city: dossiers, earlier grants, decisions, and the distributions of a population. */

function clean<T>({ value, problems }: Intake<T>): T {
  expect(problems).toEqual([])
  return value
}

describe.each(versionFolders())('%s', (folder) => {
  const { policy, diagnostics } = compile(readVersion(join(root(), folder)))
  if (policy === null) throw new Error(`${folder}: ${diagnostics.map(({ code }) => code).join(', ')}`)
  const beside = join(root(), dirname(folder))
  const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(beside, 'dossiers', name)))

  test('its dossiers are read without a problem, and no decision is beside the point', () => {
    const result = interpret(policy, {
      on: '2026-09-30', asIfPublished: '2026-01-01', readings: [],
      applicants: clean(readDossiers(policy, bytes('applicants.json'))),
      ledger: clean(readLedger(policy, bytes('ledger.json'))),
      decisions: clean(readDecisions(policy, bytes('decisions.json'))),
    })
    const lines = result.applicants.flatMap((applicant) => applicant.lines)
    expect(result.inForce).toBe(true)
    expect(result.applicants.length).toBeGreaterThanOrEqual(12)
    expect(result.notes.filter(({ code }) => code === 'unknown-decision')).toEqual([])
    // A text that leaves nothing to discretion has nothing that awaits a decision.
    const discretion = policy.clauses.some(({ kind, powers }) => kind === 'ceiling' || powers.length > 0) || policy.limits.some(({ widened }) => widened !== null)
    expect(new Set(lines.map(({ standing }) => standing))).toEqual(new Set(['holds', 'fails', 'undetermined', ...(discretion ? ['awaits-decision'] : []), 'withdrawn']))
    expect(lines.some(({ missing }) => missing.length > 0)).toBe(true)
  })

  test('its population is one of this vocabulary', () => {
    const path = join(beside, 'population.json')
    expect(existsSync(path)).toBe(true)
    expect(readPopulation(policy, readFileSync(path, 'utf8')).mistakes).toEqual([])
  })
})
