import { describe, expect, test } from 'vitest'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { vocabularyOf } from '../generate/dossiers.ts'
import { CLAIM_PROPERTIES } from '../properties/claims.ts'
import { policiesUnderTest } from '../properties/policies.ts'
import { SUZHOU_PROPERTIES } from '../properties/suzhou.ts'
import { limitsByHand } from '../conformance/limits-by-hand.ts'
import { failingExample, failingProperty } from './kill-suite.ts'
import { type PolicyMutant, policyMutants } from './policy-mutator.ts'
import { sample, unkilled } from './survivors.ts'

const LONG = process.env['HENG_LONG'] !== undefined
/** How many of the mutants `npm test` looks at; the long suite takes them all. */
const SAMPLE = 30

/** Cases of each property, about the clauses that the fault is in. */
const ROUNDS = 40

/** What shows a slip: the policy's own examples and claims, the text reckoned by hand, and the limits as a reader lists them. */
function killer({ policy, clauses }: PolicyMutant): string | null {
  const vocabulary = vocabularyOf(policy)
  const themes = vocabulary.hints.themes.filter((theme) => clauses.length === 0 || theme.clauses.some((id) => clauses.includes(id)))
  const focused = { name: policy.id.zh, vocabulary: { ...vocabulary, hints: { ...vocabulary.hints, themes } } }
  return limitsByHand(policy) ?? failingExample(interpreter, policy) ?? failingProperty(interpreter, [focused], ROUNDS, [...CLAIM_PROPERTIES, ...SUZHOU_PROPERTIES])
}

const withExamples = policiesUnderTest().filter(({ vocabulary }) => vocabulary.policy.examples.length > 0)

describe('faults in a policy', () => {
  for (const { name, vocabulary } of withExamples) {
    test(`every example of ${name} comes out, so that a fault can be told`, () => {
      expect(failingExample(interpreter, vocabulary.policy)).toBeNull()
    })

    test(`each fault in ${name} is caught`, { timeout: 3_600_000 }, () => {
      const mutants = policyMutants(vocabulary.policy)
      expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
      const chosen = LONG ? mutants : sample(mutants, SAMPLE)
      expect(chosen.length).toBeGreaterThanOrEqual(30)
      const survivors = chosen.filter((mutant) => killer(mutant) === null).map(({ id }) => id)
      process.stdout.write(`${name}: ${chosen.length - survivors.length} of ${chosen.length} faults caught (${mutants.length} in all)\n`)
      expect(unkilled(name, survivors, chosen.map(({ id }) => id))).toEqual({ new: [], killed: [] })
    })
  }
})
