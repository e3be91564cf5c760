import type { Effect, Expr, Guarded } from '../../core/core.ts'
import type { ClauseItem, Word } from '../../syntax/tree.ts'
import type { Box } from '../conditions.ts'
import type { Context, Scope } from '../context.ts'
import { inferAs } from '../infer-as.ts'
import { DURATION } from '../literals.ts'
import { textsOf } from '../names.ts'
import { noEffect } from '../rules/no-effect.ts'
import { severalEffects } from '../rules/several-effects.ts'
import { amount } from './amounts.ts'
import { cases } from './cases.ts'
import { choiceWithoutOne, guards } from './guards.ts'
import { enumerationOf, statusValue } from './statuses.ts'

/** A clause's outcome as it is written, and as it is in the core (null when it is wrong, reported). */
export interface FoundEffect {
  readonly item: ClauseItem
  readonly effect: Guarded<Effect | null>
}

export function effects(ctx: Context, scope: Scope, items: readonly ClauseItem[], boxes: readonly Box[]): readonly FoundEffect[] {
  const priority: readonly Word[] = items.flatMap((item) => (item.kind === 'priority' ? item.order : []))
  const deductions: Guarded<Expr>[] = []
  for (const item of items) {
    if (item.kind !== 'deduct') continue
    const value = amount(ctx, scope, item.amount)
    const under = guards(ctx, item.under)
    if (value !== null) deductions.push({ under, value })
  }
  const found: FoundEffect[] = []
  for (const item of items) {
    const value = effect(ctx, scope, item, priority, boxes)
    if (value === undefined) continue
    const withDeductions = value !== null && (value.kind === 'grant' || value.kind === 'ceiling') ? { ...value, deductions } : value
    found.push({ item, effect: { under: guards(ctx, item.under), value: withDeductions } })
  }
  return found
}

/** Undefined: the item is no outcome. Null: it is a wrong one, reported. */
function effect(ctx: Context, scope: Scope, item: ClauseItem, priority: readonly Word[], boxes: readonly Box[]): Effect | null | undefined {
  switch (item.kind) {
    case 'grant': {
      if (item.amount === null) return item.result === 'ceiling' ? { kind: 'ceiling', amount: null, deductions: [] } : null
      const value = amount(ctx, scope, item.amount)
      return value === null ? null : { kind: item.result, amount: value, deductions: [] }
    }
    case 'recognise': {
      const enumeration = enumerationOf(ctx, [item.value])
      return enumeration === null ? null : { kind: 'status', enumeration: enumeration.name.zh, value: statusValue(ctx, enumeration, item.value) }
    }
    case 'cases':
      return cases(ctx, scope, item, priority, boxes)
    case 'provide': {
      const duration = item.duration === null ? null : inferAs(ctx, scope, item.duration, DURATION)
      return item.duration !== null && duration === null ? null : { kind: 'in-kind', what: textsOf(item.what), duration }
    }
    case 'repay': {
      const value = amount(ctx, scope, item.amount)
      return value === null ? null : { kind: 'repayment', amount: value }
    }
    case 'refer':
      return { kind: 'referral', to: textsOf(item.to) }
    default:
      return undefined
  }
}

/** Reports when not exactly one outcome holds under every choice of readings. */
export function checkOutcomes(ctx: Context, id: Word, found: readonly FoundEffect[]): void {
  const wrong = choiceWithoutOne(found.map((one) => one.effect.under), (ambiguity) => [...(ctx.symbols.ambiguities.get(ambiguity)?.readings.keys() ?? [])])
  if (wrong === null) return
  const second = found[wrong.holding[1] ?? -1]
  if (second === undefined) ctx.findings.push(noEffect(id.span, id.text, wrong.choice))
  else ctx.findings.push(severalEffects(second.item.span, id.text, wrong.choice))
}
