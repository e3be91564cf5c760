import { describe, expect, test } from 'vitest'
import type { FactValue, Input } from '../../src/engines/engine.ts'
import { policiesUnderTest } from '../properties/policies.ts'
import { completed, drawInput, EVERYTHING, KNOWN, type Vocabulary } from './dossiers.ts'
import { seeded } from './draw.ts'

const CASES = 3000

function draft(): Vocabulary {
  const found = policiesUnderTest().find(({ name }) => name.endsWith('consultation-draft'))
  if (found === undefined) throw new Error('the consultation draft is always there')
  return found.vocabulary
}

function drawn(vocabulary: Vocabulary, shape = EVERYTHING): Input[] {
  const draw = seeded(11)
  return Array.from({ length: CASES }, () => drawInput(vocabulary, draw, shape))
}

function given(inputs: readonly Input[], field: string): FactValue[] {
  const facts = inputs.flatMap(({ applicants }) => applicants.flatMap((applicant) => [applicant.facts, ...applicant.matters.map((matter) => matter.facts)]))
  return facts.flatMap((all) => {
    const fact = all.get(field)
    return fact?.state === 'given' ? [fact.value] : []
  })
}

const fen = (values: readonly FactValue[]): Set<bigint> => new Set(values.flatMap((value) => (typeof value === 'object' ? [value.n] : [])))

describe('dossiers from a vocabulary', () => {
  const inputs = drawn(draft())

  test('come to the thresholds of the policy, and one fen beside them', () => {
    const salaries = fen(given(inputs, '年薪'))
    for (const threshold of [30_000_000n, 50_000_000n]) for (const beside of [-1n, 0n, 1n]) expect(salaries, `${threshold + beside}`).toContain(threshold + beside)
    // 40 % of it is the cap of 1,000,000 yuan.
    expect(fen(given(inputs, '总投入'))).toContain(250_000_000n)
  })

  test('share keys between matters and between applicants', () => {
    const shared = inputs.filter(({ applicants }) => {
      const scenarios = applicants.flatMap(({ id, matters }) => matters.flatMap(({ facts }) => {
        const fact = facts.get('应用场景')
        return fact?.state === 'given' ? [{ id, scenario: fact.value }] : []
      }))
      return scenarios.some((one) => scenarios.some((other) => other.id !== one.id && other.scenario === one.scenario))
    })
    expect(shared.length).toBeGreaterThan(CASES / 100)
  })

  test('rank with ties', () => {
    const tied = inputs.filter((input) => {
      const scores = given([input], '评审得分').map((value) => (typeof value === 'object' ? value.n : 0n))
      return new Set(scores).size < scores.length
    })
    expect(tied.length).toBeGreaterThan(CASES / 100)
  })

  test('have facts in all four states', () => {
    const entity = draft().policy.matters.find(({ name }) => name.zh === '科技项目')
    const states = new Map<string, number>()
    for (const { applicants } of inputs) {
      for (const { facts } of applicants.flatMap(({ matters }) => matters.filter((matter) => matter.entity === '科技项目'))) {
        for (const { name } of entity?.fields ?? []) {
          const state = facts.get(name.zh)?.state ?? 'not-asked'
          states.set(state, (states.get(state) ?? 0) + 1)
        }
      }
    }
    for (const state of ['given', 'unknown', 'not-applicable', 'not-asked']) expect(states.get(state) ?? 0, state).toBeGreaterThan(100)
    expect(states.get('given') ?? 0).toBeGreaterThan(states.get('unknown') ?? 0)
  })

  test('have a past, decisions, other readings and other days', () => {
    expect(inputs.filter(({ ledger }) => ledger.length > 0).length).toBeGreaterThan(CASES / 10)
    expect(inputs.filter(({ ledger }) => ledger.length > 7).length).toBeGreaterThan(5)
    expect(inputs.filter(({ decisions }) => decisions.some(({ kind }) => kind === 'exception')).length).toBeGreaterThan(CASES / 30)
    expect(inputs.filter(({ decisions }) => decisions.some(({ kind }) => kind === 'amount')).length).toBeGreaterThan(CASES / 50)
    expect(inputs.filter(({ readings }) => readings.length > 0).length).toBeGreaterThan(CASES / 3)
    expect(new Set(inputs.map(({ on }) => on)).size).toBeGreaterThan(5)
    expect(inputs.filter(({ asIfPublished }) => asIfPublished === null).length).toBeGreaterThan(CASES / 50)
  })

  test('are wholly known when that is asked for', () => {
    const states = drawn(draft(), KNOWN).flatMap(({ applicants }) => applicants.flatMap(({ matters }) => matters.flatMap(({ facts }) => [...facts.values()].map(({ state }) => state))))
    expect(new Set(states)).toEqual(new Set(['given']))
  })

  test('are completed without touching what is known', () => {
    const draw = seeded(5)
    let found = 0
    for (const input of inputs) {
      const complete = completed(draft(), draw, input, true)
      input.applicants.forEach(({ matters }, i) => matters.forEach(({ facts }, j) => {
        const later = complete.applicants[i]?.matters[j]?.facts
        for (const [field, fact] of facts) if (fact.state !== 'unknown') expect(later?.get(field)).toBe(fact)
        found += (later?.size ?? 0) - facts.size
      }))
    }
    expect(found).toBeGreaterThan(CASES / 10)
  })
})
