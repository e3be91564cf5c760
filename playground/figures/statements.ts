import { shift } from '../../src/base/span.ts'
import type { Span } from '../../src/base/span.ts'
import type { Text } from '../../src/explain/text.ts'
import { findQuote } from '../../src/source/find-quote.ts'
import type { Segment } from '../../src/source/segments.ts'
import { pairOf } from '../../src/syntax/names.ts'
import type { Declared, FileTree, Placed, Quote, Statement } from '../../src/syntax/tree.ts'

/** A statement with what the page needs to know of it. */
export interface Known {
  readonly key: string
  readonly file: string
  readonly text: string
  readonly placed: Placed
  readonly quotes: readonly KnownQuote[]
}

export interface KnownQuote {
  readonly text: string
  /** Of `text` in the file. */
  readonly span: Span
  /** 依据 counts for coverage, 参见 does not. */
  readonly cites: boolean
  /** Where it stands in the official text; null when it does not. */
  readonly found: { readonly segment: string; readonly start: number } | null
}

export function nameOf(declared: Declared | null): Text {
  if (declared === null) return { zh: '', en: '' }
  const { text } = declared.name
  return pairOf(declared) ?? { zh: text, en: text }
}

export function declaredName(statement: Statement): Declared | null {
  return 'name' in statement ? statement.name : null
}

export function idOf(statement: Statement): string | null {
  return 'id' in statement ? (statement.id?.text ?? null) : null
}

function keyOf(statement: Statement, index: number): string {
  const id = idOf(statement)
  if (id !== null) return `${statement.kind} ${id}`
  const name = nameOf(declaredName(statement)).zh
  return name === '' ? `${statement.kind} ${index}` : `${statement.kind} ${name}`
}

interface WrittenQuote {
  readonly quote: Quote
  readonly cites: boolean
}

function quotesOf(statement: Statement): readonly WrittenQuote[] {
  const cited = (quotes: readonly Quote[]): WrittenQuote[] => quotes.map((quote) => ({ quote, cites: true }))
  if (statement.kind === 'measure') return cited(statement.quotes)
  if (statement.kind === 'parameter') return statement.values.flatMap((value) => cited(value.quotes))
  if (!('items' in statement)) return []
  return statement.items.flatMap((item): WrittenQuote[] => {
    if (item.kind === 'cites') return [{ quote: item.quote, cites: true }]
    if (item.kind === 'see') return [{ quote: item.quote, cites: false }]
    return []
  })
}

/** Of several places the one in the sentence with the statement's own number. */
function place(segments: readonly Segment[], own: Segment | undefined, text: string): KnownQuote['found'] {
  const best = (own === undefined ? undefined : findQuote([own], text)[0]) ?? findQuote(segments, text)[0]
  return best === undefined ? null : { segment: best.segment.id, start: best.start }
}

interface KnownFile {
  readonly segments: readonly Segment[]
  readonly statements: readonly Known[]
}

/** A file that was not edited is the same object, and so is what is known of it, as long as the official text is. */
const files = new WeakMap<FileTree, KnownFile>()

/** The statements of the files with their quotations, in the order of the files. */
export function knownStatements(trees: readonly FileTree[], segments: readonly Segment[]): readonly Known[] {
  const seen = new Map<string, number>()
  return trees.flatMap((tree) => knownIn(tree, segments)).map((known): Known => {
    const times = (seen.get(known.key) ?? 0) + 1
    seen.set(known.key, times)
    return times === 1 ? known : { ...known, key: `${known.key} (${times})` }
  })
}

function knownIn(tree: FileTree, segments: readonly Segment[]): readonly Known[] {
  const before = files.get(tree)
  if (before !== undefined && before.segments === segments) return before.statements
  const byId = new Map(segments.map((segment) => [segment.id, segment]))
  const { file, text } = tree
  const statements = tree.statements.map((placed, index): Known => {
    const { statement, start } = placed
    const own = byId.get(idOf(statement) ?? '')
    const quotes = quotesOf(statement).map(({ quote, cites }): KnownQuote => {
      const lead = quote.text.length - quote.text.trimStart().length
      const trimmed = quote.text.trim()
      const from = quote.span.start + start + lead
      return { text: trimmed, span: { start: from, end: from + trimmed.length }, cites, found: place(segments, own, trimmed) }
    })
    return { key: keyOf(statement, index), file, text, placed, quotes }
  })
  files.set(tree, { segments, statements })
  return statements
}

export function spanOf(known: Known): Span {
  return shift(known.placed.statement.span, known.placed.start)
}
