import type { Expr } from '../core/core.ts'
import type { Type } from '../values/types.ts'
import type { Expression } from '../syntax/tree.ts'
import type { Findings } from './finding.ts'
import type { ColumnSymbol, Declaration, DefinitionSymbol, EntitySymbol, ParameterSymbol, Symbols, TableSymbol } from './symbols.ts'

/** What elaborating one statement needs and gathers. */
export interface Context {
  readonly symbols: Symbols
  readonly types: DeclaredTypes
  readonly findings: Findings
  /** Declarations that the statement uses. */
  readonly uses: Set<Declaration>
  /** `inferExpression`: the parts of it call each other through here. */
  readonly infer: (ctx: Context, scope: Scope, tree: Expression, expected: Type | null) => Expr | null
  readonly nesting: { depth: number }
}

/** Types of declarations that follow from their expressions. Null: they have none, which is reported where they stand. */
export interface DeclaredTypes {
  readonly definition: (symbol: DefinitionSymbol, entity: string) => Type | null
  readonly parameter: (symbol: ParameterSymbol) => Type | null
  readonly column: (symbol: ColumnSymbol) => Type | null
  readonly tableKey: (symbol: TableSymbol) => Type | null
}

/** A matter, or the applicant, whose facts can be named directly. */
export interface Frame {
  readonly entity: EntitySymbol
  readonly expr: Expr
  /** An aggregate's matter: how deep it lies is counted where it is used. */
  readonly item: boolean
}

/** Innermost first: the matter of an aggregate, the subject, the applicant. */
export type Scope = readonly Frame[]

export function applicantFrame(symbols: Symbols): Scope {
  const { applicant } = symbols
  return applicant === null ? [] : [{ entity: applicant, expr: { kind: 'applicant', type: applicant.type }, item: false }]
}

/** The scope of a clause about `entity`. */
export function subjectScope(symbols: Symbols, entity: EntitySymbol): Scope {
  if (entity === symbols.applicant) return applicantFrame(symbols)
  return [{ entity, expr: { kind: 'subject', type: entity.type }, item: false }, ...applicantFrame(symbols)]
}

export function itemScope(scope: Scope, entity: EntitySymbol): Scope {
  const outer = scope.filter((frame) => frame.item || frame.expr.kind === 'subject' || frame.expr.kind === 'applicant')
  return [{ entity, expr: { kind: 'item', type: entity.type, depth: 0 }, item: true }, ...outer]
}

/** What a frame stands for, seen from inside the aggregates that are further in. */
export function frameExpr(scope: Scope, index: number): Expr {
  const frame = scope[index]
  if (frame === undefined) throw new RangeError('there is no such frame')
  if (frame.expr.kind !== 'item') return frame.expr
  const depth = scope.slice(0, index).filter((inner) => inner.item).length
  return depth === 0 ? frame.expr : { ...frame.expr, depth }
}
