import type { Span } from '../../base/span.ts'
import type { Expr } from '../../core/core.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'
import type { Finding } from '../finding.ts'
import { shown } from '../shown.ts'

/** An amount that grows with a fact, and no limit of the clause or across clauses ends it. */
export function shareWithoutCap(span: Span, share: string): Finding {
  return finding('share-without-cap', span, { share })
}

/** Whether an amount has an upper end of its own, whatever the facts. */
export function isBounded(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal':
    case 'parameter':
    case 'lookup':
      return true
    case 'unary':
      return expr.op === 'negate'
    case 'binary':
      return expr.op === 'subtract' ? isBounded(expr.left) : isBounded(expr.left) && isBounded(expr.right)
    case 'variadic':
      return expr.op === 'min' ? expr.args.some(isBounded) : expr.args.every(isBounded)
    case 'choose':
      return expr.cases.every((one) => isBounded(one.then)) && (expr.otherwise === null || isBounded(expr.otherwise))
    case 'marginal':
      return isBounded(expr.base)
    default:
      return false
  }
}

/** The rate of the first share in an amount, as a person reads it. */
export function shareIn(expr: Expr): string | null {
  switch (expr.kind) {
    case 'binary':
      if (expr.op === 'multiply' && expr.left.type.kind === 'ratio' && expr.left.kind === 'literal') return shown(expr.left)
      if (expr.op === 'multiply' && expr.right.type.kind === 'ratio' && expr.right.kind === 'literal') return shown(expr.right)
      return shareIn(expr.left) ?? shareIn(expr.right)
    case 'variadic':
      return firstOf(expr.args)
    case 'choose':
      return firstOf(expr.cases.map((one) => one.then))
    case 'marginal':
      return firstOf(expr.parts.map((part) => part.rate)) ?? (expr.parts[0] === undefined ? null : shown(expr.parts[0].rate))
    default:
      return null
  }
}

function firstOf(exprs: readonly Expr[]): string | null {
  for (const expr of exprs) {
    const share = shareIn(expr)
    if (share !== null) return share
  }
  return null
}

/** The uncapped shares of all clauses that no limit across clauses covers. */
export function sharesWithoutCap(entries: readonly Entry[]): readonly Diagnostic[] {
  const covered = new Set<string>()
  for (const { piece: { content } } of entries) {
    if (content.kind !== 'constraint') continue
    for (const limit of content.limits) if (limit.measure === 'amount') for (const id of limit.clauses) covered.add(id)
  }
  const found: Diagnostic[] = []
  for (const { file, placed: { start }, piece: { content } } of entries) {
    if (content.kind !== 'clause' || content.clause === null || content.summary.uncapped === null || covered.has(content.clause.id)) continue
    found.push(placed(shareWithoutCap(content.summary.uncapped.span, content.summary.uncapped.share), file, start))
  }
  return found
}
