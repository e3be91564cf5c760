import type { Effect, Expr, Guarded } from '../../core/core.ts'
import type { Missing } from '../engine.ts'
import { compare, floor, greatest, isExact, rounded, type Exact, type Rounding } from './exact.ts'
import type { Compiler } from './expressions.ts'
import { isKept, type Frame } from './frame.ts'
import { compute } from './operators.ts'
import { subtract } from './ranges.ts'
import { asRange, lacksOf, missingOf, NOT_APPLICABLE, possibleOf, range, type Val } from './values.ts'

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
  /** null: there is no outcome for this subject. */
  readonly benefit: Benefit | null
  /** Bits of `Wide.lacks`. */
  readonly lacks: number
  readonly missing: readonly Missing[]
}

export type Give = (frame: Frame) => Given

function plain(benefit: Benefit): Give {
  const given: Given = { benefit, lacks: 0, missing: [] }
  return () => given
}

export const NOTHING: Give = plain({ kind: 'nothing-to-pay' })

export function giving(compiler: Compiler, effect: Effect): Give {
  const { rounding } = compiler.policy
  switch (effect.kind) {
    case 'grant':
      return money(compiler, effect.amount, effect.deductions, rounding.grant)
    case 'ceiling':
      return effect.amount === null ? plain({ kind: 'unstated' }) : money(compiler, effect.amount, effect.deductions, rounding.ceiling)
    case 'repayment':
      return money(compiler, effect.amount, [], rounding.grant)
    case 'status':
      return status(compiler, effect.value)
    case 'in-kind':
      return inKind(compiler, effect.duration)
    case 'referral':
      return plain({ kind: 'unstated' })
    case 'direction':
      return NOTHING
  }
}

function money(compiler: Compiler, amount: Expr, deductions: readonly Guarded<Expr>[], how: Rounding): Give {
  const gross = compiler.code(amount)
  const less = deductions.filter(({ under }) => isKept(compiler, under)).map(({ value }) => compiler.code(value))
  const fen = (end: Exact): bigint => rounded(greatest(end, 0), how)
  return (frame) => {
    let net: Val = gross(frame)
    for (const deduction of less) {
      const [before, off] = [net, deduction(frame)]
      net = compute([before, off], () => ({ possible: subtract(asRange(before), asRange(off)), lacks: 0 }))
    }
    if (isExact(net)) {
      const exactly = fen(net)
      return { benefit: { kind: 'money', low: exactly, high: exactly, certain: true }, lacks: 0, missing: [] }
    }
    const lacks = lacksOf(net)
    if (possibleOf(net) === null) return { benefit: null, lacks, missing: [] }
    const { low, high } = asRange(net)
    const [least, most] = [lacks === 0 && low !== null ? fen(low) : 0n, high === null ? null : fen(high)]
    const certain = lacks === 0 && low !== null && least === most
    return { benefit: { kind: 'money', low: least, high: most, certain }, lacks, missing: certain ? [] : missingOf(net) }
  }
}

/** Of a term whose beginning is not known: from nothing to all of its payments. */
export function times(given: Given, payments: number): Given {
  const { benefit } = given
  if (payments === 1 || benefit?.kind !== 'money') return given
  return { ...given, benefit: { kind: 'money', low: 0n, high: benefit.high === null ? null : benefit.high * BigInt(payments), certain: false } }
}

function status(compiler: Compiler, expr: Expr): Give {
  const code = compiler.code(expr)
  return (frame) => {
    const val = code(frame)
    const [possible, lacks] = [possibleOf(val), lacksOf(val)]
    if (possible === null) return { benefit: null, lacks, missing: [] }
    const values = possible.kind === 'points' ? (possible.values ?? []) : []
    return { benefit: { kind: 'status', values, certain: values.length === 1 && lacks === 0 }, lacks, missing: missingOf(val) }
  }
}

function inKind(compiler: Compiler, duration: Expr | null): Give {
  if (duration === null) return plain({ kind: 'in-kind', months: null, certain: true })
  const code = compiler.code(duration)
  return (frame) => {
    const val = code(frame)
    const isNone = possibleOf(val) === null
    // A length that does not apply is no length; what is provided is provided all the same.
    const noLength = isNone && (lacksOf(val) & NOT_APPLICABLE) !== 0
    const { low, high } = noLength ? range(0, 0) : asRange(val)
    const certain = (noLength || lacksOf(val) === 0) && low !== null && high !== null && compare(floor(low), floor(high)) === 0
    const months = certain && !isNone && low !== null ? rounded(greatest(low, 0), 'down') : null
    return { benefit: { kind: 'in-kind', months, certain }, lacks: 0, missing: certain ? [] : missingOf(val) }
  }
}
