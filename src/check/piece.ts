import type { Ambiguity, Claim, Clause, Commencement, Definition, Effect, Entity, Enumeration, Example, Expr, Guarded, Limit, Measure, Name, Parameter, Power, Policy, Sharing, Table, Condition } from '../core/core.ts'
import type { Span } from '../base/span.ts'
import type { QuoteUse } from './environment.ts'
import type { Finding } from './finding.ts'
import type { SourceReads } from './source-index.ts'
import type { Declaration } from './symbols.ts'

/** One statement, elaborated: its part of the core and what the rules across statements need to know of it. */
export interface Piece {
  readonly content: Content
  readonly findings: readonly Finding[]
  readonly uses: ReadonlySet<Declaration>
  readonly quotes: readonly QuoteUse[]
  /** What it depends on beside the declarations. */
  readonly reads: SourceReads
}

export type Header = Pick<Policy, 'id' | 'title' | 'jurisdiction' | 'edition' | 'published' | 'source' | 'rounding' | 'order'>

export type Content =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'commencement'; readonly commencement: Commencement | null }
  | { readonly kind: 'entity'; readonly entity: Entity; readonly units: readonly Name[]; readonly role: 'applicant' | 'matter' }
  | { readonly kind: 'enumeration'; readonly enumeration: Enumeration }
  | { readonly kind: 'agency'; readonly agencies: readonly Name[] }
  | { readonly kind: 'parameter'; readonly parameter: Parameter | null }
  | { readonly kind: 'definition'; readonly definitions: readonly Definition[] }
  | { readonly kind: 'table'; readonly table: Table | null }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'clause'; readonly clause: Clause | null; readonly limits: readonly Limit[]; readonly summary: ClauseSummary }
  | { readonly kind: 'constraint'; readonly limits: readonly Limit[]; readonly conditions: readonly ConditionOn[]; readonly sharing: readonly SharingItem[]; readonly cumulable: readonly Guarded<readonly string[]>[] }
  | { readonly kind: 'recital' }
  | { readonly kind: 'ambiguity'; readonly ambiguity: Ambiguity }
  | { readonly kind: 'claim'; readonly claim: Claim | null }
  | { readonly kind: 'example'; readonly example: Example | null }

/** A condition that a constraint sets to a clause, or under which it makes a power of it. */
export type ConditionOn =
  | { readonly kind: 'condition'; readonly clause: string; readonly condition: Guarded<Condition> }
  | { readonly kind: 'power'; readonly clause: string; readonly power: Guarded<Power> }

/** Who pays, and where it is said. */
export interface SharingItem {
  readonly sharing: Sharing
  readonly span: Span
}

/** What the rules across clauses ask of a clause. */
export interface ClauseSummary {
  /** An amount without an upper end, that no limit of the clause itself caps: where it stands, and the share as written. */
  readonly uncapped: { readonly span: Span; readonly share: string } | null
  readonly recognises: Recognition | null
  readonly exceptionTo: readonly { readonly id: string; readonly span: Span }[]
}

export interface Recognition {
  readonly enumeration: string
  readonly values: ReadonlySet<string>
  readonly conditions: readonly Guarded<Condition>[]
}

export const NO_SUMMARY: ClauseSummary = { uncapped: null, recognises: null, exceptionTo: [] }

/** The literal values that an outcome can be. */
export function outcomeValues(effect: Effect & { readonly kind: 'status' }): ReadonlySet<string> {
  const values = new Set<string>()
  const collect = (expr: Expr): void => {
    if (expr.kind === 'literal') values.add(expr.value)
    else if (expr.kind === 'choose') {
      for (const one of expr.cases) collect(one.then)
      if (expr.otherwise !== null) collect(expr.otherwise)
    }
  }
  collect(effect.value)
  return values
}
