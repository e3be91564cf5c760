import type { Type } from '../values/types.ts'
import { common } from '../values/operators.ts'
import type { Context, DeclaredTypes, Scope } from './context.ts'
import { applicantFrame, subjectScope } from './context.ts'
import { inferExpression } from './infer.ts'
import type { ColumnSymbol, DefinitionSymbol, ParameterSymbol, Symbols, TableSymbol } from './symbols.ts'

/** Infers each declaration when it is first asked for. One that comes round to itself has no type. */
export function declaredTypes(symbols: Symbols): DeclaredTypes {
  const known = new Map<object, Map<string, Type | null>>()
  const types: DeclaredTypes = {
    definition: (symbol, entity) => once(symbol, entity, () => definitionType(context(), symbol, entity)),
    parameter: (symbol) => once(symbol, '', () => parameterType(context(), symbol)),
    column: (symbol) => once(symbol, '', () => columnType(context(), symbol)),
    tableKey: (symbol) => once(symbol, '', () => tableKeyType(context(), symbol)),
  }
  function context(): Context {
    return { symbols, types, findings: [], uses: new Set(), infer: inferExpression, nesting: { depth: 0 } }
  }
  function once(symbol: object, entity: string, make: () => Type | null): Type | null {
    let byEntity = known.get(symbol)
    if (byEntity === undefined) known.set(symbol, (byEntity = new Map()))
    const found = byEntity.get(entity)
    if (found !== undefined) return found
    byEntity.set(entity, null)
    const type = make()
    byEntity.set(entity, type)
    return type
  }
  return types
}

function definitionType(ctx: Context, symbol: DefinitionSymbol, entityName: string): Type | null {
  const entity = ctx.symbols.entities.get(entityName)
  return entity === undefined ? null : inferExpression(ctx, subjectScope(ctx.symbols, entity), symbol.statement.value, null)?.type ?? null
}

function parameterType(ctx: Context, symbol: ParameterSymbol): Type | null {
  const [first] = symbol.statement.values
  return first === undefined ? null : inferExpression(ctx, [], first.value, null)?.type ?? null
}

/** One type for all the rows of a column. */
function columnType(ctx: Context, symbol: ColumnSymbol): Type | null {
  let type: Type | null = null
  for (const row of symbol.table.statement.rows) {
    const value = row.values[symbol.index]
    const next: Type | null = value === undefined ? null : inferExpression(ctx, applicantFrame(ctx.symbols), value, type)?.type ?? null
    if (next !== null) type = type === null ? next : common(type, next) ?? type
  }
  return type
}

/** What a table goes by is looked up from where it is used; its type is that of the first entity that has it. */
function tableKeyType(ctx: Context, symbol: TableSymbol): Type | null {
  for (const scope of tableScopes(ctx.symbols)) {
    const expr = inferExpression(ctx, scope, symbol.statement.by, null)
    if (expr !== null) return expr.type
  }
  return null
}

export function tableScopes(symbols: Symbols): readonly Scope[] {
  return [applicantFrame(symbols), ...[...symbols.entities.values()].filter((entity) => entity !== symbols.applicant).map((entity) => subjectScope(symbols, entity))]
}
