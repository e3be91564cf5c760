import type { Expr, Limit, ReadingRef } from '../core/core.ts'
import { partsOf } from '../core/expressions-of.ts'
import { statementOf } from '../core/limit-statement.ts'
import type { Decision, Line } from './engine.ts'

/** A limit as the readings leave it: what depends on others is gone. */
export function limitUnder(limit: Limit, holds: (under: readonly ReadingRef[]) => boolean): Limit {
  if (limit.when.length === 0 && limit.cumulable.length === 0) return limit
  return { ...limit, when: limit.when.filter(({ under }) => holds(under)), cumulable: limit.cumulable.filter(({ under }) => holds(under)) }
}

/** 可并享: lines and grants of these two clauses, or of the one clause that a list names alone, do not exclude each other. */
export function areCumulable({ cumulable }: Limit, a: string, b: string): boolean {
  return cumulable.some(({ value }) => (a === b ? value.length === 1 : value.length > 1) && value.includes(a) && value.includes(b))
}

/** Up to so many lines that share a limit are compared each with each, and named; of more it is only told how many there are. */
export const FEW = 32

/** 不重复: a choice between clauses, not between the periods that one of them pays for. */
export function isByClause({ kind, measure }: Limit): boolean {
  return kind === 'non-cumulation' && measure === 'count'
}

/** Lines of one clause to one subject: of a clause paid by period those of all its periods. */
export function payeeOf({ clause, applicant, subject }: Line): string {
  return JSON.stringify([clause, applicant, subject])
}

/** The clauses whose lines to one subject have one key in all periods, known or not: nothing in it goes by the day. */
export function steadyClauses({ clauses, key, when, period }: Limit): ReadonlySet<string> {
  if (period === 'year' || period === 'month') return new Set()
  return new Set(clauses.filter((clause) => [...(key[clause] ?? []), ...when.flatMap(({ value: { expr } }) => expr[clause] ?? [])].every(isSteady)))
}

const BY_THE_DAY: readonly Expr['kind'][] = ['period-start', 'period-number', 'parameter', 'lookup', 'definition', 'granted']

function isSteady(expr: Expr): boolean {
  return !BY_THE_DAY.includes(expr.kind) && partsOf(expr).every((part) => part === null || isSteady(part))
}

/** What lines of one clause to one subject with one key have in common; null where their keys are not known to be one. */
export function bundleText(steady: ReadonlySet<string>, line: Line, key: string | null): string | null {
  return steady.has(line.clause) ? payeeOf(line) : key === null ? null : `${payeeOf(line)} ${key}`
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
  /** What a decision widens it to, for certain; null: nothing is decided, or it widens nothing. */
  readonly to: bigint | null
}

/** A limit that a decision may widen from `base` up to `widest`, where `may` holds: until it is decided, from the one to the other. */
export function widenedLimit(base: Fen, widest: Fen, may: { readonly canBeTrue: boolean; readonly canBeFalse: boolean }, decided: bigint | null): Widened {
  if (!may.canBeTrue) return { ...base, awaits: null, to: null }
  const allowed = decided !== null && (widest.high === null || decided <= widest.high)
  const fixed = allowed && !may.canBeFalse && decided <= widest.low
  return {
    low: fixed ? higher(base.low, decided) : base.low,
    high: base.high === null ? null : allowed ? higher(base.high, decided) : widest.high === null ? null : higher(base.high, widest.high),
    to: fixed && decided > base.low ? decided : null,
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
