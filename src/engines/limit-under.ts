import type { Limit, ReadingRef } from '../core/core.ts'
import { statementOf } from '../core/limit-statement.ts'
import type { Decision, Line } from './engine.ts'

/** A limit as the readings leave it: what depends on others is gone. */
export function limitUnder(limit: Limit, holds: (under: readonly ReadingRef[]) => boolean): Limit {
  if (limit.when.length === 0 && limit.cumulable.length === 0) return limit
  return { ...limit, when: limit.when.filter(({ under }) => holds(under)), cumulable: limit.cumulable.filter(({ under }) => holds(under)) }
}

/** 可并享: lines and grants of these two clauses do not exclude each other. */
export function areCumulable({ cumulable }: Limit, a: string, b: string): boolean {
  return a !== b && cumulable.some(({ value }) => value.includes(a) && value.includes(b))
}

/** Whether all lines of a clause that share the limit exclude each other. */
export function excludesAll({ cumulable }: Limit, clause: string): boolean {
  return !cumulable.some(({ value }) => value.includes(clause))
}

/** The decision on widening this limit for a line; of several the last recorded one. Null: none. */
export function widenedTo({ id }: Limit, decisions: readonly Decision[], applicant: string, subject: string): bigint | null {
  const about = decisions.filter((one): one is Decision & { readonly kind: 'limit' } => one.kind === 'limit' && one.clause === statementOf(id)
    && one.applicant === applicant && (one.subject === subject || one.subject === applicant) && one.amount >= 0n)
  return about.at(-1)?.amount ?? null
}

/** Whole fen from `low` to `high`; null: no bound. */
interface Fen {
  readonly low: bigint
  readonly high: bigint | null
}

export interface Widened extends Fen {
  /** It awaits a decision: none is recorded, or one above what the text allows, which is not followed. Null: it does not. */
  readonly awaits: 'widening-undecided' | 'widening-too-high' | null
}

/** A limit that a decision may widen from `base` up to `widest`, where `may` holds: until it is decided, from the one to the other. */
export function widenedLimit(base: Fen, widest: Fen, may: { readonly canBeTrue: boolean; readonly canBeFalse: boolean }, decided: bigint | null): Widened {
  if (!may.canBeTrue) return { ...base, awaits: null }
  const allowed = decided !== null && (widest.high === null || decided <= widest.high)
  const fixed = allowed && !may.canBeFalse && decided <= widest.low
  return {
    low: fixed ? higher(base.low, decided) : base.low,
    high: base.high === null ? null : allowed ? higher(base.high, decided) : widest.high === null ? null : higher(base.high, widest.high),
    awaits: may.canBeFalse || allowed ? null : decided === null ? 'widening-undecided' : 'widening-too-high',
  }
}

function higher(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

/** Whether a decision on widening is about a limit that may be widened, and a line that it covers. */
export function widensSomething(limits: readonly Limit[], decision: Decision & { readonly kind: 'limit' }, lines: readonly Line[]): boolean {
  return limits.some((limit) => limit.widened !== null && lines.some((line) => limit.clauses.includes(line.clause) && widenedTo(limit, [decision], line.applicant, line.subject) !== null))
}
