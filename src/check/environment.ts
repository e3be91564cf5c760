import type { Context, DeclaredTypes } from './context.ts'
import type { SourceIndex, SourceReads } from './source-index.ts'
import type { Symbols } from './symbols.ts'

/** What every statement of a package is elaborated against. The same environment and the same statement give the same piece. */
export interface Environment {
  readonly symbols: Symbols
  readonly types: DeclaredTypes
  /** Null: the policy has no official text yet. */
  readonly source: SourceIndex | null
}

/** A statement being elaborated, in its environment. */
export interface Elaboration extends Context {
  readonly source: SourceIndex | null
  /** Quotations of the official text, in the order in which they stand. */
  readonly quotes: QuoteUse[]
  readonly reads: SourceReads
}

/** Where a statement quotes the official text. `counts`: as what it rests on (依据), not only as related (参见). */
export interface QuoteUse {
  readonly sentence: string
  readonly start: number
  readonly end: number
  readonly counts: boolean
  /** In the statement. */
  readonly span: { readonly start: number; readonly end: number }
}
