import type { Clause, Expr, Period, Policy } from '../../core/core.ts'
import type { LedgerEntry, Missing } from '../engine.ts'
import { compareVals, sameKey } from './comparisons.ts'
import { exactOf, isExact, text } from './exact.ts'
import { frameOfEntry, type Code, type Frame, type Past, type Setting, type TermCode } from './frame.ts'
import { dayOf } from './in-period.ts'
import { and, asTruth, FALSE, isWide, missingOf, OPEN, range, TRUE, truthOf, WITHIN, type Range, type Truth, type Val } from './values.ts'

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

/** Of the day asked for, or of the period; that day may not be known. For ever: every grant up to the day asked. */
function inPeriod(entry: string, period: Period, on: string, day: string | null): Val {
  if (period === 'ever') return entry <= on
  const length = period === 'year' ? 4 : 7
  return day === null ? ANY_TRUTH : entry.slice(0, length) === day.slice(0, length)
}

const ANY_TRUTH: Val = { possible: truthOf(OPEN), lacks: 0, missing: [] }

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

export type KeyOfEntry = (entry: LedgerEntry, frame: Frame) => Key

export type Find = (past: Past, key: Key) => readonly Earlier[]

const NONE: readonly Earlier[] = []

/** The policy and its clauses' terms. */
export interface Ground {
  readonly policy: Policy
  readonly term: (clause: Clause) => TermCode | null
}

/** Looks up earlier grants of these clauses; `keyOfEntry` is the key of an earlier grant. */
export function earlierGrants(ground: Ground, clauses: readonly string[], keyOfEntry: KeyOfEntry): Find {
  const indexes = new WeakMap<Past, Index>()
  return (past, key) => {
    if (past.ledger.length === 0) return NONE
    const index = indexes.get(past) ?? indexOf(ground, past, clauses, keyOfEntry)
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

function indexOf({ policy, term }: Ground, past: Past, clauses: readonly string[], keyOfEntry: KeyOfEntry): Index {
  const all = past.ledger.flatMap((entry): Place[] => {
    const clause = policy.clauses.find(({ id }) => id === entry.clause)
    if (clause === undefined || !clauses.includes(entry.clause)) return []
    const frame = frameOfEntry(policy, clause.subject, term(clause), past, entry)
    return [{ entry, key: keyOfEntry(entry, frame) }]
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
export function inWindow(ground: Pick<Setting, 'on'>, period: Period, from: Code | null, until: Code | null): (earlier: readonly Earlier[], frame: Frame) => readonly Earlier[] {
  return (earlier, frame) => {
    if (earlier.length === 0) return NONE
    const [first, last] = [from?.(frame), until?.(frame)]
    return earlier.flatMap((one): Earlier[] => {
      const ends: Val[] = [inPeriod(one.entry.day, period, ground.on, dayOf(ground, frame))]
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
