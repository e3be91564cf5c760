import type { Policy } from '../core/core.ts'
import type { Engine, Input, Result } from '../engines/engine.ts'
import { compiled } from '../engines/compiled/compiled.ts'
import { interpreter } from '../engines/interpret/interpret.ts'
import { jsonLogic } from '../engines/json-logic/json-logic.ts'
import { BadInput } from './misuse.ts'
import type { Context } from './verb.ts'

export const ENGINES: Readonly<Record<string, Engine>> = { interpret: interpreter, compiled, 'json-logic': jsonLogic }

/** Evaluates; prints every refusal and throws `BadInput` when the engine cannot express something. */
export function evaluate(engine: Engine, policy: Policy, input: Input, { io, say }: Context): Result {
  const outcome = engine.evaluate(policy, input)
  if (outcome.kind === 'result') return outcome.result
  for (const refusal of outcome.refusals) {
    const where = refusal.clause === null ? '' : say({ zh: `条款${refusal.clause}：`, en: `clause ${refusal.clause}: ` })
    io.err(`${where}${say(refusal.message)} [${refusal.construct}]\n`)
  }
  throw new BadInput({ zh: `${engine.name} 引擎无法表达以上${outcome.refusals.length}处，没有计算`, en: `the engine ${engine.name} cannot express these ${outcome.refusals.length}: nothing was computed` })
}
