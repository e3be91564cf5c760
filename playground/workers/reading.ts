import { shift } from '../../src/base/span.ts'
import type { Span } from '../../src/base/span.ts'
import type { Text } from '../../src/explain/text.ts'
import { segmentSource } from '../../src/source/segments.ts'
import type { Segment } from '../../src/source/segments.ts'
import type { FileTree } from '../../src/syntax/tree.ts'
import { figuresOf } from '../figures/link.ts'
import { perObject } from '../../src/base/per-object.ts'
import { declaredName, idOf, knownStatements, nameOf, spanOf } from '../figures/statements.ts'
import type { Known } from '../figures/statements.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import type { Coverage, Figure, OutlineEntry, SegmentView } from './protocol.ts'

/** What the page shows of the texts themselves, before anything is evaluated. */
export interface TextView {
  readonly known: readonly Known[]
  readonly outline: readonly OutlineEntry[]
  readonly segments: readonly SegmentView[]
  readonly figures: readonly Figure[]
  readonly title: Text
}

let latest: { readonly source: string; readonly segments: readonly Segment[] } | null = null

/** The same list for the same text. */
export function segmentsOf(source: string): readonly Segment[] {
  if (latest?.source !== source) latest = { source, segments: segmentSource(source) }
  return latest.segments
}

/** @param uncovered the segments that the checker says nothing accounts for */
export function viewOf(trees: readonly FileTree[], source: string, uncovered: ReadonlySet<string>): TextView {
  const segments = segmentsOf(source)
  const known = knownStatements(trees, segments)
  return { known, outline: inTextOrder(known.map(entryOf), segments), segments: segmentViews(segments, known, uncovered), figures: inOrder(figuresOf(known, source, SOURCE_FILE)), title: titleOf(known) }
}

/** Figures of the official text in its order, then those that stand in the code alone. */
function inOrder(figures: readonly Figure[]): readonly Figure[] {
  return [...figures].sort((a, b) => (a.source?.start ?? Infinity) - (b.source?.start ?? Infinity) || 0)
}

/** Statements in the order of the sentences that they quote, or that stand where their quotation was; those that quote none keep their place at the end. */
export function inTextOrder(entries: readonly OutlineEntry[], segments: readonly { readonly id: string }[]): readonly OutlineEntry[] {
  const order = new Map(segments.map((each, index) => [each.id, index]))
  const place = ({ segments: [first], drifted }: OutlineEntry): number => order.get(first ?? drifted[0]?.now?.segment ?? '') ?? order.size
  return [...entries].sort((a, b) => place(a) - place(b))
}

const entryOf = perObject((known: Known): OutlineEntry => {
  const { statement } = known.placed
  const cited = known.quotes.filter((each) => each.cites)
  return {
    key: known.key, kind: statement.kind, id: idOf(statement), name: nameOf(declaredName(statement)), file: known.file, span: spanOf(known),
    segments: [...new Set(cited.flatMap((each) => (each.found === null ? [] : [each.found.segment])))],
    drifted: known.quotes.filter((each) => each.found === null && each.text !== '').map(({ text, span }) => ({ quote: text, span, now: null })),
  }
})

function segmentViews(segments: readonly Segment[], known: readonly Known[], uncovered: ReadonlySet<string>): readonly SegmentView[] {
  const quoting = new Map<string, Known[]>()
  const ambiguities = new Map<string, string[]>()
  for (const each of known) {
    const { statement } = each.placed
    for (const id of new Set(each.quotes.flatMap((quote) => (quote.cites && quote.found !== null ? [quote.found.segment] : [])))) quoting.set(id, [...(quoting.get(id) ?? []), each])
    if (statement.kind !== 'ambiguity' || statement.at === 'whole') continue
    for (const id of new Set(statement.at.map(({ text }) => text))) ambiguities.set(id, [...(ambiguities.get(id) ?? []), statement.id.text])
  }
  return segments.map((segment): SegmentView => {
    const own = quoting.get(segment.id) ?? []
    const about = new Set(own.flatMap((each) => ambiguities.get(idOf(each.placed.statement) ?? '') ?? []))
    return {
      id: segment.id, kind: segment.kind, span: { start: segment.start, end: segment.end },
      coverage: coverageOf(segment, own, about.size > 0, uncovered), statements: own.map((each) => each.key), ambiguities: [...about],
    }
  })
}

function coverageOf(segment: Segment, quoting: readonly Known[], ambiguous: boolean, uncovered: ReadonlySet<string>): Coverage {
  if (uncovered.has(segment.id)) return 'uncovered'
  if (segment.kind !== 'sentence') return 'structure'
  const kinds = new Set(quoting.map((each) => each.placed.statement.kind))
  if (kinds.size === 0) return 'uncovered'
  if (ambiguous) return 'ambiguous'
  return [...kinds].every((kind) => kind === 'direction' || kind === 'recital') ? 'direction' : 'encoded'
}

function titleOf(known: readonly Known[]): Text {
  for (const { placed: { statement } } of known) {
    if (statement.kind !== 'policy') continue
    for (const item of statement.items) if (item.kind === 'title') return { zh: item.texts.zh.text, en: item.texts.en?.text ?? item.texts.zh.text }
  }
  return { zh: '', en: '' }
}

/** The statement that a place of a file is in; the one before it where it is in none. */
export function statementAt(known: readonly Known[], file: string, offset: number): Known | null {
  const before = known.filter((each) => each.file === file && each.placed.start <= offset)
  return before.at(-1) ?? null
}

export function textOf(known: Known): string {
  const span: Span = shift(known.placed.statement.span, known.placed.start)
  return known.text.slice(span.start, span.end)
}
