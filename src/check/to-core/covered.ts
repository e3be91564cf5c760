import type { Expr } from '../../core/core.ts'
import type { ClauseList, Expression } from '../../syntax/tree.ts'
import { eachExpression } from '../../syntax/visit.ts'
import { fits } from '../../values/operators.ts'
import { canonical } from '../canonical.ts'
import { applicantFrame, subjectScope } from '../context.ts'
import type { Context, Scope } from '../context.ts'
import { infer, inferAs, inferQuietly } from '../infer-as.ts'
import { clausesOf } from '../infer-matters.ts'
import { BOOLEAN } from '../literals.ts'
import { keyNotInClause } from '../rules/key-not-in-clause.ts'
import type { ClauseSymbol } from '../symbols.ts'

/** A clause that a constraint covers, and what the constraint's expressions say in it. */
export interface Covered {
  readonly id: string
  readonly scope: Scope
  readonly exprs: readonly Expr[]
}

/** The covered clauses with the key of each. Of 全部条款 those count whose subject or applicant has the key; a listed one without it is an error. */
export function cover(ctx: Context, list: ClauseList, key: readonly Expression[]): readonly Covered[] | null {
  const clauses = clausesOf(ctx, list)
  return clauses === null ? null : within(ctx, list, clauses, key, (scope, tree) => infer(ctx, scope, tree, null), (scope, tree) => inferQuietly(ctx, scope, tree, null))
}

/** The covered clauses with the condition as each reads it. Of 全部条款 (every clause that gives support, or those of `among`) those count that have its facts. */
export function coverCondition(ctx: Context, list: ClauseList, condition: Expression, among: readonly string[] | null = null): readonly Covered[] | null {
  const clauses = clausesOf(ctx, list, 'supports')?.filter(({ id }) => among === null || among.includes(id)) ?? null
  const quietly = (scope: Scope, tree: Expression): Expr | null => conditionIn(ctx, scope, tree)
  return clauses === null ? null : within(ctx, list, clauses, [condition], (scope, tree) => inferAs(ctx, scope, tree, BOOLEAN), quietly)
}

/** The condition in a clause's scope; null when it cannot be said there. */
export function conditionIn(ctx: Context, scope: Scope, tree: Expression): Expr | null {
  const expr = inferQuietly(ctx, scope, tree, BOOLEAN)
  return expr !== null && fits(expr.type, BOOLEAN) ? expr : null
}

type Infer = (scope: Scope, tree: Expression) => Expr | null

function within(ctx: Context, list: ClauseList, clauses: readonly ClauseSymbol[], trees: readonly Expression[], loudly: Infer, quietly: Infer): readonly Covered[] | null {
  const covered: Covered[] = []
  let whole = true
  for (const clause of clauses) {
    const scope = scopeOf(ctx, clause)
    const exprs = trees.map((tree) => quietly(scope, tree))
    if (exprs.every((expr) => expr !== null)) covered.push({ id: clause.id, scope, exprs })
    else if (list.kind === 'listed') {
      const lacking = trees[exprs.indexOf(null)]
      if (lacking !== undefined) reportLacking(ctx, scope, lacking, list, clause.id, loudly)
      whole = false
    }
  }
  if (list.kind === 'listed') return whole ? covered : null
  if (covered.length > 0 || clauses.length === 0) return covered
  for (const tree of trees) loudly(scopeOf(ctx, clauses[0]), tree)
  return null
}

export function scopeOf(ctx: Context, clause: ClauseSymbol | undefined): Scope {
  const entity = clause === undefined || clause.entity === null ? undefined : ctx.symbols.entities.get(canonical(ctx.symbols, clause.entity))
  return entity === undefined ? applicantFrame(ctx.symbols) : subjectScope(ctx.symbols, entity)
}

/** A name that is declared, but not for the clause's subject, is named; anything else is reported by what is wrong in it. */
function reportLacking(ctx: Context, scope: Scope, tree: Expression, list: ClauseList & { readonly kind: 'listed' }, id: string, loudly: Infer): void {
  const word = list.clauses.find((one) => one.text === id)
  let name: string | null = null
  eachExpression(tree, (part) => {
    if (name === null && part.kind === 'name' && isDeclared(ctx, part.name.text) && inferQuietly(ctx, scope, part, null) === null) name = part.name.text
  })
  if (name !== null) ctx.findings.push(keyNotInClause((word ?? tree).span, id, name))
  else loudly(scope, tree)
}

function isDeclared(ctx: Context, text: string): boolean {
  const name = canonical(ctx.symbols, text)
  for (const entity of ctx.symbols.entities.values()) if (entity.name.zh === name || entity.fields.has(name)) return true
  return ctx.symbols.definitions.has(name)
}
