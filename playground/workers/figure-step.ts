import type { Totals } from '../../src/engines/engine.ts'
import { totalsBeside } from './population-engine.ts'
import type { StepCost } from './population-protocol.ts'
import { policyBeside, weigh } from './population-run.ts'
import type { Calls } from './protocol.ts'

/** What the population costs more or less when one figure of the draft is one step higher or lower. */
export function figureStep({ population, up, down }: Calls['figureStep']['ask']): Calls['figureStep']['answer'] {
  const weighing = weigh(population)
  if (weighing.kind !== 'weighed' || weighing.weighed.stale.length > 0) return null
  const { now, size } = weighing.weighed
  const cost = (texts: typeof up | null): StepCost | null => {
    const policy = texts === null ? null : policyBeside(texts)
    return policy === null ? null : difference(now.result.totals, totalsBeside(now.input, policy))
  }
  return { ...size, up: cost(up), down: cost(down) }
}

function difference({ committed, possible }: Totals, after: Totals): StepCost {
  return { committed: after.committed - committed, possible: after.possible - possible }
}
