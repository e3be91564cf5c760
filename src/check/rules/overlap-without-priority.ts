import type { Span } from '../../base/span.ts'
import type { Name } from '../../core/core.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { boxesOf, disjoint } from '../conditions.ts'
import type { Box } from '../conditions.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'
import type { Recognition } from '../piece.ts'
import type { Finding } from '../finding.ts'

/** Two outcomes that can both apply, and nothing says which comes first. There is no order of lines. */
export function overlapWithoutPriority(span: Span, first: Name, second: Name): Finding {
  return finding('overlap-without-priority', span, { first: first.zh, first_en: first.en, second: second.zh, second_en: second.en })
}

interface Recogniser {
  readonly entry: Entry
  readonly id: string
  readonly name: Name
  readonly subject: string
  readonly recognition: Recognition
  readonly exceptionTo: ReadonlySet<string>
  readonly boxes: readonly Box[]
}

/** Clauses that recognise the same subject as different values of one enumeration, when both can hold and neither is an exception to the other. */
export function overlappingClauses(entries: readonly Entry[]): readonly Diagnostic[] {
  const groups = new Map<string, Recogniser[]>()
  for (const entry of entries) {
    const one = recogniser(entry)
    if (one === null) continue
    const key = `${one.subject} ${one.recognition.enumeration}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  const found: Diagnostic[] = []
  for (const group of groups.values()) {
    for (const [index, second] of group.entries()) {
      for (const first of group.slice(0, index)) if (overlap(first, second)) found.push(reported(first, second))
    }
  }
  return found
}

function recogniser(entry: Entry): Recogniser | null {
  const { content } = entry.piece
  if (content.kind !== 'clause' || content.clause === null || content.clause.subject === null || content.summary.recognises === null) return null
  const recognition = content.summary.recognises
  const always = recognition.conditions.flatMap((one) => (one.under.length === 0 ? [one.value] : []))
  return {
    entry, id: content.clause.id, name: content.clause.name, subject: content.clause.subject, recognition,
    exceptionTo: new Set(content.summary.exceptionTo.map((one) => one.id)), boxes: boxesOf(always),
  }
}

function overlap(a: Recogniser, b: Recogniser): boolean {
  if (a.exceptionTo.has(b.id) || b.exceptionTo.has(a.id)) return false
  const [only, second] = [...new Set([...a.recognition.values, ...b.recognition.values])]
  return only !== undefined && second !== undefined && !disjoint(a.boxes, b.boxes)
}

function reported(first: Recogniser, second: Recogniser): Diagnostic {
  const { file, placed: { start, statement } } = second.entry
  const span = statement.kind === 'clause' ? statement.id.span : statement.span
  const named = ({ id, name }: Recogniser): Name => ({ zh: `条款 ${id} ${name.zh}`, en: `clause ${id} ${name.en}` })
  return placed(overlapWithoutPriority(span, named(first), named(second)), file, start)
}
