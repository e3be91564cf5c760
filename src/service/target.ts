import type { Span } from '../base/span.ts'

export type TargetKind =
  | 'policy' | 'entity' | 'field' | 'enumeration' | 'value' | 'unit' | 'agency' | 'parameter' | 'definition' | 'table' | 'column'
  | 'ambiguity' | 'reading' | 'clause' | 'measure' | 'claim' | 'example' | 'subject'

/** Something that is declared once and named elsewhere. `name` is the Chinese spelling, or the number; `owner` the entity, enumeration, table, … that it belongs to. */
export interface Target {
  readonly kind: TargetKind
  readonly owner: string | null
  readonly name: string
}

/** A word of a statement and what it stands for. */
export interface Occurrence {
  /** Relative to the statement. */
  readonly span: Span
  readonly text: string
  readonly target: Target
  readonly declares: boolean
  /** A number (条款 6.1) rather than a name. */
  readonly numbered: boolean
}

export function sameTarget(a: Target, b: Target): boolean {
  return a.kind === b.kind && a.owner === b.owner && a.name === b.name
}
