import type { Policy, ReadingRef } from '../core/core.ts'

/** "Named readings, one the default." The choice made, or the default, of each ambiguity. A reading that is not declared is not a choice. */
export function chosenReadings(policy: Policy, choices: readonly ReadingRef[]): readonly ReadingRef[] {
  return policy.ambiguities.flatMap(({ id, readings }) => {
    const wanted = choices.filter(({ ambiguity }) => ambiguity === id).at(-1)?.reading
    const reading = readings.find(({ name }) => name.zh === wanted || name.en === wanted) ?? readings.find(({ isDefault }) => isDefault)
    return reading === undefined ? [] : [{ ambiguity: id, reading: reading.name.zh }]
  })
}
