import type { Expr, Period } from '../../core/core.ts'
import { rational } from '../../values/rational.ts'
import type { LedgerEntry } from '../engine.ts'
import { and, equal } from './comparisons.ts'
import { compareValues } from './operators.ts'
import { dayOf, scopeOfEntry, type Run, type Scope } from './scope.ts'
import { allMissing, asTruth, isDecided, known, FALSE, OPEN, point, TRUE, value, withLacks, type Range, type Truth, type Value } from './values.ts'

/** 已领: what the ledger says was granted before. */

/** "每年 = per calendar year": of the day asked for, or of the period; that day may not be known. For ever: every grant up to the day asked. */
export function inPeriod(entry: string, period: Period, scope: Pick<Scope, 'run' | 'period'>): Truth {
  if (period === 'ever') return entry <= scope.run.input.on ? TRUE : FALSE
  const [day, length] = [dayOf(scope), period === 'year' ? 4 : 7]
  return day === null ? OPEN : entry.slice(0, length) === day.slice(0, length) ? TRUE : FALSE
}

/** A key: its values, with the facts that are missing for them. */
export type Key = readonly Value[]

export interface Sameness {
  readonly same: Truth
  readonly missing: Value['missing']
}

/** Are two keys the same? What has no key (a fact that does not apply) shares it with nothing. */
export function sameKey(a: Key, b: Key): Sameness {
  const parts = a.map((left, at) => {
    const right = b[at]
    if (right === undefined) return OPEN
    const base = left.possible === null || right.possible === null ? null : equal(left.possible, right.possible)
    return withLacks(base, [...left.lacks, ...right.lacks])
  })
  const same = parts.length === 0 ? TRUE : and(parts)
  const open = same.canBeTrue && same.canBeFalse
  return { same, missing: open ? allMissing([...a, ...b]) : [] }
}

/** A text that two keys share exactly when they are certainly the same; null where a part is not decided, or has no value. */
export function keyText(key: Key): string | null {
  const parts = key.map(({ possible, lacks }) => (possible !== null && lacks.length === 0 && isDecided(possible) ? partText(possible) : null))
  return parts.includes(null) ? null : JSON.stringify(parts)
}

function partText(possible: NonNullable<Value['possible']>): string {
  switch (possible.kind) {
    case 'truth':
      return String(possible.canBeTrue)
    case 'range':
      return `${possible.low?.n}/${possible.low?.d}`
    case 'points':
      return possible.values?.[0] ?? ''
  }
}

/** An earlier grant that has, or may have, the same key. */
export interface Earlier {
  readonly entry: LedgerEntry
  readonly same: Truth
  readonly missing: Value['missing']
}

export type KeyOf = (expr: readonly Expr[], scope: Scope) => Key

/** The earlier grants of these clauses that have or may have this key. */
export function earlierGrants(run: Run, clauses: readonly string[], key: Key, keyOfEntry: (clause: string, scope: Scope, entry: LedgerEntry) => Key): readonly Earlier[] {
  return run.input.ledger.flatMap((entry) => {
    const clause = run.policy.clauses.find(({ id }) => id === entry.clause)
    if (clause === undefined || !clauses.includes(entry.clause)) return []
    const { same, missing } = sameKey(key, keyOfEntry(entry.clause, scopeOfEntry(run, clause, entry), entry))
    return same.canBeTrue ? [{ entry, same, missing }] : []
  })
}

/** How many, or how much: an entry that only may have the key counts from none of it to all of it. */
export function sumOfEarlier(earlier: readonly Earlier[], measure: 'amount' | 'count'): Range {
  let [low, high] = [0n, 0n]
  for (const { entry, same } of earlier) {
    const size = measure === 'count' ? 1n : entry.amount
    low += !same.canBeFalse || size < 0n ? size : 0n
    high += !same.canBeFalse || size > 0n ? size : 0n
  }
  return { kind: 'range', low: rational(low), high: rational(high) }
}

/** Is a grant of this day one from the day `from` to the day `until`, both included? A day that does not apply has no grants from or to it. */
function inWindow(day: string, { from, until }: Expr & { kind: 'granted' }, scope: Scope, keyOf: KeyOf): Sameness {
  const granted = known(point(day))
  const [first, last] = [keyOf(from === null ? [] : [from], scope)[0], keyOf(until === null ? [] : [until], scope)[0]]
  const ends = [...(first === undefined ? [] : [compareValues('ge', granted, first)]), ...(last === undefined ? [] : [compareValues('le', granted, last)])]
  return { same: and(ends.map(asTruth)), missing: allMissing(ends) }
}

/** The value of 已领 条款 X [按 KEY] [当年内 | 自 DAY 至 DAY]; without a key, what this applicant was granted. */
export function grantedBefore(expr: Expr & { kind: 'granted' }, scope: Scope, keyOf: KeyOf): Value {
  const key: readonly Expr[] = expr.key.length > 0 ? expr.key : [{ kind: 'applicant', type: { kind: 'matter', name: scope.run.policy.applicant.name.zh } }]
  const alike = earlierGrants(scope.run, expr.clauses, keyOf(key, scope), (_, entry) => keyOf(key, entry))
  const earlier = alike.flatMap((one): readonly Earlier[] => {
    const window = inWindow(one.entry.day, expr, scope, keyOf)
    const same = and([one.same, window.same, inPeriod(one.entry.day, expr.period, scope)])
    return same.canBeTrue ? [{ entry: one.entry, same, missing: [...one.missing, ...window.missing] }] : []
  })
  return value(sumOfEarlier(earlier, expr.measure), [], earlier.flatMap(({ missing }) => missing))
}

export function isSurelySame({ same }: Sameness): boolean {
  return same.canBeTrue && !same.canBeFalse
}

export function mayBeSame({ same }: Sameness): boolean {
  return same.canBeTrue
}
