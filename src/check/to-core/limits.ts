import type { Citation, Expr, Limit, LimitKind, Share } from '../../core/core.ts'
import type { ClauseItem, Expression, TreePeriod, TreeShare, TreeWidening } from '../../syntax/tree.ts'
import type { Context, Scope } from '../context.ts'
import { bareNumber, reportMismatch } from '../expect.ts'
import { every, infer, inferAs } from '../infer-as.ts'
import { BOOLEAN, DATE, MONEY, WHOLE } from '../literals.ts'
import { limitWithoutAmount } from '../rules/limit-without-amount.ts'
import { negativeAmount } from '../rules/negative-amount.ts'
import { typeMismatch } from '../rules/type-mismatch.ts'
import { wholeWithoutOrder } from '../rules/whole-without-order.ts'
import { guards } from './guards.ts'

/** The clause whose own limits are made. */
interface Owner {
  readonly id: string
  readonly scope: Scope
  readonly pays: boolean
  readonly cites: readonly Citation[]
  /** The clause pays by period. */
  readonly byPeriod: boolean
}

type LimitItem = ClauseItem & { readonly kind: 'cap' | 'quota' | 'once' }

/** The limits within one clause, numbered by kind: 6.1#cap, 6.1#cap-2. */
export function clauseLimits(ctx: Context, owner: Owner, items: readonly ClauseItem[]): readonly Limit[] {
  const limits: Limit[] = []
  const counts = new Map<LimitKind, number>()
  for (const item of items) {
    if (item.kind !== 'cap' && item.kind !== 'quota' && item.kind !== 'once') continue
    const limit = clauseLimit(ctx, owner, item)
    if (limit === null) continue
    const count = (counts.get(limit.kind) ?? 0) + 1
    counts.set(limit.kind, count)
    limits.push({ ...limit, id: `${owner.id}#${limit.kind}${count === 1 ? '' : `-${count}`}` })
  }
  return limits
}

function clauseLimit(ctx: Context, owner: Owner, item: LimitItem): Limit | null {
  const under = guards(ctx, item.under)
  const written = item.key === null ? null : keys(ctx, owner.scope, item.key)
  if (item.key !== null && written === null) return null
  const base = { id: '', clauses: [owner.id], whole: false, widened: null, when: [], spared: [], cumulable: [], elsewhere: null, inPrinciple: false, under, cites: owner.cites }
  if (item.kind === 'once') {
    return { ...base, kind: 'once', key: { [owner.id]: written ?? [...wholeSubject(owner.scope), ...periodOf(owner)] }, period: 'ever', measure: 'count', max: ONCE, share: { kind: 'undetermined' } }
  }
  const max = limitMax(ctx, owner.scope, item.max)
  if (max === null) return null
  const isAmount = max.type.kind === 'money'
  if ((isAmount || item.kind === 'cap') && !owner.pays) {
    ctx.findings.push(limitWithoutAmount(item, owner.id))
    return null
  }
  if (item.kind === 'cap' && !isAmount) return wrongType(ctx, item.max, max)
  const widened = widening(ctx, owner.scope, item.widened, max)
  if (widened === undefined) return null
  const kind: LimitKind = item.kind === 'cap' ? 'cap' : !isAmount ? 'quota' : item.key === null ? 'budget' : 'total-cap'
  const shared = share(ctx, item.share, kind, [owner])
  if (shared === null) return null
  if (item.kind === 'cap') {
    return { ...base, kind: 'cap', key: { [owner.id]: written ?? [...subjectKey(owner.scope), ...(item.period === null ? periodOf(owner) : [])] }, period: item.period, measure: 'amount', max, share: shared, whole: wholeOf(ctx, item, max, shared), widened }
  }
  return { ...base, kind, key: { [owner.id]: written ?? [] }, period: item.period, measure: isAmount ? 'amount' : 'count', max, share: shared, whole: wholeOf(ctx, item, max, shared), widened }
}

export const ONCE: Expr = { kind: 'literal', type: WHOLE, value: '1' }

function wrongType(ctx: Context, tree: Expression, max: Expr): null {
  reportMismatch(ctx, tree.span, bareNumber(tree), MONEY, max.type)
  return null
}

/** A number of payments or an amount; null for anything else, reported. */
export function limitMax(ctx: Context, scope: Scope, tree: Expression): Expr | null {
  const negative = negativeAmount(tree)
  if (negative !== null) {
    ctx.findings.push(negative)
    return null
  }
  const max = infer(ctx, scope, tree, null)
  if (max === null || max.type.kind === 'money' || max.type.kind === 'integer') return max
  return wrongType(ctx, tree, max)
}

/** 可放宽至 MAX [仅当 EXPR]: of a limit of money; undefined: it is wrong, reported. */
export function widening(ctx: Context, scope: Scope, tree: TreeWidening | null, base: Expr): Limit['widened'] | undefined {
  if (tree === null) return null
  if (base.type.kind !== 'money') {
    ctx.findings.push(typeMismatch(tree.max.span, base.type, MONEY, ctx.symbols))
    return undefined
  }
  const max = inferAs(ctx, scope, tree.max, MONEY)
  const when = tree.when === null ? null : inferAs(ctx, scope, tree.when, BOOLEAN)
  return max === null || (tree.when !== null && when === null) ? undefined : { max, when }
}

export function keys(ctx: Context, scope: Scope, trees: readonly Expression[]): readonly Expr[] | null {
  const exprs = trees.map((tree) => infer(ctx, scope, tree, null))
  return every(exprs) ? exprs : null
}

/** What is paid by period is counted by period when nothing else is named. */
function periodOf({ byPeriod }: Owner): readonly Expr[] {
  return byPeriod ? [{ kind: 'period-start', type: DATE }] : []
}

/** What a cap is counted by when nothing is named: the subject. */
function subjectKey(scope: Scope): readonly Expr[] {
  const [frame] = scope
  return frame === undefined ? [] : [frame.expr]
}

/** What 一次性 is counted by when nothing is named: the applicant and the subject. */
function wholeSubject(scope: Scope): readonly Expr[] {
  return scope.map((frame) => frame.expr).toReversed()
}

/** How a shortage is shared, the order being read in each clause. */
export function share(ctx: Context, tree: TreeShare | null, kind: LimitKind, clauses: readonly { readonly id: string; readonly scope: Scope }[]): Share | null {
  if (tree === null) return { kind: 'undetermined' }
  if (tree.kind !== 'ranked') return { kind: tree.kind }
  const order: { [clause: string]: Expr } = {}
  for (const { id, scope } of clauses) {
    const by = infer(ctx, scope, tree.by, null)
    if (by === null) return null
    order[id] = by
  }
  return { kind: 'ranked', direction: tree.direction, order }
}

/** 不足整笔不给予: of money, and in an order; anything else is reported. */
export function wholeOf(ctx: Context, item: ClauseItem & { readonly whole: boolean }, max: Expr, { kind }: Share): boolean {
  const ordered = max.type.kind === 'money' && (kind === 'ranked' || kind === 'text-order')
  if (item.whole && !ordered) ctx.findings.push(wholeWithoutOrder(item.span))
  return item.whole && ordered
}

/** The kind of a limit over several clauses, by what it counts. */
export function totalKind(measure: 'count' | 'amount', keyed: boolean, period: TreePeriod | null): LimitKind {
  if (measure === 'count') return 'quota'
  return keyed || period === null ? 'total-cap' : 'budget'
}
