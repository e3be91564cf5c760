import type { Limit, ReadingRef } from '../core/core.ts'

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
