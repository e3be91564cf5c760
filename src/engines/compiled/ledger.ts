import type { Expr, Period, Policy } from '../../core/core.ts'
import type { LedgerEntry, Missing } from '../engine.ts'
import { compareVals, sameKey } from './comparisons.ts'
import { exactOf, isExact, text } from './exact.ts'
import { frameOfEntry, type Code, type Frame, type Past } from './frame.ts'
import { and, asTruth, FALSE, isWide, missingOf, range, TRUE, WITHIN, type Range, type Truth, type Val } from './values.ts'

export type Key = readonly Val[]

/** An earlier grant that has, or may have, the same key. */
export interface Earlier {
  readonly entry: LedgerEntry
  readonly same: Truth
  readonly missing: readonly Missing[]
}

/** A text that two keys share exactly when they are certainly the same; null where a part is not decided. */
export function keyText(key: Key): string | null {
  const parts: string[] = []
  for (const part of key) {
    if (isWide(part)) return null
    parts.push(isExact(part) ? text(part) : String(part))
  }
  return parts.length === 1 ? (parts[0] ?? '') : `${WITHIN}${JSON.stringify(parts)}`
}

function inPeriod(day: string, period: Period, on: string): boolean {
  switch (period) {
    case 'ever':
      return day <= on
    case 'year':
      return day.slice(0, 4) === on.slice(0, 4)
    case 'month':
      return day.slice(0, 7) === on.slice(0, 7)
  }
}

const kindsOf = (key: Key): string => key.map((part) => (isExact(part) ? 'number' : typeof part)).join()

interface Place {
  readonly entry: LedgerEntry
  readonly key: Key
}

/** The entries that count, by key: those whose keys are decided are looked up, the others compared. */
interface Index {
  readonly all: readonly Place[]
  readonly decided: ReadonlyMap<string, readonly number[]>
  readonly open: readonly number[]
  /** The kinds of the decided keys' parts; null: they differ, and nothing can be looked up. */
  readonly kinds: string | null
}

export type Find = (past: Past, key: Key) => readonly Earlier[]

const NONE: readonly Earlier[] = []

/** Looks up earlier grants of these clauses in the period that holds on the day; `keysOf` is the key of an entry by its clause. */
export function earlierGrants(policy: Policy, clauses: readonly string[], period: Period, on: string, keysOf: (clause: string) => readonly Code[]): Find {
  const indexes = new WeakMap<Past, Index>()
  return (past, key) => {
    if (past.ledger.length === 0) return NONE
    const index = indexes.get(past) ?? indexOf(policy, past, clauses, period, on, keysOf)
    indexes.set(past, index)
    return candidates(index, key).flatMap((at): Earlier[] => {
      const place = index.all[at]
      if (place === undefined) return []
      const { same, missing } = sameKey(key, place.key)
      return same & TRUE ? [{ entry: place.entry, same, missing }] : []
    })
  }
}

function candidates(index: Index, key: Key): readonly number[] {
  const found = keyText(key)
  if (found === null || (index.decided.size > 0 && index.kinds !== kindsOf(key))) return index.all.map((_, at) => at)
  return [...(index.decided.get(found) ?? []), ...index.open].sort((a, b) => a - b)
}

function indexOf(policy: Policy, past: Past, clauses: readonly string[], period: Period, on: string, keysOf: (clause: string) => readonly Code[]): Index {
  const all = past.ledger.flatMap((entry): Place[] => {
    const clause = policy.clauses.find(({ id }) => id === entry.clause)
    if (clause === undefined || !clauses.includes(entry.clause) || !inPeriod(entry.day, period, on)) return []
    const frame = frameOfEntry(policy, clause.subject, past, entry)
    return [{ entry, key: keysOf(entry.clause).map((code) => code(frame)) }]
  })
  const decided = new Map<string, number[]>()
  const open: number[] = []
  const kinds = new Set<string>()
  all.forEach(({ key }, at) => {
    const found = keyText(key)
    if (found === null) open.push(at)
    else {
      kinds.add(kindsOf(key))
      decided.set(found, [...(decided.get(found) ?? []), at])
    }
  })
  return { all, decided, open, kinds: kinds.size === 1 ? ([...kinds][0] ?? null) : null }
}

/** The grants that are, or may be, not before `from` nor after `until`. A day that does not apply has no grants from or to it. */
export function inWindow(from: Code | null, until: Code | null): (earlier: readonly Earlier[], frame: Frame) => readonly Earlier[] {
  if (from === null && until === null) return (earlier) => earlier
  return (earlier, frame) => {
    if (earlier.length === 0) return NONE
    const [first, last] = [from?.(frame), until?.(frame)]
    return earlier.flatMap((one): Earlier[] => {
      const ends: Val[] = []
      if (first !== undefined) ends.push(compareVals('ge', one.entry.day, first))
      if (last !== undefined) ends.push(compareVals('le', one.entry.day, last))
      const same = and([one.same, ...ends.map(asTruth)])
      return same & TRUE ? [{ entry: one.entry, same, missing: [...one.missing, ...ends.flatMap(missingOf)] }] : []
    })
  }
}

/** How many, or how much: an entry that only may have the key counts from none of it to all of it. */
export function sumOfEarlier(earlier: readonly Earlier[], measure: 'amount' | 'count'): { readonly low: bigint; readonly high: bigint } {
  let [low, high] = [0n, 0n]
  for (const { entry, same } of earlier) {
    const size = measure === 'count' ? 1n : entry.amount
    low += (same & FALSE) === 0 || size < 0n ? size : 0n
    high += (same & FALSE) === 0 || size > 0n ? size : 0n
  }
  return { low, high }
}

/** As a value of an expression. */
export function earlierRange(earlier: readonly Earlier[], measure: 'amount' | 'count'): Range {
  const { low, high } = sumOfEarlier(earlier, measure)
  return range(exactOf({ n: low, d: 1n }), exactOf({ n: high, d: 1n }))
}

/** Without a key: what this applicant was granted. */
export function grantedKey(expr: Expr & { readonly kind: 'granted' }, policy: Policy): readonly Expr[] {
  return expr.key.length > 0 ? expr.key : [{ kind: 'applicant', type: { kind: 'matter', name: policy.applicant.name.zh } }]
}
