import { chosenReading } from '../../src/analyses/readings-that-matter.ts'
import { compile } from '../../src/compile.ts'
import type { Build } from '../../src/compile.ts'
import type { ReadingRef } from '../../src/core/core.ts'
import type { Result } from '../../src/engines/engine.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { inputOf } from './input.ts'
import type { AmbiguityView, Calls, ReadingView } from './protocol.ts'
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
  return policy.ambiguities.map((ambiguity): AmbiguityView => {
    const chosen = chosenReading(ambiguity, scenario.readings)
    return {
      id: ambiguity.id, name: ambiguity.name, question: ambiguity.question, at: ambiguity.at,
      readings: ambiguity.readings.map((reading): ReadingView => {
        const isChosen = reading.name.zh === chosen
        const other = isChosen ? null : under([...scenario.readings.filter((each) => each.ambiguity !== ambiguity.id), { ambiguity: ambiguity.id, reading: reading.name.zh }])
        return { name: reading.name, meaning: reading.meaning, isDefault: reading.isDefault, chosen: isChosen, effect: now === null || other === null ? null : effectOf(now, other) }
      }),
    }
  })
}

function effectOf(now: Result, other: Result): ReadingView['effect'] {
  let applicants = 0
  now.applicants.forEach((each, index) => {
    const there = other.applicants[index]?.total
    if (there?.committed !== each.total.committed || there.possible !== each.total.possible || there.unstated !== each.total.unstated) applicants += 1
  })
  return { applicants, change: { committed: other.totals.committed - now.totals.committed, possible: other.totals.possible - now.totals.possible } }
}
