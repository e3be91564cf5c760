import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CONSTRUCTS } from '../../../src/engines/json-logic/constructs.ts'
import { agree } from './agree.ts'
import { inputArbitrary, policyArbitrary } from './arbitrary.ts'

describe('json-logic gives what the interpreter gives, or refuses', () => {
  it('on generated policies and dossiers, ledgers and decisions', () => {
    fc.assert(fc.property(policyArbitrary, inputArbitrary(false), (policy, input) => {
      for (const { construct } of agree(policy, input)) expect(Object.keys(CONSTRUCTS)).toContain(construct)
    }), { numRuns: 1500 })
  })

  it('on plain data, and there it refuses only for what binds across lines, or is out of range', () => {
    let [results, refusals] = [0, 0]
    const constructs = new Map<string, number>()
    fc.assert(fc.property(policyArbitrary, inputArbitrary(true), (policy, input) => {
      const refused = agree(policy, input)
      if (refused.length === 0) results++
      else refusals++
      for (const { construct } of refused) constructs.set(construct, (constructs.get(construct) ?? 0) + 1)
    }), { numRuns: 1500, seed: 7 })
    console.log(results, refusals, constructs)
    expect(results).toBeGreaterThan(refusals)
  })
})
