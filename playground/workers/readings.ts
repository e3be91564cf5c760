import { changeEffect } from '../../src/analyses/change-effect.ts'
import { chosenReading } from '../../src/analyses/readings-that-matter.ts'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { ReadingRef } from '../../src/core/core.ts'
import type { Result } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { inputOf, nameOfApplicant } from './input.ts'
import type { AmbiguityView, Calls, ReadingEffect, ReadingView } from './protocol.ts'
import { compilable } from './texts.ts'

let previous: Build | undefined

/** Each ambiguity with its readings, and what each reading would change against those that are chosen. */
export function readings({ texts, scenario }: Calls['readings']['ask']): Calls['readings']['answer'] {
  previous = compile(compilable(texts), previous)
  const { policy } = previous
  if (policy === null) return null
  const input = inputOf(policy, scenario)
  const under = (chosen: readonly ReadingRef[]): Result | null => {
    const outcome = interpreter.evaluate(policy, { ...input, readings: chosen })
    return outcome.kind === 'result' ? outcome.result : null
  }
  const now = under(scenario.readings)
  const names = new Map(input.applicants.map((each) => [each.id, nameOfApplicant(policy, each)]))
  return policy.ambiguities.map((ambiguity): AmbiguityView => {
    const chosen = chosenReading(ambiguity, scenario.readings)
    return {
      id: ambiguity.id, name: ambiguity.name, question: ambiguity.question, at: ambiguity.at,
      readings: ambiguity.readings.map((reading): ReadingView => {
        const isChosen = reading.name.zh === chosen
        const other = isChosen ? null : under([...scenario.readings.filter((each) => each.ambiguity !== ambiguity.id), { ambiguity: ambiguity.id, reading: reading.name.zh }])
        return { name: reading.name, meaning: reading.meaning, isDefault: reading.isDefault, chosen: isChosen, effect: now === null || other === null ? null : effectOf(now, other, names) }
      }),
    }
  })
}

function effectOf(now: Result, other: Result, names: ReadonlyMap<string, string>): ReadingEffect {
  const who = changeEffect(now, other).applicants.filter((each) => each.lines.length > 0)
  return {
    applicants: who.length,
    change: { committed: other.totals.committed - now.totals.committed, possible: other.totals.possible - now.totals.possible },
    total: { committed: other.totals.committed, possible: other.totals.possible },
    who: who.map(({ id, before, after, lines }) => ({
      id, name: names.get(id) ?? id, before: { committed: before.committed, possible: before.possible }, after: { committed: after.committed, possible: after.possible },
      clauses: [...new Set(lines.map((each) => each.clause))],
    })),
  }
}
