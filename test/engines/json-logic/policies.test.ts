import { describe, expect, it } from 'vitest'
import { exampleInput } from '../../../src/analyses/example-input.ts'
import { CONSTRUCTS } from '../../../src/engines/json-logic/constructs.ts'
import { policiesUnderTest } from '../../properties/policies.ts'
import { agree } from './agree.ts'

/** What the examples of a policy may be refused for; anything else is a loss. */
const REFUSED = ['ledger', 'quota', 'once', 'cap', 'non-cumulation', 'total-cap', 'budget', 'unknown-fact', 'undetermined']

const withExamples = policiesUnderTest().filter(({ vocabulary }) => vocabulary.policy.examples.length > 0).map(({ name, vocabulary }) => ({ name, policy: vocabulary.policy }))

/** A model text is written around what is hard to say; much of it, payment by period first, JSON Logic cannot hold. */
const model = withExamples.filter(({ policy }) => policy.edition === 'model-text')

describe.each(model)('the examples of $name', ({ policy }) => {
  it('give what the interpreter gives, or are refused, each with its construct', () => {
    const refused = policy.examples.map((example) => agree(policy, exampleInput(example)))
    for (const { construct } of refused.flat()) expect(Object.keys(CONSTRUCTS)).toContain(construct)
    expect(refused.some((none) => none.length === 0)).toBe(true)
  })
})

describe.each(withExamples.filter((one) => !model.includes(one)))('the examples of $name', ({ policy }) => {
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
