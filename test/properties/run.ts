import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import type { Vocabulary } from '../generate/dossiers.ts'
import { built } from '../generate/draw.ts'
import { type Evaluate, type Prepared, type Property, readable } from './property.ts'
import { policiesUnderTest } from './policies.ts'

/** Cases of each property, over all policies together. */
export const RUNS = Number(process.env['HENG_RUNS'] ?? 200)
export const SEED = Number(process.env['HENG_SEED'] ?? 20260101)

export const interpret: Evaluate = (policy, input) => {
  const outcome = interpreter.evaluate(policy, input)
  if (outcome.kind === 'refusal') throw new Error('the interpreter never refuses')
  return outcome.result
}

/** Runs each property over every policy; its cases must have told something often enough. */
export function describeProperties(title: string, properties: readonly Property[], evaluate: Evaluate = interpret): void {
  describe(title, () => {
    for (const one of properties) {
      test(one.name, { timeout: 3_600_000 }, () => {
        const policies = policiesUnderTest().filter(({ vocabulary }) => one.appliesTo(vocabulary.policy))
        expect(policies.length, 'policies to show it').toBeGreaterThan(0)
        const numRuns = Math.ceil(RUNS / policies.length)
        const told = policies.reduce((sum, { vocabulary }) => sum + tellingCases(one, vocabulary, evaluate, numRuns), 0)
        expect(told * 1000, `cases that told something, of ${numRuns * policies.length}`).toBeGreaterThanOrEqual(one.telling * numRuns * policies.length)
      })
    }
  })
}

function tellingCases(one: Property, vocabulary: Vocabulary, evaluate: Evaluate, numRuns: number): number {
  let told = 0
  const cases = built((draw): Prepared => one.prepare(vocabulary, draw))
    .map((prepared) => Object.assign(prepared, { [fc.toStringMethod]: () => `${vocabulary.policy.id.zh} ${JSON.stringify(readable(prepared.made), null, 1)}` }))
  fc.assert(fc.property(cases, (prepared) => {
    if (prepared.judge(evaluate)) told += 1
  }), { numRuns, seed: SEED })
  return told
}
