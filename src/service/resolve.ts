import { canonical } from '../check/canonical.ts'
import type { DefinitionSymbol, EntitySymbol, EnumerationSymbol, FieldSymbol, Symbols } from '../check/symbols.ts'
import type { Expression, Word } from '../syntax/tree.ts'
import type { Target } from './target.ts'

/** Whose facts can be named directly, innermost first. */
export type Frames = readonly EntitySymbol[]

export function framesOf(symbols: Symbols, entity: Word | null): Frames {
  const subject = entity === null ? undefined : symbols.entities.get(canonical(symbols, entity.text))
  return inside(symbols.applicant === null ? [] : [symbols.applicant], subject)
}

export function inside(frames: Frames, entity: EntitySymbol | undefined): Frames {
  return entity === undefined ? frames : [entity, ...frames.filter((each) => each !== entity)]
}

export function fieldIn(frames: Frames, name: string): FieldSymbol | undefined {
  for (const frame of frames) {
    const field = frame.fields.get(name)
    if (field !== undefined) return field
  }
  return undefined
}

function definitionIn(symbols: Symbols, frames: Frames, name: string): DefinitionSymbol | undefined {
  const named = symbols.definitions.get(name) ?? []
  const about = (one: DefinitionSymbol, frame: EntitySymbol): boolean => (one.entities.length === 0 ? frame === symbols.applicant : one.entities.includes(frame.name.zh))
  return frames.flatMap((frame) => named.filter((one) => about(one, frame)))[0] ?? named[0]
}

export const fieldTarget = (field: FieldSymbol): Target => ({ kind: 'field', owner: field.entity, name: field.name.zh })
export const definitionTarget = (name: string, entities: readonly string[]): Target => ({ kind: 'definition', owner: entities.join('，'), name })

/** What a name in an expression stands for, by the checker's order of places to look; null when nothing has it. */
export function resolveName(symbols: Symbols, frames: Frames, text: string, wanted: EnumerationSymbol | null): Target | null {
  const name = canonical(symbols, text)
  if (wanted?.values.has(name) === true) return { kind: 'value', owner: wanted.name.zh, name }
  const field = fieldIn(frames, name)
  if (field !== undefined) return fieldTarget(field)
  const definition = definitionIn(symbols, frames, name)
  if (definition !== undefined) return definitionTarget(name, definition.entities)
  const [column] = symbols.columns.get(name) ?? []
  if (column !== undefined) return { kind: 'column', owner: column.table.name.zh, name }
  if (symbols.parameters.has(name)) return { kind: 'parameter', owner: null, name }
  const [owner] = symbols.valuesByName.get(name) ?? []
  if (owner !== undefined) return { kind: 'value', owner: owner.name.zh, name }
  if (symbols.entities.has(name)) return { kind: 'entity', owner: null, name }
  return null
}

/** The enumeration that an expression has its values of; null when it has none. */
export function enumerationOf(symbols: Symbols, frames: Frames, expr: Expression): EnumerationSymbol | null {
  if (expr.kind === 'group') return enumerationOf(symbols, frames, expr.inner)
  if (expr.kind === 'of' && expr.left.kind === 'name') return enumerationOf(symbols, inside(frames, entityOf(symbols, frames, expr.left.name.text)), expr.right)
  if (expr.kind !== 'name') return null
  const type = fieldIn(frames, canonical(symbols, expr.name.text))?.type
  return type?.kind === 'enumeration' ? (symbols.enumerations.get(type.name) ?? null) : null
}

/** The entity whose facts stand after 的: an entity by its name, or the matter that a fact names. */
export function entityOf(symbols: Symbols, frames: Frames, text: string): EntitySymbol | undefined {
  const name = canonical(symbols, text)
  const type = fieldIn(frames, name)?.type
  return type?.kind === 'matter' ? symbols.entities.get(type.name) : symbols.entities.get(name)
}
