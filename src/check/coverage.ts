import type { Statement } from '../syntax/tree.ts'
import { markOf } from '../source/marks.ts'
import type { Segment } from '../source/segments.ts'
import type { Span } from '../base/span.ts'
import type { Entry } from './entry.ts'
import { segmentAt } from './source-index.ts'
import type { SourceIndex } from './source-index.ts'

/** How a piece of the official text is accounted for. */
export type Standing = 'encoded' | 'direction' | 'recital' | 'ambiguous' | 'partly-covered' | 'uncovered'

export interface CoveringStatement {
  readonly kind: Statement['kind']
  /** Its number; for one without a number its name. */
  readonly id: string
  readonly file: string
  /** Where the statement starts in the file. */
  readonly start: number
}

/** One piece of the official text, in its order. Spans are offsets in it. */
export interface CoverageRow {
  readonly segment: Segment
  readonly standing: Standing
  readonly statements: readonly CoveringStatement[]
  /** Ambiguities about a clause that rests on it. */
  readonly ambiguities: readonly string[]
  readonly uncovered: readonly Span[]
  /** Passages that a later statement cites again. */
  readonly doubled: readonly { readonly span: Span; readonly first: Entry; readonly second: Entry; readonly at: Span }[]
}

interface Use extends Span {
  readonly entry: Entry
  /** In its statement. */
  readonly at: Span
}

/** Each segment with what cites it. Linear in the text and the quotations, but for one sort. */
export function coverage(source: SourceIndex, entries: readonly Entry[]): readonly CoverageRow[] {
  const bySegment = usesBySegment(source, entries)
  const ambiguous = ambiguitiesByClause(entries)
  return source.segments.map((segment) => row(segment, bySegment.get(segment) ?? [], ambiguous))
}

function usesBySegment(source: SourceIndex, entries: readonly Entry[]): ReadonlyMap<Segment, readonly Use[]> {
  const uses = new Map<Segment, Use[]>()
  for (const entry of entries) {
    for (const quote of entry.piece.quotes) {
      if (!quote.counts) continue
      const use: Use = { start: quote.start, end: quote.end, entry, at: quote.span }
      const own = source.byId.get(quote.sentence)
      if (own !== undefined && quote.end <= own.end) append(uses, own, use)
      else for (const segment of segmentsWithin(source, quote)) append(uses, segment, use)
    }
  }
  for (const entry of entries) {
    const { statement } = entry.placed
    if (statement.kind === 'measure') coverMeasure(source, uses, entry, statement)
    else if (statement.kind === 'policy') coverTitle(source, uses, entry)
  }
  return uses
}

function append(uses: Map<Segment, Use[]>, segment: Segment, use: Use): void {
  const list = uses.get(segment)
  if (list === undefined) uses.set(segment, [use])
  else list.push(use)
}

function segmentsWithin(source: SourceIndex, span: Span): readonly Segment[] {
  const first = segmentAt(source.segments, span.start)
  if (first === undefined) return []
  const from = source.segments.indexOf(first)
  let to = from
  while ((source.segments[to]?.start ?? span.end) < span.end) to += 1
  return source.segments.slice(from, to)
}

/** A measure accounts for its heading and its line of units without quoting them; that they agree is for two rules of their own. */
function coverMeasure(source: SourceIndex, uses: Map<Segment, Use[]>, entry: Entry, statement: Statement & { readonly kind: 'measure' }): void {
  // A quotation that the official text no longer has was of one of these.
  const allFound = entry.piece.quotes.length >= statement.quotes.length
  for (const segment of source.byMeasure.get(statement.id.text) ?? []) {
    const lists = segment.kind === 'responsibility' && statement.responsible.length + statement.cooperating.length > 0
    if (segment.kind !== 'heading' && !lists) continue
    const quoted = uses.get(segment)?.some((use) => use.entry === entry) === true
    if (!quoted && allFound) append(uses, segment, { start: segment.start, end: segment.end, entry, at: statement.id.span })
  }
}

/** 标题 accounts for the official title, unless a statement quotes it. */
function coverTitle(source: SourceIndex, uses: Map<Segment, Use[]>, entry: Entry): void {
  const { content } = entry.piece
  if (content.kind !== 'header') return
  const title = source.segments.find((segment) => segment.kind === 'front' && segment.text === content.header.title.zh)
  if (title !== undefined && !uses.has(title)) append(uses, title, { start: title.start, end: title.end, entry, at: entry.placed.statement.span })
}

function ambiguitiesByClause(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { piece: { content } } of entries) {
    if (content.kind !== 'ambiguity') continue
    for (const clause of content.ambiguity.at) {
      const list = found.get(clause)
      if (list === undefined) found.set(clause, [content.ambiguity.id])
      else list.push(content.ambiguity.id)
    }
  }
  return found
}

function row(segment: Segment, uses: readonly Use[], ambiguous: ReadonlyMap<string, readonly string[]>): CoverageRow {
  const sorted = uses.length < 2 ? uses : uses.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const uncovered: Span[] = []
  const doubled: CoverageRow['doubled'][number][] = []
  let at = segment.start + (segment.kind === 'front' ? 0 : markOf(segment.text)?.length ?? 0)
  let last: Use | null = null
  for (const use of sorted) {
    addUncovered(uncovered, segment, at, use.start)
    if (last !== null && use.start < last.end && last.entry !== use.entry) {
      doubled.push({ span: { start: use.start, end: Math.min(use.end, last.end) }, ...inOrder(last, use) })
    }
    if (last === null || use.end > last.end) last = use
    at = Math.max(at, use.end)
  }
  addUncovered(uncovered, segment, at, segment.end)
  const statements = [...new Set(sorted.map((use) => use.entry))].map(covering)
  const ambiguities = [...new Set(statements.flatMap((one) => ambiguous.get(one.id) ?? []))]
  return { segment, standing: standing(statements, ambiguities, uncovered), statements, ambiguities, uncovered, doubled }
}

function inOrder(a: Use, b: Use): { readonly first: Entry; readonly second: Entry; readonly at: Span } {
  return { first: a.entry, second: b.entry, at: b.at }
}

function addUncovered(uncovered: Span[], segment: Segment, from: number, to: number): void {
  const [start, end] = [Math.max(from, segment.start), Math.min(to, segment.end)]
  if (end <= start) return
  const text = segment.text.slice(start - segment.start, end - segment.start)
  if (text.trim() !== '') uncovered.push({ start: start + text.length - text.trimStart().length, end: end - (text.length - text.trimEnd().length) })
}

function covering({ file, placed: { start, statement } }: Entry): CoveringStatement {
  return { kind: statement.kind, id: statementId(statement), file, start }
}

export function statementId(statement: Statement): string {
  switch (statement.kind) {
    case 'clause': case 'constraint': case 'direction': case 'recital': case 'measure': case 'ambiguity':
      return statement.id.text
    case 'commencement':
      return statement.id?.text ?? ''
    case 'agency':
      return statement.names[0]?.name.text ?? ''
    default:
      return statement.name.name.text
  }
}

function standing(statements: readonly CoveringStatement[], ambiguities: readonly string[], uncovered: readonly Span[]): Standing {
  if (statements.length === 0) return 'uncovered'
  if (uncovered.length > 0) return 'partly-covered'
  if (ambiguities.length > 0) return 'ambiguous'
  if (statements.every((one) => one.kind === 'recital')) return 'recital'
  return statements.every((one) => one.kind === 'direction' || one.kind === 'recital') ? 'direction' : 'encoded'
}
