import type { Citation, Guarded, Limit, Share } from '../../core/core.ts'
import type { ClauseItem, ClauseList, Expression, Statement, Word } from '../../syntax/tree.ts'
import { applicantFrame } from '../context.ts'
import type { Context } from '../context.ts'
import type { Elaboration } from '../environment.ts'
import { inferAs } from '../infer-as.ts'
import { clauseNamed, clausesOf } from '../infer-matters.ts'
import { MONEY } from '../literals.ts'
import type { ConditionOn, Content } from '../piece.ts'
import { conditionWithoutLimit } from '../rules/condition-without-limit.ts'
import { sparedNotCovered } from '../rules/spared-not-covered.ts'
import { citations } from './citations.ts'
import { reportUncited, usableItems } from './clause.ts'
import { cover, coverCondition, type Covered } from './covered.ts'
import { guards } from './guards.ts'
import { limitId, limitNumbers } from './limit-ids.ts'
import { limitMax, ONCE, share, totalKind, wholeOf, widening } from './limits.ts'
import { sharing } from './sharing.ts'

type ConstraintStatement = Statement & { readonly kind: 'clause' | 'constraint' | 'direction' | 'recital' }

/** The limits across clauses and the conditions to clauses that one statement sets. */
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
    if (limit !== null) limits.push({ ...limit, id: limitId(statement.id.text, numbers[index] ?? 1), when: limitConditions(ctx, item.clauses, limit.clauses, items), inPrinciple })
    index += 1
  }
  if (index === 0) for (const item of items) if (item.kind === 'when' || item.kind === 'unless') ctx.findings.push(conditionWithoutLimit(item))
  return {
    kind: 'constraint', limits,
    conditions: items.flatMap((item) => (item.kind === 'condition-over' ? conditions(ctx, item, cites) : item.kind === 'power-over' ? powers(ctx, item, cites) : [])),
    sharing: items.flatMap((item) => (item.kind === 'shared-by' ? sharing(ctx, item, statement.id.text, cites) : [])),
    cumulable: items.flatMap((item) => (item.kind === 'cumulable' ? cumulable(ctx, item) : [])),
  }
}

/** CLAUSES 可并享 */
function cumulable(ctx: Context, item: ClauseItem & { readonly kind: 'cumulable' }): readonly Guarded<readonly string[]>[] {
  const under = guards(ctx, item.under)
  const clauses = clausesOf(ctx, item.clauses)
  return clauses === null ? [] : [{ under, value: clauses.map(({ id }) => id) }]
}

/** 当 and 除非 beside a limit say which lines it covers. */
function limitConditions(ctx: Context, list: ClauseList, clauses: readonly string[], items: readonly ClauseItem[]): Limit['when'] {
  return items.flatMap((item) => {
    if (item.kind !== 'when' && item.kind !== 'unless') return []
    const under = guards(ctx, item.under)
    const covered = coverCondition(ctx, list, item.expr, clauses)
    return covered === null ? [] : [{ under, value: { expr: Object.fromEntries(covered.flatMap(({ id, exprs }) => exprs.map((expr) => [id, expr]))), negated: item.kind === 'unless' } }]
  })
}

/** CLAUSES 当 EXPR / CLAUSES 除非 EXPR: a condition of each, read in its own scope. */
function conditions(ctx: Context, item: ClauseItem & { readonly kind: 'condition-over' }, cites: readonly Citation[]): readonly ConditionOn[] {
  const under = guards(ctx, item.under)
  const covered = coverCondition(ctx, item.clauses, item.expr) ?? []
  return covered.flatMap(({ id, exprs }) => exprs.map((expr): ConditionOn => ({ kind: 'condition', clause: id, condition: { under, value: { expr, negated: item.negated, cites } } })))
}

/** CLAUSES 须经决定 如 EXPR: a power of each where the condition holds in its own scope. */
function powers(ctx: Context, item: ClauseItem & { readonly kind: 'power-over' }, cites: readonly Citation[]): readonly ConditionOn[] {
  const under = guards(ctx, item.under)
  const covered = coverCondition(ctx, item.clauses, item.expr) ?? []
  return covered.flatMap(({ id, exprs }) => exprs.map((when): ConditionOn => ({ kind: 'power', clause: id, power: { under, value: { when, cites } } })))
}

