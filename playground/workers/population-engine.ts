import { invariant } from '../../src/base/invariant.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Input } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import type { Run } from './population-run.ts'

/** Evaluates a population; `side` says which of the two texts, so that each can take over from its own run before. */
export function evaluatePopulation(_side: 'base' | 'draft', policy: Policy, input: Input): Run {
  const outcome = interpreter.evaluate(policy, input)
  invariant(outcome.kind === 'result', 'the interpreter never refuses')
  return { policy, input, result: outcome.result }
}
