import { lineStarts, positionAt, type Position } from '../base/span.ts'
import type { Policy } from '../core/core.ts'
import type { JsonNode } from '../intake/json-text.ts'
import { openSession, type Session } from '../intake/session.ts'
import type { Text } from '../intake/problem.ts'

/** What is wrong with a population file, where, and what to write instead. */
export interface Mistake {
  readonly place: Position
  readonly message: Text
  readonly hint: Text
}

/** One reading of one file; structure goes through the intake's own session. */
export interface Reader {
  readonly text: string
  readonly session: Session
  readonly mistakes: Mistake[]
  readonly starts: readonly number[]
}

export function openReader(policy: Policy, text: string): Reader {
  return { text, session: openSession(policy, text), mistakes: [], starts: lineStarts(text) }
}

export function say(reader: Reader, node: JsonNode, message: Text, hint: Text): void {
  reader.mistakes.push({ place: positionAt(reader.starts, node.offset), message, hint })
}

/** Everything found, in the order of the file. */
export function mistakesOf({ mistakes, session }: Reader): readonly Mistake[] {
  const structural = session.problems.map(({ place, message }): Mistake => ({ place: place ?? { line: 1, column: 1 }, message, hint: { zh: '', en: '' } }))
  return [...structural, ...mistakes].sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
}

/** The raw characters of a value, for quotation. */
export function shown(reader: Reader, node: JsonNode): string {
  const raw = reader.text.slice(node.offset, node.offset + node.length)
  return raw.length > 60 ? `${raw.slice(0, 60)}…` : raw
}
