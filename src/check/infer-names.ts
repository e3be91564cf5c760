import type { Expr } from '../core/core.ts'
import type { Word } from '../syntax/tree.ts'
import { sameType } from '../values/types.ts'
import type { Type } from '../values/types.ts'
import { canonical } from './canonical.ts'
import { frameExpr } from './context.ts'
import type { Context, Scope } from './context.ts'
import { inferQuietly } from './infer-as.ts'
import { ambiguousName } from './rules/ambiguous-name.ts'
import { unknownName } from './rules/unknown-name.ts'
import type { EnumerationSymbol, FieldSymbol } from './symbols.ts'

/**
 * What a name means, by the first that has it: the facts of the matter that an aggregate looks at, of the subject, of the applicant;
 * definitions about one of them; columns of tables; parameters; values of enumerations; the name of one of them, for its identity.
 */
export function inferName(ctx: Context, scope: Scope, word: Word, expected: Type | null): Expr | null {
  const name = canonical(ctx.symbols, word.text)
  const wanted = expected?.kind === 'enumeration' ? ctx.symbols.enumerations.get(expected.name) : undefined
  const found = fieldIn(ctx, scope, name)
  if (found !== undefined && (wanted === undefined || found === null || sameType(found.type, wanted.type) || !wanted.values.has(name))) return found
  if (wanted?.values.has(name) === true) return enumerationValue(ctx, wanted, name)
  for (const look of AFTER_FACTS) {
    const answer = look(ctx, scope, word, name)
    if (answer !== undefined) return answer
  }
  ctx.findings.push(unknownName(word, 'name', namesInScope(ctx, scope, wanted)))
  return null
}

/** Undefined: no such name here. Null: there is one, but it has no type, which is reported where it is declared. */
type Answer = Expr | null | undefined

/** The fact `field` of what `of` stands for. */
export function fieldOf(ctx: Context, symbol: FieldSymbol, of: Expr): Expr | null {
  ctx.uses.add(symbol)
  return symbol.type === null ? null : { kind: 'field', type: symbol.type, of, entity: symbol.entity, field: symbol.name.zh }
}

function fieldIn(ctx: Context, scope: Scope, name: string): Answer {
  for (let index = 0; index < scope.length; index += 1) {
    const symbol = scope[index]?.entity.fields.get(name)
    if (symbol !== undefined) return fieldOf(ctx, symbol, frameExpr(scope, index))
  }
  return undefined
}

function definitionIn(ctx: Context, scope: Scope, _word: Word, name: string): Answer {
  const symbols = ctx.symbols.definitions.get(name)
  if (symbols === undefined) return undefined
  for (let index = 0; index < scope.length; index += 1) {
    const entity = scope[index]?.entity
    if (entity === undefined) continue
    for (const symbol of symbols) {
      const about = symbol.entities.length === 0 ? entity === ctx.symbols.applicant : symbol.entities.includes(entity.name.zh)
      if (!about) continue
      ctx.uses.add(symbol)
      const type = ctx.types.definition(symbol, entity.name.zh)
      return type === null ? null : { kind: 'definition', type, name, of: frameExpr(scope, index) }
    }
  }
  return undefined
}

function columnOf(ctx: Context, scope: Scope, word: Word, name: string): Answer {
  const columns = ctx.symbols.columns.get(name)
  const [column, second] = columns ?? []
  if (column === undefined) return undefined
  if (second !== undefined) {
    ctx.findings.push(ambiguousName(word, (columns ?? []).map((one) => `${one.table.name.zh}·${one.name.zh}`)))
    return null
  }
  ctx.uses.add(column)
  ctx.uses.add(column.table)
  const type = ctx.types.column(column)
  const key = inferQuietly(ctx, scope, column.table.statement.by, ctx.types.tableKey(column.table))
  if (key === null) return undefined
  return type === null ? null : { kind: 'lookup', type, table: column.table.name.zh, column: name, key }
}

function parameterOf(ctx: Context, _scope: Scope, _word: Word, name: string): Answer {
  const symbol = ctx.symbols.parameters.get(name)
  if (symbol === undefined) return undefined
  ctx.uses.add(symbol)
  const type = ctx.types.parameter(symbol)
  return type === null ? null : { kind: 'parameter', type, name }
}

export function enumerationValue(ctx: Context, enumeration: EnumerationSymbol, name: string): Expr {
  ctx.uses.add(enumeration)
  return { kind: 'literal', type: enumeration.type, value: name }
}

function valueOf(ctx: Context, _scope: Scope, word: Word, name: string): Answer {
  const owners = ctx.symbols.valuesByName.get(name)
  const [owner, second] = owners ?? []
  if (owner === undefined) return undefined
  if (second === undefined) return enumerationValue(ctx, owner, name)
  ctx.findings.push(ambiguousName(word, (owners ?? []).map((one) => one.name.zh)))
  return null
}

function identityIn(ctx: Context, scope: Scope, _word: Word, name: string): Answer {
  for (let index = 0; index < scope.length; index += 1) {
    const entity = scope[index]?.entity
    if (entity?.name.zh !== name) continue
    ctx.uses.add(entity)
    return frameExpr(scope, index)
  }
  return undefined
}

const AFTER_FACTS: readonly ((ctx: Context, scope: Scope, word: Word, name: string) => Answer)[] = [definitionIn, columnOf, parameterOf, valueOf, identityIn]

/** For “did you mean”; a generator, since it is only read when a name is unknown. */
function* namesInScope(ctx: Context, scope: Scope, wanted: EnumerationSymbol | undefined): Iterable<string> {
  const { symbols } = ctx
  if (wanted !== undefined) yield* wanted.values.keys()
  for (const frame of scope) {
    yield* frame.entity.fields.keys()
    yield frame.entity.name.zh
  }
  yield* symbols.definitions.keys()
  yield* symbols.columns.keys()
  yield* symbols.parameters.keys()
  yield* symbols.valuesByName.keys()
  yield* symbols.english.values()
}
