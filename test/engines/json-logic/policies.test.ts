import { describe, expect, it } from 'vitest'
import { exampleInput } from '../../../src/analyses/example-input.ts'
import { policiesUnderTest } from '../../properties/policies.ts'
import { agree } from './agree.ts'

/** What the examples of a policy may be refused for; anything else is a loss. */
const REFUSED = ['ledger', 'quota', 'once', 'cap', 'non-cumulation', 'total-cap', 'budget', 'unknown-fact', 'undetermined']

describe.each(policiesUnderTest().filter(({ vocabulary }) => vocabulary.policy.examples.length > 0).map(({ name, vocabulary }) => ({ name, policy: vocabulary.policy })))('the examples of $name', ({ policy }) => {
  const outcomes = policy.examples.map((example) => ({ example, refused: agree(policy, exampleInput(example)) }))

  it('give what the interpreter gives, at least seven of ten', () => {
    expect(outcomes.filter(({ refused }) => refused.length === 0).length * 10).toBeGreaterThanOrEqual(policy.examples.length * 7)
  })

  it('are refused for earlier grants, limits that bind, and facts that are not known', () => {
    for (const { refused } of outcomes) for (const { construct } of refused) expect(REFUSED).toContain(construct)
  })

  it('run where every fact that counts is given, nothing was granted before and no limit binds', () => {
    const plain = outcomes.filter(({ example, refused }) => example.ledger.length === 0 && refused.length > 0
      && !example.expected.some(({ missing, standing }) => missing.length > 0 || standing === 'withdrawn' || standing === 'undetermined'))
    for (const { refused } of plain) for (const { construct } of refused) expect(['quota', 'non-cumulation', 'cap']).toContain(construct)
  })
})
