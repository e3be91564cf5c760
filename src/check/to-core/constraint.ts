import type { Citation, Expr, Limit, Share } from '../../core/core.ts'
import type { ClauseItem, ClauseList, Expression, Statement } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import { applicantFrame, subjectScope } from '../context.ts'
import type { Context, Scope } from '../context.ts'
import type { Elaboration } from '../environment.ts'
import { infer, inferQuietly } from '../infer-as.ts'
import { clausesOf } from '../infer-matters.ts'
import type { Content } from '../piece.ts'
import { keyNotInClause } from '../rules/key-not-in-clause.ts'
import type { ClauseSymbol } from '../symbols.ts'
import { citations } from './citations.ts'
import { reportUncited, usableItems } from './clause.ts'
import { guards } from './guards.ts'
import { limitId, limitNumbers } from './limit-ids.ts'
import { limitMax, ONCE, share, totalKind } from './limits.ts'

type ConstraintStatement = Statement & { readonly kind: 'clause' | 'constraint' | 'direction' | 'recital' }

/** The limits across clauses that one statement sets. */
export function constraint(ctx: Elaboration, statement: ConstraintStatement): Content & { readonly kind: 'constraint' } {
  const items = usableItems(ctx, statement)
  const cites = citations(ctx, items, statement.id.text)
  reportUncited(ctx, statement)
  const inPrinciple = items.some((item) => item.kind === 'in-principle')
  const limits: Limit[] = []
  const numbers = limitNumbers(items)
  let index = 0
  for (const item of items) {
    if (item.kind !== 'same' && item.kind !== 'together') continue
    const limit = item.kind === 'same' ? same(ctx, item, cites) : together(ctx, item, cites)
    if (limit !== null) limits.push({ ...limit, id: limitId(statement.id.text, numbers[index] ?? 1), inPrinciple })
    index += 1
  }
  return { kind: 'constraint', limits }
}

interface Covered {
  readonly id: string
  readonly scope: Scope
  readonly key: readonly Expr[]
}

/** 同一 KEY 的 CLAUSES 取 最高者: at most one payment a key. */
function same(ctx: Context, item: ClauseItem & { readonly kind: 'same' }, cites: readonly Citation[]): Limit | null {
  const under = guards(ctx, item.under)
  const covered = cover(ctx, item.clauses, item.key)
  if (covered === null) return null
  const shared: Share | null = item.keep === 'highest' ? { kind: 'highest' }
    : item.order === null ? { kind: 'text-order' }
      : share(ctx, { kind: 'ranked', by: item.order, direction: 'ascending' }, 'non-cumulation', covered)
  if (shared === null) return null
  // Over several clauses an earlier payment for the same thing counts; within one, earlier payments are what 一次性 and 扣除 are for.
  const period = covered.length > 1 ? 'ever' : null
  return { id: '', kind: 'non-cumulation', ...coverage(covered), period, measure: 'count', max: ONCE, share: shared, inPrinciple: false, under, cites }
}

/** CLAUSES 合计 [每年] 不超过 MAX [按 KEY] */
function together(ctx: Context, item: ClauseItem & { readonly kind: 'together' }, cites: readonly Citation[]): Limit | null {
  const under = guards(ctx, item.under)
  const covered = cover(ctx, item.clauses, item.key ?? [])
  if (covered === null) return null
  const max = limitMax(ctx, covered[0]?.scope ?? applicantFrame(ctx.symbols), item.max)
  if (max === null) return null
  const measure = max.type.kind === 'money' ? 'amount' : 'count'
  const kind = totalKind(measure, item.key !== null, item.period)
  const shared = share(ctx, item.share, kind, covered)
  if (shared === null) return null
  return { id: '', kind, ...coverage(covered), period: item.period, measure, max, share: shared, inPrinciple: false, under, cites }
}

function coverage(covered: readonly Covered[]): Pick<Limit, 'clauses' | 'key'> {
  return { clauses: covered.map((one) => one.id), key: Object.fromEntries(covered.map((one) => [one.id, one.key])) }
}

/** The covered clauses with the key of each. Of 全部条款 those count whose subject or applicant has the key; a listed one without it is an error. */
function cover(ctx: Context, list: ClauseList, key: readonly Expression[]): readonly Covered[] | null {
  const clauses = clausesOf(ctx, list)
  if (clauses === null) return null
  const covered: Covered[] = []
  let whole = true
  for (const clause of clauses) {
    const scope = scopeOf(ctx, clause)
    const exprs = keyIn(ctx, scope, key)
    if (exprs !== null) covered.push({ id: clause.id, scope, key: exprs })
    else if (list.kind === 'listed') {
      whole = false
      reportKey(ctx, scope, key, list, clause.id)
    }
  }
  if (list.kind === 'all' && covered.length === 0 && clauses.length > 0) {
    for (const tree of key) infer(ctx, scopeOf(ctx, clauses[0]), tree, null)
    return null
  }
  return whole ? covered : null
}

function keyIn(ctx: Context, scope: Scope, key: readonly Expression[]): readonly Expr[] | null {
  const exprs: Expr[] = []
  for (const tree of key) {
    const expr = inferQuietly(ctx, scope, tree, null)
    if (expr === null) return null
    exprs.push(expr)
  }
  return exprs
}

function scopeOf(ctx: Context, clause: ClauseSymbol | undefined): Scope {
  const entity = clause === undefined || clause.entity === null ? undefined : ctx.symbols.entities.get(canonical(ctx.symbols, clause.entity))
  return entity === undefined ? applicantFrame(ctx.symbols) : subjectScope(ctx.symbols, entity)
}

/** A plain name that the clause's subject lacks is named; anything else is reported by what is wrong in it. */
function reportKey(ctx: Context, scope: Scope, key: readonly Expression[], list: ClauseList & { readonly kind: 'listed' }, id: string): void {
  const lacking = key.find((tree) => inferQuietly(ctx, scope, tree, null) === null)
  if (lacking === undefined) return
  const word = list.clauses.find((one) => one.text === id)
  if (lacking.kind === 'name' && isDeclared(ctx, lacking.name.text)) ctx.findings.push(keyNotInClause((word ?? lacking).span, id, lacking.name.text))
  else infer(ctx, scope, lacking, null)
}

function isDeclared(ctx: Context, text: string): boolean {
  const name = canonical(ctx.symbols, text)
  for (const entity of ctx.symbols.entities.values()) if (entity.name.zh === name || entity.fields.has(name)) return true
  return ctx.symbols.definitions.has(name)
}
