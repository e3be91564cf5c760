import { expect, test } from 'vitest'
import { policiesUnderTest } from '../properties/policies.ts'
import { limitsByHand } from './limits-by-hand.ts'

const withExamples = policiesUnderTest().filter(({ vocabulary }) => vocabulary.policy.examples.length > 0)

for (const { name, vocabulary: { policy } } of withExamples) {
  test(`the limits of ${name} are those that a reader of its text lists`, () => {
    expect(limitsByHand(policy)).toBeNull()
  })
}
