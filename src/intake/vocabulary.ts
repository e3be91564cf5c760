import type { Entity, Enumeration, Field, Policy } from '../core/core.ts'
import type { Text } from './problem.ts'

/** Names in either language, by what they name. Maps, so that no name can reach a prototype. */
export interface Vocabulary {
  readonly policy: Policy
  readonly applicant: EntityFields
  readonly matters: ReadonlyMap<string, EntityFields>
  readonly enumerations: ReadonlyMap<string, EnumerationValues>
}

export interface EntityFields {
  readonly entity: Entity
  readonly fields: ReadonlyMap<string, Field>
}

export interface EnumerationValues {
  readonly enumeration: Enumeration
  /** The Chinese name by the name in either language. */
  readonly values: ReadonlyMap<string, string>
}

function entityFields(entity: Entity): EntityFields {
  const fields = new Map<string, Field>()
  for (const field of entity.fields) fields.set(field.name.en, field)
  for (const field of entity.fields) fields.set(field.name.zh, field)
  return { entity, fields }
}

export function vocabularyOf(policy: Policy): Vocabulary {
  const matters = new Map<string, EntityFields>()
  for (const entity of policy.matters) {
    const entry = entityFields(entity)
    if (!matters.has(entity.name.en)) matters.set(entity.name.en, entry)
    matters.set(entity.name.zh, entry)
  }
  const enumerations = new Map<string, EnumerationValues>()
  for (const enumeration of policy.enumerations) {
    const values = new Map<string, string>()
    for (const { zh, en } of enumeration.values) values.set(en, zh)
    for (const { zh } of enumeration.values) values.set(zh, zh)
    enumerations.set(enumeration.name.zh, { enumeration, values })
  }
  return { policy, applicant: entityFields(policy.applicant), matters, enumerations }
}

/** The fields of an entity by its Chinese name; undefined for a name that is none. */
export function fieldsOf(vocabulary: Vocabulary, entity: string): EntityFields | undefined {
  return entity === vocabulary.policy.applicant.name.zh ? vocabulary.applicant : vocabulary.matters.get(entity)
}

/** How many single changes, and swaps of neighbours, lead from a to b. */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = []
  let previous = b.map((_, index) => index).concat(b.length)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      current.push(least)
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

/** “did you mean …”, when one of `known` is near. */
export function suggestion(found: string, known: Iterable<string>): Text {
  const wanted = [...found.slice(0, 100).toLowerCase()]
  const reach = Math.max(1, Math.floor(wanted.length / 3))
  let best: string | null = null
  let least = reach + 1
  for (const name of known) {
    const letters = [...name.toLowerCase()]
    if (Math.abs(letters.length - wanted.length) > reach) continue
    const apart = distance(wanted, letters)
    if (apart < least && apart < letters.length) [best, least] = [name, apart]
  }
  return best === null ? { zh: '', en: '' } : { zh: `，是否为“${best}”？`, en: `; did you mean “${best}”?` }
}
