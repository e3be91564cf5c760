import type { Case, Effect, Expr, Name } from '../../core/core.ts'
import type { CaseRow, ClauseItem, Expression, Word } from '../../syntax/tree.ts'
import { canonical } from '../canonical.ts'
import { boxesOf, disjoint } from '../conditions.ts'
import type { Box } from '../conditions.ts'
import type { Context, Scope } from '../context.ts'
import { infer, inferAs } from '../infer-as.ts'
import { BOOLEAN, MONEY } from '../literals.ts'
import { overlapWithoutPriority } from '../rules/overlap-without-priority.ts'
import type { EnumerationSymbol } from '../symbols.ts'
import { amount } from './amounts.ts'
import { checkRows } from './brackets.ts'
import type { KeyedRow } from './brackets.ts'
import { rowCondition, rowKey } from './row-keys.ts'
import { enumerationOf, statusValue, wordOf } from './statuses.ts'

type Cases = ClauseItem & { readonly kind: 'cases' }

/** 分别: an outcome a case. Null when something in it is wrong, reported. `boxes` is what the clause's conditions say already. */
export function cases(ctx: Context, scope: Scope, item: Cases, priority: readonly Word[], boxes: readonly Box[]): Effect | null {
  const outcome = outcomes(ctx, scope, item)
  if (outcome === null) return null
  const chosen = item.by === null ? byCondition(ctx, scope, item, outcome, priority, boxes) : byKey(ctx, scope, item.by, item.rows, outcome, boxes)
  if (chosen === null) return null
  if (item.result === 'status') return outcome.enumeration === null ? null : { kind: 'status', enumeration: outcome.enumeration.name.zh, value: chosen }
  return { kind: item.result, amount: chosen, deductions: [] }
}

interface Outcomes {
  readonly enumeration: EnumerationSymbol | null
  readonly of: (row: CaseRow) => Expr | null
}

/** How a row's outcome is read: an amount, or a value of the one enumeration that all rows are about. */
function outcomes(ctx: Context, scope: Scope, item: Cases): Outcomes | null {
  if (item.result !== 'status') return { enumeration: null, of: (row) => amount(ctx, scope, row.value) }
  const words = item.rows.map((row) => wordOf(row.value)).filter((word) => word !== null)
  const enumeration = enumerationOf(ctx, words)
  if (enumeration === null) return null
  return { enumeration, of: (row) => outcomeName(ctx, enumeration, row.value) }
}

function outcomeName(ctx: Context, enumeration: EnumerationSymbol, value: Expression): Expr | null {
  const word = wordOf(value)
  return word === null ? null : statusValue(ctx, enumeration, word)
}

function byKey(ctx: Context, scope: Scope, tree: Expression, rows: readonly CaseRow[], outcome: Outcomes, boxes: readonly Box[]): Expr | null {
  const by = infer(ctx, scope, tree, null)
  if (by === null) return null
  const keyed: KeyedRow[] = []
  const chosen: Case[] = []
  let otherwise: Expr | null = null
  let whole = true
  for (const row of rows) {
    const key = row.key === null ? null : rowKey(ctx, scope, row.key, by.type)
    const then = outcome.of(row)
    if (key === null || then === null || row.key === null) {
      whole = false
      continue
    }
    keyed.push({ key, keySpan: row.key.span })
    const when = rowCondition(key, by)
    if (when === null) otherwise = then
    else chosen.push({ when, then })
  }
  if (!whole) return null
  checkRows(ctx, keyed, by, tree.span, boxes)
  return choose(chosen, otherwise, outcome)
}

function choose(chosen: readonly Case[], otherwise: Expr | null, outcome: Outcomes): Expr {
  return { kind: 'choose', type: outcome.enumeration?.type ?? MONEY, cases: chosen, otherwise }
}

interface Row {
  readonly chosen: Case
  readonly name: Name
  readonly rank: number
  readonly boxes: readonly Box[]
  readonly row: CaseRow
}

function byCondition(ctx: Context, scope: Scope, item: Cases, outcome: Outcomes, priority: readonly Word[], boxes: readonly Box[]): Expr | null {
  const order = priority.map((word) => canonical(ctx.symbols, word.text))
  const rows: Row[] = []
  for (const row of item.rows) {
    const when = row.when === null ? null : inferAs(ctx, scope, row.when, BOOLEAN)
    const then = outcome.of(row)
    if (when === null || then === null) return null
    const zh = then.kind === 'literal' ? then.value : ''
    const name = outcome.enumeration?.values.get(zh) ?? { zh: `第${rows.length + 1}行`, en: `row ${rows.length + 1}` }
    const conditions = [...boxesOf([{ expr: when, negated: false }])]
    rows.push({ chosen: { when, then }, name, rank: order.indexOf(zh), boxes: conditions, row })
  }
  reportOverlaps(ctx, rows, boxes)
  const sorted = rows.toSorted((a, b) => (a.rank === -1 || b.rank === -1 ? 0 : a.rank - b.rank))
  return choose(sorted.map((row) => row.chosen), null, outcome)
}

/** Only a pair with both ranks has an order. */
function reportOverlaps(ctx: Context, rows: readonly Row[], boxes: readonly Box[]): void {
  for (const [index, second] of rows.entries()) {
    for (const first of rows.slice(0, index)) {
      const ordered = first.rank !== -1 && second.rank !== -1 && first.rank !== second.rank
      if (ordered || disjoint(first.boxes, second.boxes) || boxes.length === 0) continue
      ctx.findings.push(overlapWithoutPriority(second.row.span, first.name, second.name))
    }
  }
}
