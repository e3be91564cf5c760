import { unreachable } from '../base/invariant.ts'
import type { Bound, ClauseItem, Expression, RowKey, Statement, TreeShare } from './tree.ts'

/** The expressions directly within one, in the order of the text. */
export function partsOf(expr: Expression): readonly Expression[] {
  switch (expr.kind) {
    case 'literal':
    case 'name':
    case 'today':
    case 'in-force-day':
    case 'period-start':
    case 'period-number':
    case 'broken':
      return []
    case 'unary':
      return [expr.arg]
    case 'binary':
    case 'of':
      return [expr.left, expr.right]
    case 'logic':
    case 'extreme':
      return expr.args
    case 'compare':
      return [expr.left, ...rightSides(expr.bounds)]
    case 'in':
      return [expr.value, ...expr.set]
    case 'marginal':
      return [expr.base, ...expr.parts.flatMap(({ upTo, rate }) => (upTo === null ? [rate] : [upTo, rate]))]
    case 'aggregate':
      return [expr.value, expr.where].filter((part) => part !== null)
    case 'granted':
      return [...expr.key, ...[expr.from, expr.until].filter((part) => part !== null)]
    case 'group':
      return [expr.inner]
    default:
      return unreachable(expr)
  }
}

/** Calls `visit` for an expression and all within it, the outer before the inner. */
export function eachExpression(expr: Expression, visit: (expr: Expression) => void): void {
  visit(expr)
  for (const part of partsOf(expr)) eachExpression(part, visit)
}

const rightSides = (bounds: readonly Bound[]): readonly Expression[] => bounds.map(({ right }) => right)

export function expressionsOfKey(key: RowKey | null): readonly Expression[] {
  switch (key?.kind) {
    case undefined:
    case 'otherwise':
      return []
    case 'values':
      return key.values
    case 'interval':
      return rightSides(key.bounds)
    default:
      return unreachable(key)
  }
}

function shareParts(share: TreeShare | null): readonly Expression[] {
  return share?.kind === 'ranked' ? [share.by] : []
}

/** The outermost expressions of an item. */
export function expressionsOfItem(item: ClauseItem): readonly Expression[] {
  switch (item.kind) {
    case 'when':
    case 'unless':
    case 'condition-over':
    case 'power-over':
      return [item.expr]
    case 'grant':
    case 'deduct':
    case 'repay':
      return item.amount === null ? [] : [item.amount]
    case 'cases':
      return [
        ...(item.by === null ? [] : [item.by]),
        ...item.rows.flatMap(({ key, value, when }) => [...(when === null ? expressionsOfKey(key) : []), value, ...(when === null ? [] : [when])]),
      ]
    case 'provide':
      return item.duration === null ? [] : [item.duration]
    case 'shared-by':
      return [...item.payers.map(({ share }) => share), ...(item.condition === null ? [] : [item.condition.expr])]
    case 'cap':
    case 'quota':
    case 'together':
      return [item.max, ...(item.key ?? []), ...shareParts(item.share), ...[item.widened?.max, item.widened?.when].filter((part) => part !== undefined && part !== null)]
    case 'once':
      return item.key ?? []
    case 'may':
      return item.when === null ? [] : [item.when]
    case 'term':
      return [item.from, item.until, item.longest].filter((part) => part !== null)
    case 'same':
      return [...item.key, item.order, item.elsewhere].filter((part) => part !== null)
    case 'cites':
    case 'see':
    case 'for-each':
    case 'addressee':
    case 'recognise':
    case 'priority':
    case 'refer':
    case 'exception-to':
    case 'reinstates':
    case 'valid':
    case 'no-cap':
    case 'in-principle':
    case 'cumulable':
      return []
    default:
      return unreachable(item)
  }
}

/** The items of the statements that have any. */
export function itemsOf(statement: Statement): readonly ClauseItem[] {
  switch (statement.kind) {
    case 'commencement':
    case 'definition':
    case 'table':
    case 'clause':
    case 'constraint':
    case 'direction':
    case 'recital':
      return statement.items
    default:
      return []
  }
}

/** The outermost expressions of a statement, those of its items among them. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  const inItems = itemsOf(statement).flatMap(expressionsOfItem)
  switch (statement.kind) {
    case 'parameter':
      return statement.values.map(({ value }) => value)
    case 'definition':
      return [statement.value, ...inItems]
    case 'table':
      return [statement.by, ...statement.rows.flatMap(({ key, values }) => [...expressionsOfKey(key), ...values]), ...inItems]
    case 'claim':
      return statement.body?.kind === 'bound' ? [statement.body.max, ...(statement.body.key ?? [])] : []
    default:
      return inItems
  }
}