/** 同一 KEY 的 CLAUSES 取 最高者: at most one payment a key. */
function same(ctx: Context, item: ClauseItem & { readonly kind: 'same' }, cites: readonly Citation[]): Limit | null {
  const under = guards(ctx, item.under)
  const covered = cover(ctx, item.clauses, item.key)
  if (covered === null) return null
  const shared = keeping(ctx, item, covered)
  const elsewhere = item.elsewhere === null ? null : amountsElsewhere(ctx, item.elsewhere, covered)
  if (shared === null || elsewhere === undefined) return null
  // Over several clauses an earlier payment for the same thing counts; within one, earlier payments are what 一次性 and 扣除 are for.
  const period = covered.length > 1 ? 'ever' : null
  return { id: '', kind: 'non-cumulation', ...coverage(covered), period, measure: 'count', max: ONCE, share: shared, whole: false, widened: null, when: [], spared: [], cumulable: [], elsewhere, inPrinciple: false, under, cites }
}

/** Which one stays: by the amount, or by an expression of each clause. */
function keeping(ctx: Context, { keep, order }: ClauseItem & { readonly kind: 'same' }, covered: readonly Covered[]): Share | null {
  if (order === null) return keep === 'highest' ? { kind: 'highest' } : { kind: 'text-order' }
  return share(ctx, { kind: 'ranked', by: order, direction: keep === 'highest' ? 'descending' : 'ascending' }, 'non-cumulation', covered)
}

/** 连同: what the same thing gets elsewhere, as each clause reads it. */
function amountsElsewhere(ctx: Context, tree: Expression, covered: readonly Covered[]): Limit['elsewhere'] | undefined {
  const found = covered.map(({ id, scope }) => ({ id, expr: inferAs(ctx, scope, tree, MONEY) }))
  const exprs = found.flatMap(({ id, expr }) => (expr === null ? [] : [[id, expr] as const]))
  return exprs.length < found.length ? undefined : Object.fromEntries(exprs)
}

/** CLAUSES 合计 [每年] 不超过 MAX [按 KEY] [不减 CLAUSES] */
function together(ctx: Context, item: ClauseItem & { readonly kind: 'together' }, cites: readonly Citation[]): Limit | null {
  const under = guards(ctx, item.under)
  const covered = cover(ctx, item.clauses, item.key ?? [])
  if (covered === null) return null
  const max = limitMax(ctx, covered[0]?.scope ?? applicantFrame(ctx.symbols), item.max)
  if (max === null) return null
  const widened = widening(ctx, covered[0]?.scope ?? applicantFrame(ctx.symbols), item.widened, max)
  if (widened === undefined) return null
  const measure = max.type.kind === 'money' ? 'amount' : 'count'
  const kind = totalKind(measure, item.key !== null, item.period)
  const shared = share(ctx, item.share, kind, covered)
  if (shared === null) return null
  return { id: '', kind, ...coverage(covered), period: item.period, measure, max, share: shared, whole: wholeOf(ctx, item, max, shared), widened, when: [], spared: sparedOf(ctx, item.spared, covered), cumulable: [], elsewhere: null, inPrinciple: false, under, cites }
}

/** 不减: of the clauses that the limit covers. */
function sparedOf(ctx: Context, words: readonly Word[], covered: readonly Covered[]): readonly string[] {
  const known = words.filter((word) => clauseNamed(ctx, word) !== undefined)
  const stray = known.filter(({ text }) => !covered.some(({ id }) => id === text))
  ctx.findings.push(...stray.map(sparedNotCovered))
  return known.filter((word) => !stray.includes(word)).map(({ text }) => text)
}

function coverage(covered: readonly Covered[]): Pick<Limit, 'clauses' | 'key'> {
  return { clauses: covered.map((one) => one.id), key: Object.fromEntries(covered.map((one) => [one.id, one.exprs])) }
}
