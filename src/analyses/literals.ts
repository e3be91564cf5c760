import { canonicalJson } from '../core/hash.ts'
import type { Type } from '../values/types.ts'

/** A figure (or another written value) that two versions of a statement have differently. Canonical texts as in a literal. */
export interface FigureChange {
  readonly type: Type
  readonly before: string
  readonly after: string
}

interface Literal {
  readonly kind: 'literal'
  readonly type: Type
  readonly value: string
}

function isLiteral(value: object): value is Literal {
  return 'kind' in value && value.kind === 'literal' && 'type' in value && 'value' in value && typeof value.value === 'string'
}

/** Rebuilds a meaning, each literal in it replaced by what `replace` gives for it, in a fixed order. */
function mapLiterals(value: unknown, replace: (literal: Literal) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapLiterals(each, replace))
  if (typeof value !== 'object' || value === null) return value
  if (isLiteral(value)) return replace(value)
  // By name, so that the order does not depend on how the object was made.
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, mapLiterals(each, replace)]))
}

function literalsOf(value: unknown): readonly Literal[] {
  const found: Literal[] = []
  mapLiterals(value, (literal) => {
    found.push(literal)
    return literal
  })
  return found
}

/** The same with every literal's value left out: two meanings that differ in literals alone have the same. */
function skeleton(value: unknown): string {
  return canonicalJson(mapLiterals(value, ({ kind, type }) => ({ kind, type })))
}

const identity = ({ type, before, after }: FigureChange): string => canonicalJson([type, before, after])

/**
 * The figures in which two meanings differ; null when they differ in more. A figure that is written several times with the same
 * two values (under each reading, say) is one.
 */
export function figureChanges(before: unknown, after: unknown): readonly FigureChange[] | null {
  if (skeleton(before) !== skeleton(after)) return null
  const later = literalsOf(after)
  const found = new Map<string, FigureChange>()
  literalsOf(before).forEach((literal, at) => {
    const value = later[at]?.value ?? literal.value
    if (value === literal.value) return
    const change = { type: literal.type, before: literal.value, after: value }
    found.set(identity(change), change)
  })
  return [...found.values()]
}

/** `before` with some of the figure changes made that lead to `after`, which differs from it in figures alone. */
export function withFigures<T>(before: T, after: T, made: readonly FigureChange[]): T {
  const wanted = new Set(made.map(identity))
  const later = literalsOf(after)
  let at = -1
  return mapLiterals(before, (literal) => {
    at += 1
    const value = later[at]?.value ?? literal.value
    return value !== literal.value && wanted.has(identity({ type: literal.type, before: literal.value, after: value })) ? { ...literal, value } : literal
  }) as T
}
