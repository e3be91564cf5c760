import type { ReadingRef } from '../../core/core.ts'
import type { UnderReading } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import type { Context } from '../context.ts'
import { unknownReading } from '../rules/unknown-reading.ts'

const NONE: readonly ReadingRef[] = []

/** The readings that an item holds under. One that is unknown is reported and left out. */
export function guards(ctx: Context, under: readonly UnderReading[]): readonly ReadingRef[] {
  if (under.length === 0) return NONE
  const refs: ReadingRef[] = []
  for (const { ambiguity, reading } of under) {
    const symbol = ctx.symbols.ambiguities.get(ambiguity.text)
    if (symbol === undefined) {
      ctx.findings.push(unknownReading(ambiguity, 'ambiguity', ctx.symbols.ambiguities.keys()))
      continue
    }
    const chosen = symbol.readings.get(canonical(ctx.symbols, reading.text))
    if (chosen === undefined) {
      ctx.findings.push(unknownReading(reading, 'reading', symbol.readings.keys()))
      continue
    }
    ctx.uses.add(chosen)
    refs.push({ ambiguity: symbol.id, reading: chosen.name.zh })
  }
  return refs
}

/** Whether some choice of readings satisfies both. */
export function compatible(a: readonly ReadingRef[], b: readonly ReadingRef[]): boolean {
  return a.every((one) => b.every((other) => one.ambiguity !== other.ambiguity || one.reading === other.reading))
}

const MOST_CHOICES = 4096

/**
 * A choice of readings under which not exactly one of the guarded things holds, with how many do; null when there is none. `readingsOf` gives
 * the readings of an ambiguity.
 */
export function choiceWithoutOne(guarded: readonly (readonly ReadingRef[])[], readingsOf: (ambiguity: string) => readonly string[]): { readonly choice: readonly ReadingRef[]; readonly holding: readonly number[] } | null {
  if (guarded.length === 1 && guarded[0]?.length === 0) return null
  const ambiguities = [...new Set(guarded.flatMap((refs) => refs.map((ref) => ref.ambiguity)))]
  let choices: ReadingRef[][] = [[]]
  for (const ambiguity of ambiguities) {
    const readings = readingsOf(ambiguity)
    if (choices.length * readings.length > MOST_CHOICES) break
    choices = choices.flatMap((choice) => readings.map((reading) => [...choice, { ambiguity, reading }]))
  }
  for (const choice of choices) {
    const holding = guarded.flatMap((refs, index) => (refs.every((ref) => choice.some((one) => one.ambiguity === ref.ambiguity && one.reading === ref.reading)) ? [index] : []))
    if (holding.length !== 1) return { choice, holding }
  }
  return null
}
