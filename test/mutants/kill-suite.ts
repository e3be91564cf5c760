import { runExample } from '../../src/analyses/examples.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Engine } from '../../src/engines/engine.ts'
import { seeded } from '../generate/draw.ts'
import { AMOUNT_PROPERTIES } from '../properties/amounts.ts'
import { CLAIM_PROPERTIES } from '../properties/claims.ts'
import { ENGINE_PROPERTIES } from '../properties/engines.ts'
import { EXPLANATION_PROPERTIES } from '../properties/explanations.ts'
import { LIMIT_PROPERTIES } from '../properties/limits.ts'
import type { PolicyUnderTest } from '../properties/policies.ts'
import type { Evaluate } from '../properties/property.ts'
import { RANGE_PROPERTIES } from '../properties/ranges.ts'
import { SYMMETRY_PROPERTIES } from '../properties/symmetry.ts'
import { SUZHOU_PROPERTIES } from '../properties/suzhou.ts'

const PROPERTIES = [...SUZHOU_PROPERTIES, ...AMOUNT_PROPERTIES, ...LIMIT_PROPERTIES, ...RANGE_PROPERTIES, ...CLAIM_PROPERTIES, ...SYMMETRY_PROPERTIES, ...ENGINE_PROPERTIES, ...EXPLANATION_PROPERTIES]

/** The test that fails, or null when all pass. Anything thrown is a failure. */
type Verdict = string | null

function attempt(name: string, run: () => boolean): Verdict {
  try {
    return run() ? null : name
  } catch {
    return name
  }
}

export type Units = readonly { readonly name: string; readonly run: () => unknown }[]

/** The first unit test that fails. */
export async function failingUnit(units: Units): Promise<Verdict> {
  for (const { name, run } of units) {
    try {
      await run()
    } catch {
      return `unit test: ${name}`
    }
  }
  return null
}

/** The first example of the policy that does not come out. */
export function failingExample(engine: Engine, policy: Policy): Verdict {
  for (const example of policy.examples) {
    const verdict = attempt(`示例 ${example.name.zh}`, () => runExample(engine, policy, example).length === 0)
    if (verdict !== null) return verdict
  }
  return null
}

/** The first property that fails on cases of a fixed seed, a few of each property in turn. */
export function failingProperty(engine: Engine, policies: readonly PolicyUnderTest[], rounds: number, properties = PROPERTIES): Verdict {
  const evaluate: Evaluate = (policy, input) => {
    const outcome = engine.evaluate(policy, input)
    if (outcome.kind === 'refusal') throw new Error('refused')
    return outcome.result
  }
  for (let round = 0; round < rounds; round++) {
    for (const { name, vocabulary } of policies) {
      for (const [at, one] of properties.entries()) {
        if (!one.appliesTo(vocabulary.policy)) continue
        const draw = seeded(round * 1000 + at)
        for (let i = 0; i < 5; i++) {
          const prepared = one.prepare(vocabulary, draw)
          const verdict = attempt(`${one.name} (${name})`, () => {
            prepared.judge(evaluate)
            return true
          })
          if (verdict !== null) return verdict
        }
      }
    }
  }
  return null
}

export function killerOfEngine(engine: Engine, policies: readonly PolicyUnderTest[], rounds: number): Verdict {
  for (const { vocabulary } of policies) {
    const verdict = failingExample(engine, vocabulary.policy)
    if (verdict !== null) return verdict
  }
  return failingProperty(engine, policies, rounds)
}
