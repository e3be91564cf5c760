import { readable } from '../../src/explain/text.ts'
import type { Text } from '../../src/explain/text.ts'
import type { Evaluation, Figure, OutlineEntry, SegmentView } from '../workers/protocol.ts'

/** Kinds of statements that a person chooses by their number. */
const NUMBERED: ReadonlySet<string> = new Set(['clause', 'constraint', 'direction', 'commencement', 'recital'])

/** The number of the statement that a sentence is encoded by: the one with the sentence's own number, else the first. */
export function clauseOf(evaluation: Evaluation, segment: SegmentView): string | null {
  const quoting = evaluation.outline.filter((each) => each.id !== null && segment.statements.includes(each.key) && (NUMBERED.has(each.kind) || each.kind === 'measure'))
  return (quoting.find((each) => each.id === segment.id) ?? quoting[0])?.id ?? null
}

/** The statement with this number. */
export function entryOfClause(evaluation: Evaluation, clause: string | null): OutlineEntry | null {
  if (clause === null) return null
  const same = evaluation.outline.filter((each) => each.id === clause)
  return same.find((each) => NUMBERED.has(each.kind)) ?? same[0] ?? null
}

/** What a figure is called by: the number of its clause, or the name of the statement that it stands in. */
export function ownerOf(evaluation: Evaluation | null, figure: Figure): Text {
  if (figure.clause !== null) return { zh: figure.clause, en: figure.clause }
  const name = evaluation?.outline.find(({ key }) => key === figure.statement)?.name
  return name === undefined ? { zh: '', en: '' } : readable(name)
}

export function numbered(evaluation: Evaluation): readonly OutlineEntry[] {
  return evaluation.outline.filter((each) => each.id !== null && (NUMBERED.has(each.kind)))
}
