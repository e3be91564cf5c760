import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSTRUCTS } from '../../../src/engines/json-logic/constructs.ts'
import { agree } from './agree.ts'
import { inputArbitrary, policyArbitrary } from './arbitrary.ts'

const RUNS = Math.min(20_000, Number(process.env['HENG_RUNS'] ?? 300))

/** Refusals that plain data can meet: what binds across lines, and numbers that are too large. */
const ON_PLAIN_DATA = ['out-of-range', 'overflow', 'division', 'undetermined', 'exception-between-clauses', 'unstated-amount', 'once', 'cap', 'quota', 'non-cumulation', 'total-cap', 'budget']

describe('json-logic gives what the interpreter gives, or refuses', () => {
  it('on generated policies and dossiers, ledgers and decisions', () => {
    fc.assert(fc.property(policyArbitrary, inputArbitrary(false), (policy, input) => {
      for (const { construct } of agree(policy, input)) expect(Object.keys(CONSTRUCTS)).toContain(construct)
    }), { numRuns: RUNS })
  }, 3_600_000)

  it('on plain data, and there it refuses only for what binds across lines, or is out of range', () => {
    let results = 0
    fc.assert(fc.property(policyArbitrary, inputArbitrary(true), (policy, input) => {
      const refused = agree(policy, input)
      if (refused.length === 0) results++
      for (const { construct } of refused) expect(ON_PLAIN_DATA).toContain(construct)
    }), { numRuns: RUNS, seed: 7 })
    // The dossiers are drawn to hit limits and large numbers; more than half are computed all the same.
    expect(results * 2).toBeGreaterThan(RUNS)
  }, 3_600_000)
})
