import type { Name } from '../core/core.ts'
import type { Span } from '../base/span.ts'
import type { Statement } from '../syntax/tree.ts'
import type { Type } from '../values/types.ts'
import type { Findings } from './finding.ts'

/**
 * What the files of a package declare. Every map is by the Chinese name (`chinese` leads to it from either spelling) or
 * by the number. Symbols are compared by identity; their number of uses is counted that way.
 */
export interface Symbols {
  /** From the English to the Chinese spelling; a Chinese one is not in it. */
  readonly chinese: ReadonlyMap<string, string>
  readonly english: ReadonlyMap<string, string>
  readonly applicant: EntitySymbol | null
  readonly entities: ReadonlyMap<string, EntitySymbol>
  readonly enumerations: ReadonlyMap<string, EnumerationSymbol>
  readonly valuesByName: ReadonlyMap<string, readonly EnumerationSymbol[]>
  readonly agencies: ReadonlyMap<string, AgencySymbol>
  readonly parameters: ReadonlyMap<string, ParameterSymbol>
  readonly definitions: ReadonlyMap<string, readonly DefinitionSymbol[]>
  readonly tables: ReadonlyMap<string, TableSymbol>
  readonly columns: ReadonlyMap<string, readonly ColumnSymbol[]>
  readonly ambiguities: ReadonlyMap<string, AmbiguitySymbol>
  readonly measures: ReadonlyMap<string, Statement & { readonly kind: 'measure' }>
  /** Units of quantities and of whole numbers that fields declare. */
  readonly quantityUnits: ReadonlySet<string>
  readonly countUnits: ReadonlySet<string>
  /** Clauses, directions and constraints, in the order in which they are written. */
  readonly clauses: ReadonlyMap<string, ClauseSymbol>
  /** Found while declaring. */
  readonly findings: ReadonlyMap<Statement, Findings>
}

interface Base {
  readonly name: Name
  readonly statement: Statement
  /** Of the declaration, for the lint on what is never used. */
  readonly span: Span
}

export interface FieldSymbol extends Base {
  readonly kind: 'field'
  readonly entity: string
  /** Null when the declared type is unknown (reported). */
  readonly type: Type | null
}

export interface EntitySymbol extends Base {
  readonly kind: 'entity'
  readonly role: 'applicant' | 'matter'
  readonly type: Type
  readonly fields: ReadonlyMap<string, FieldSymbol>
}

export interface EnumerationSymbol extends Base {
  readonly kind: 'enumeration'
  readonly type: Type
  readonly values: ReadonlyMap<string, Name>
}

export interface AgencySymbol extends Base {
  readonly kind: 'agency'
}

export interface ParameterSymbol extends Base {
  readonly kind: 'parameter'
  readonly statement: Statement & { readonly kind: 'parameter' }
}

export interface DefinitionSymbol extends Base {
  readonly kind: 'definition'
  readonly statement: Statement & { readonly kind: 'definition' }
  /** The entities that it is about, by Chinese name. */
  readonly entities: readonly string[]
}

export interface TableSymbol extends Base {
  readonly kind: 'table'
  readonly statement: Statement & { readonly kind: 'table' }
}

export interface ColumnSymbol extends Base {
  readonly kind: 'column'
  readonly table: TableSymbol
  readonly index: number
}

export interface AmbiguitySymbol {
  readonly id: string
  readonly name: Name
  readonly statement: Statement & { readonly kind: 'ambiguity' }
  readonly readings: ReadonlyMap<string, ReadingSymbol>
}

export interface ReadingSymbol extends Base {
  readonly kind: 'reading'
  readonly ambiguity: string
}

export type Declaration =
  | FieldSymbol | EntitySymbol | EnumerationSymbol | AgencySymbol | ParameterSymbol | DefinitionSymbol | TableSymbol | ColumnSymbol | ReadingSymbol

/** What other statements may know of a clause: an edit that leaves this as it is concerns the clause alone. */
export interface ClauseSymbol {
  readonly id: string
  readonly kind: 'clause' | 'direction' | 'constraint' | 'commencement'
  /** As written; null for none. */
  readonly entity: string | null
  /** Gives an amount of money. */
  readonly pays: boolean
  /** Gives support of any kind. */
  readonly supports: boolean
  /** How many limits a constraint sets. */
  readonly limits: number
}
