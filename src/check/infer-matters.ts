import type { Expr } from '../core/core.ts'
import type { ClauseList, Expression, Word } from '../syntax/tree.ts'
import { resultOf } from '../values/operators.ts'
import type { Type } from '../values/types.ts'
import { isNumeric } from '../values/types.ts'
import { canonical } from './canonical.ts'
import type { Context, Scope } from './context.ts'
import { itemScope } from './context.ts'
import { every, infer, inferAs } from './infer-as.ts'
import { BOOLEAN, DATE, MONEY, WHOLE } from './literals.ts'
import { cannotCompute } from './rules/cannot-compute.ts'
import { unknownClause } from './rules/unknown-clause.ts'
import { unknownName } from './rules/unknown-name.ts'
import type { ClauseSymbol, EntitySymbol } from './symbols.ts'

/** An applicant or matter by its name; undefined when there is none, reported. */
export function entityNamed(ctx: Context, word: Word): EntitySymbol | undefined {
  const entity = ctx.symbols.entities.get(canonical(ctx.symbols, word.text))
  if (entity === undefined) ctx.findings.push(unknownName(word, 'entity', ctx.symbols.entities.keys()))
  else ctx.uses.add(entity)
  return entity
}

export function inferAggregate(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'aggregate' }): Expr | null {
  const entity = entityNamed(ctx, tree.entity)
  if (entity === undefined) return null
  const inner = itemScope(scope, entity)
  const where = tree.where === null ? null : inferAs(ctx, inner, tree.where, BOOLEAN)
  const value = tree.value === null ? null : infer(ctx, inner, tree.value, null)
  if ((tree.where !== null && where === null) || (tree.value !== null && value === null)) return null
  const type = aggregateType(tree.op, value?.type ?? null)
  if (type !== null) return { kind: 'aggregate', type, op: tree.op, entity: entity.name.zh, where, value }
  if (value !== null) ctx.findings.push(cannotCompute(tree.span, tree.op === 'sum' ? 'add' : 'max', [value.type], ctx.symbols))
  return null
}

function aggregateType(op: (Expression & { readonly kind: 'aggregate' })['op'], value: Type | null): Type | null {
  switch (op) {
    case 'count':
      return WHOLE
    case 'exists':
      return BOOLEAN
    case 'sum':
      return value !== null && isNumeric(value) ? value : null
    case 'min':
    case 'max':
      return value === null ? null : resultOf(op, [value])
  }
}

export function inferGranted(ctx: Context, scope: Scope, tree: Expression & { readonly kind: 'granted' }): Expr | null {
  const clauses = clausesOf(ctx, tree.clauses)
  const key = tree.key.map((one) => infer(ctx, scope, one, null))
  const from = tree.from === null ? null : inferAs(ctx, scope, tree.from, DATE)
  const until = tree.until === null ? null : inferAs(ctx, scope, tree.until, DATE)
  const broken = (tree.from !== null && from === null) || (tree.until !== null && until === null)
  if (clauses === null || !every(key) || broken) return null
  return { kind: 'granted', type: tree.measure === 'amount' ? MONEY : WHOLE, measure: tree.measure, clauses: clauses.map((clause) => clause.id), key, period: tree.period, from, until }
}

/** A clause or direction by its number; undefined when there is none, reported. */
export function clauseNamed(ctx: Context, word: Word): ClauseSymbol | undefined {
  const clause = ctx.symbols.clauses.get(word.text)
  if (clause !== undefined && (clause.kind === 'clause' || clause.kind === 'direction')) return clause
  ctx.findings.push(unknownClause(word, clauseIds(ctx)))
  return undefined
}

export function* clauseIds(ctx: Context): Iterable<string> {
  for (const clause of ctx.symbols.clauses.values()) if (clause.kind === 'clause') yield clause.id
}

/** The clauses of a list; 全部条款 is every clause that gives an amount (or, of conditions, support of any kind). Null when one is unknown, reported. */
export function clausesOf(ctx: Context, list: ClauseList, all: 'pays' | 'supports' = 'pays'): readonly ClauseSymbol[] | null {
  if (list.kind === 'listed') {
    const found = list.clauses.map((word) => clauseNamed(ctx, word))
    return found.every((clause) => clause !== undefined) ? found : null
  }
  const except = new Set<string>()
  for (const word of list.except) {
    if (clauseNamed(ctx, word) === undefined) return null
    except.add(word.text)
  }
  return [...ctx.symbols.clauses.values()].filter((clause) => clause.kind === 'clause' && clause[all] && !except.has(clause.id))
}
