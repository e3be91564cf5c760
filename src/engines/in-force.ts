import { addDays } from '../values/date.ts'
import type { Clause, Policy } from '../core/core.ts'
import type { Input } from './engine.ts'

/**
 * Meaning 1. "In force: a clause counts on its day only if the version is in force; a draft is evaluated *as if
 * published on* a day."
 */

/** The day from which the policy is in force; null while it is not published (or the day is outside the calendar). */
export function inForceFrom(policy: Policy, input: Pick<Input, 'asIfPublished'>): string | null {
  const published = input.asIfPublished ?? policy.published
  if (published === null) return null
  const from = policy.commencement?.from ?? { kind: 'publication', days: 0 }
  return from.kind === 'day' ? from.day : addDays(published, from.days)
}

export function isInForce(policy: Policy, from: string | null, on: string): boolean {
  return from !== null && within(on, from, policy.commencement?.until ?? null)
}

/** "Validity may differ by clause": its own days, within the policy's. */
export function clauseIsValid(clause: Clause, on: string): boolean {
  return clause.valid === null || within(on, clause.valid.from, clause.valid.until)
}

function within(on: string, from: string | null, until: string | null): boolean {
  return (from === null || on >= from) && (until === null || on <= until)
}
