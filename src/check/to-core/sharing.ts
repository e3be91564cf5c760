import type { Citation, Condition, Expr, Sharing } from '../../core/core.ts'
import type { ClauseItem } from '../../syntax/tree.ts'
import { add, compare, divide, multiply, negate, ONE, rationalFromText, rationalToText, subtract, ZERO } from '../../values/rational.ts'
import type { Rational } from '../../values/rational.ts'
import { applicantFrame } from '../context.ts'
import type { Context } from '../context.ts'
import { inferAs } from '../infer-as.ts'
import { clausesOf } from '../infer-matters.ts'
import { BOOLEAN, RATIO } from '../literals.ts'
import type { SharingItem } from '../piece.ts'
import { shareNotFixed } from '../rules/share-not-fixed.ts'
import { sharesNotWhole } from '../rules/shares-not-whole.ts'
import { conditionIn, scopeOf } from './covered.ts'
import { agencyNamed } from './declarations.ts'
import { guards } from './guards.ts'

type Item = ClauseItem & { readonly kind: 'shared-by' }

/** CLAUSES 分担 AGENCY SHARE，… [当 EXPR]: none when something in it is wrong, reported. */
export function sharing(ctx: Context, item: Item, id: string, cites: readonly Citation[]): readonly SharingItem[] {
  const under = guards(ctx, item.under)
  const payers = payersOf(ctx, item)
  const when = conditionsOf(ctx, item, cites)
  if (payers === null || when === null) return []
  const clauses = Object.keys(when)
  return clauses.length === 0 ? [] : [{ sharing: { id, clauses, payers, when: item.condition === null ? null : present(when), under, cites }, span: item.span }]
}

function payersOf(ctx: Context, item: Item): Sharing['payers'] | null {
  const known: { readonly agency: string; readonly share: Rational }[] = []
  for (const { agency: word, share: tree } of item.payers) {
    const agency = agencyNamed(ctx, word)
    const expr = inferAs(ctx, applicantFrame(ctx.symbols), tree, RATIO)
    const share = expr === null ? null : valueOf(expr)
    if (expr !== null && (share === null || compare(share, ZERO) <= 0)) ctx.findings.push(shareNotFixed(tree.span))
    if (share !== null && compare(share, ZERO) > 0 && ctx.symbols.agencies.has(agency)) known.push({ agency, share })
  }
  if (known.length < item.payers.length || known.length === 0) return null
  const sum = known.reduce((all, { share }) => add(all, share), ZERO)
  if (compare(sum, ONE) !== 0) {
    ctx.findings.push(sharesNotWhole(item.span, sum))
    return null
  }
  return known.map(({ agency, share }) => ({ agency, share: rationalToText(share) }))
}

/** The condition of each covered clause, in its own scope; of 全部条款 those count whose subject or applicant has the facts. */
function conditionsOf(ctx: Context, item: Item, cites: readonly Citation[]): { readonly [clause: string]: Condition | null } | null {
  const clauses = clausesOf(ctx, item.clauses)
  if (clauses === null) return null
  const found: { [clause: string]: Condition | null } = {}
  const { condition } = item
  let lacking: (typeof clauses)[number] | undefined
  for (const clause of clauses) {
    const expr = condition === null ? null : conditionIn(ctx, scopeOf(ctx, clause), condition.expr)
    if (condition === null) found[clause.id] = null
    else if (expr !== null) found[clause.id] = { expr, negated: condition.negated, cites }
    else lacking ??= clause
  }
  if (condition === null || lacking === undefined || (item.clauses.kind === 'all' && Object.keys(found).length > 0)) return found
  // What is wrong is told for the first clause that lacks something.
  inferAs(ctx, scopeOf(ctx, lacking), condition.expr, BOOLEAN)
  return null
}

function present(when: { readonly [clause: string]: Condition | null }): { readonly [clause: string]: Condition } {
  return Object.fromEntries(Object.entries(when).flatMap(([id, condition]) => (condition === null ? [] : [[id, condition]])))
}

/** The value of an expression of figures alone: 60%, 1 ÷ 3; null where it depends on anything else. */
function valueOf(expr: Expr): Rational | null {
  if (expr.kind === 'literal') return rationalFromText(expr.value)
  if (expr.kind === 'unary' && expr.op === 'negate') {
    const arg = valueOf(expr.arg)
    return arg === null ? null : negate(arg)
  }
  if (expr.kind !== 'binary') return null
  const [left, right] = [valueOf(expr.left), valueOf(expr.right)]
  if (left === null || right === null) return null
  switch (expr.op) {
    case 'add':
      return add(left, right)
    case 'subtract':
      return subtract(left, right)
    case 'multiply':
      return multiply(left, right)
    case 'divide':
      return compare(right, ZERO) === 0 ? null : divide(left, right)
    default:
      return null
  }
}
