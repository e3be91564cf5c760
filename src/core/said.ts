import type { Citation } from './core.ts'

const known = new WeakMap<object, string>()

/** What a piece of a core says, as a text: equal texts say the same. Where a quotation stands in source.txt is left out; what it quotes is not. */
export function saidBy(piece: object): string {
  const before = known.get(piece)
  if (before !== undefined) return before
  const text = JSON.stringify(piece, (_key, value: unknown) => (isCitation(value) ? [value.sentence, value.quote] : value))
  known.set(piece, text)
  return text
}

function isCitation(value: unknown): value is Citation {
  return typeof value === 'object' && value !== null && 'sentence' in value && 'quote' in value && 'start' in value
}

const NAMING: Readonly<Record<string, string>> = { definition: 'name', parameter: 'name', lookup: 'table' }
const used = new WeakMap<object, ReadonlySet<string>>()

/** The definitions, parameters and tables that a piece of a core names itself, and the clauses whose earlier grants it counts (`条款 1.1`). */
export function namesIn(piece: object): ReadonlySet<string> {
  const before = used.get(piece)
  if (before !== undefined) return before
  const names = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const parts = value as Readonly<Record<string, unknown>>
    const name = parts[NAMING[String(parts['kind'])] ?? '']
    if (typeof name === 'string') names.add(name)
    if (parts['kind'] === 'granted') for (const id of parts['clauses'] as readonly string[]) names.add(clauseName(id))
    for (const part of Object.values(parts)) look(part)
  }
  look(piece)
  used.set(piece, names)
  return names
}

export const clauseName = (id: string): string => `条款 ${id}`
