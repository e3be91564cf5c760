import type { Claim, Expr } from '../../core/core.ts'
import type { ClaimBody, Statement } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import { applicantFrame, subjectScope } from '../context.ts'
import type { Context, Scope } from '../context.ts'
import { clauseNamed, clausesOf, entityNamed } from '../infer-matters.ts'
import { nameOf } from '../names.ts'
import type { Content } from '../piece.ts'
import { unknownName } from '../rules/unknown-name.ts'
import type { ClauseSymbol } from '../symbols.ts'
import { keys, limitMax } from './limits.ts'
import { enumerationOf } from './statuses.ts'

/** Null core when something in the claim is wrong. */
export function claim(ctx: Context, statement: Statement & { readonly kind: 'claim' }): Content {
  return { kind: 'claim', claim: statement.body === null ? null : claimOf(ctx, nameOf(statement.name), statement.body) }
}

function claimOf(ctx: Context, name: Claim['name'], body: ClaimBody): Claim | null {
  switch (body.kind) {
    case 'bound':
      return bound(ctx, name, body)
    case 'exclusive': {
      const enumeration = enumerationOf(ctx, body.values)
      return enumeration === null ? null : { kind: 'exclusive', name, enumeration: enumeration.name.zh, values: body.values.map((word) => canonical(ctx.symbols, word.text)) }
    }
    case 'monotone': {
      const clause = clauseNamed(ctx, body.clause)
      const entity = entityNamed(ctx, body.entity)
      if (clause === undefined || entity === undefined) return null
      const field = entity.fields.get(canonical(ctx.symbols, body.field.text))
      if (field === undefined) {
        ctx.findings.push(unknownName(body.field, 'field', entity.fields.keys()))
        return null
      }
      return { kind: 'monotone', name, clause: clause.id, entity: entity.name.zh, field: field.name.zh }
    }
  }
}

function bound(ctx: Context, name: Claim['name'], body: ClaimBody & { readonly kind: 'bound' }): Claim | null {
  const clauses = clausesOf(ctx, body.clauses)
  if (clauses === null) return null
  const scopes = clauses.map((clause) => scopeOf(ctx, clause))
  const max = limitMax(ctx, scopes[0] ?? applicantFrame(ctx.symbols), body.max)
  const key: { [clause: string]: readonly Expr[] } = {}
  if (body.key !== null) {
    for (const [index, clause] of clauses.entries()) {
      const exprs = keys(ctx, scopes[index] ?? [], body.key)
      if (exprs === null) return null
      key[clause.id] = exprs
    }
  }
  if (max === null) return null
  return { kind: 'bound', name, clauses: clauses.map((clause) => clause.id), key: body.key === null ? null : key, measure: max.type.kind === 'money' ? 'amount' : 'count', period: body.period, max }
}

function scopeOf(ctx: Context, clause: ClauseSymbol): Scope {
  const entity = clause.entity === null ? undefined : ctx.symbols.entities.get(canonical(ctx.symbols, clause.entity))
  return entity === undefined ? applicantFrame(ctx.symbols) : subjectScope(ctx.symbols, entity)
}
