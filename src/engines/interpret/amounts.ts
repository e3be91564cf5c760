import { unreachable } from '../../base/invariant.ts'
import { floor, greatest, negate, roundHalfUp, ZERO, type Rational } from '../../values/rational.ts'
import type { Effect, Expr, Guarded, Rounding } from '../../core/core.ts'
import type { Reason, Trace } from '../engine.ts'
import { subtract } from './arithmetic.ts'
import { reasonsFor } from './conditions.ts'
import { evaluate } from './expressions.ts'
import { compute } from './operators.ts'
import { kept, type Scope } from './scope.ts'
import { asRange, asTruth, isDecided, known, whole, type Lack, type Value } from './values.ts'

/** What a clause gives when it holds. */
export type Benefit =
  /** Fen; `high` null: nothing bounds it. `certain`: exactly `low`, and not perhaps nothing. */
  | { readonly kind: 'money'; readonly low: bigint; readonly high: bigint | null; readonly certain: boolean }
  | { readonly kind: 'status'; readonly values: readonly string[]; readonly certain: boolean }
  /** Months; null: not certain, or none stated. */
  | { readonly kind: 'in-kind'; readonly months: bigint | null; readonly certain: boolean }
  | { readonly kind: 'unstated' }
  | { readonly kind: 'nothing-to-pay' }

export interface Given {
  /** null: there is no outcome for this subject, for the reasons given. */
  readonly benefit: Benefit | null
  readonly lacks: readonly Lack[]
  readonly missing: Value['missing']
  readonly reasons: readonly Reason[]
  readonly traces: readonly Trace[]
}

export function givenBy(effect: Effect, scope: Scope, path: string): Given {
  const { rounding } = scope.run.policy
  switch (effect.kind) {
    case 'grant':
      return money(effect.amount, effect.deductions, rounding.grant, scope, path)
    case 'ceiling':
      return effect.amount === null ? plain({ kind: 'unstated' }) : money(effect.amount, effect.deductions, rounding.ceiling, scope, path)
    case 'repayment':
      return money(effect.amount, [], rounding.grant, scope, path)
    case 'status':
      return status(effect.value, scope, path)
    case 'in-kind':
      return inKind(effect.duration, scope, path)
    case 'referral':
      return plain({ kind: 'unstated' })
    case 'direction':
      return plain({ kind: 'nothing-to-pay' })
    default:
      return unreachable(effect)
  }
}

function plain(benefit: Benefit): Given {
  return { benefit, lacks: [], missing: [], reasons: [], traces: [] }
}

/**
 * Meaning 3 and 4. "Amounts are exact: integers of fen, ratios as fractions." "Rounding happens once per amount, at the end."
 * The end is here, before the limits of meaning 5: those share out whole fen. For a limit of whole fen the order makes
 * no difference (rounding keeps the order of numbers, and whole fen as they are); a limit with a fraction of a fen is
 * cut to the fen, so that rounding never lifts a payment above it.
 */
function money(amount: Expr, deductions: readonly Guarded<Expr>[], how: Rounding, scope: Scope, path: string): Given {
  const gross = evaluate(amount, scope, `${path}/amount`)
  const less = kept(scope.run, deductions).map((deduction, at) => evaluate(deduction, scope, `${path}/deduction${at + 1}`))
  const net = less.reduce((before, { value }) => compute([before, value], () => ({ possible: subtract(asRange(before), asRange(value)), lacks: [] })), gross.value)
  const traces = [gross, ...less].map(({ trace }) => trace)
  if (net.possible === null) return { benefit: null, lacks: net.lacks, missing: [], reasons: noOutcome(amount, scope, net), traces }
  const { low, high } = asRange(net)
  const sure = net.lacks.length === 0
  const benefit: Benefit = {
    kind: 'money',
    low: sure && low !== null ? fen(low, how) : 0n,
    high: high === null ? null : fen(high, how),
    certain: sure && low !== null && high !== null && fen(low, how) === fen(high, how),
  }
  const reasons = benefit.certain ? [] : [amountReason('amount-unknown', amount, scope)]
  return { benefit, lacks: net.lacks, missing: benefit.certain ? [] : net.missing, reasons, traces }
}

/** What so many payments may come to: of a term whose beginning is not known, from nothing to all of them. */
export function times(given: Given, payments: bigint): Given {
  const { benefit } = given
  if (payments === 1n || benefit?.kind !== 'money') return given
  return { ...given, benefit: { kind: 'money', low: 0n, high: benefit.high === null ? null : benefit.high * payments, certain: false } }
}

/** "Deductions are subtracted, never below zero." */
function fen(exact: Rational, how: Rounding): bigint {
  return round(greatest(exact, ZERO), how)
}

export function round(exact: Rational, how: Rounding): bigint {
  switch (how) {
    case 'half-up':
      return roundHalfUp(exact)
    case 'down':
      return floor(exact)
    case 'up':
      return -floor(negate(exact))
  }
}

function amountReason(code: Reason['code'], amount: Expr, scope: Scope): Reason {
  return { code, fact: amount.kind === 'field' ? amount.field : null, found: null, applies: code !== 'not-applicable', needed: scope.run.label(amount), cite: scope.cite }
}

/** Why there is no outcome: the fact that does not apply, or each case and what it would have needed. */
function noOutcome(expr: Expr, scope: Scope, found: Value): readonly Reason[] {
  const reason = amountReason(found.lacks.includes('not-applicable') ? 'not-applicable' : 'no-outcome', expr, scope)
  if (expr.kind !== 'choose' || expr.otherwise !== null) return [reason]
  return [reason, ...expr.cases.flatMap(({ when }) => reasonsFor(when, scope, asTruth(evaluate(when, scope, '').value), false))]
}

function status(expr: Expr, scope: Scope, path: string): Given {
  const { value, trace } = evaluate(expr, scope, `${path}/status`)
  if (value.possible === null) return { benefit: null, lacks: value.lacks, missing: [], reasons: noOutcome(expr, scope, value), traces: [trace] }
  const values = value.possible.kind === 'points' ? (value.possible.values ?? []) : []
  const certain = values.length === 1 && value.lacks.length === 0
  return { benefit: { kind: 'status', values, certain }, lacks: value.lacks, missing: value.missing, reasons: certain ? [] : unknownCases(expr, scope), traces: [trace] }
}

function unknownCases(expr: Expr, scope: Scope): readonly Reason[] {
  if (expr.kind !== 'choose') return [amountReason('condition-unknown', expr, scope)]
  return expr.cases.flatMap(({ when }) => {
    const truth = asTruth(evaluate(when, scope, '').value)
    return isDecided(truth) ? [] : reasonsFor(when, scope, truth, false)
  })
}

function inKind(duration: Expr | null, scope: Scope, path: string): Given {
  if (duration === null) return plain({ kind: 'in-kind', months: null, certain: true })
  const { value, trace } = evaluate(duration, scope, `${path}/duration`)
  // A length that does not apply is no length; what is provided is provided all the same.
  const found = value.possible === null && value.lacks.includes('not-applicable') ? known(whole(0n)) : value
  const { low, high } = asRange(found)
  const certain = found.lacks.length === 0 && low !== null && high !== null && floor(low) === floor(high)
  const months = certain && value.possible !== null && low !== null ? floor(greatest(low, ZERO)) : null
  const reasons = certain ? [] : [amountReason('amount-unknown', duration, scope)]
  return { benefit: { kind: 'in-kind', months, certain }, lacks: [], missing: certain ? [] : value.missing, reasons, traces: [trace] }
}
