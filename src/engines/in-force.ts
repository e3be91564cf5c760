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

/** `clause`: for its sake. A last day of its own stands in the place of the policy's: a duty to repay outlives the measures that it is a duty of. */
export function isInForce(policy: Policy, from: string | null, on: string, clause: Clause | null = null): boolean {
  return from !== null && within(on, from, clause?.valid?.until ?? policy.commencement?.until ?? null)
}

/** "Validity may differ by clause": its own days. */
export function clauseIsValid(clause: Clause, on: string): boolean {
  return clause.valid === null || within(on, clause.valid.from, clause.valid.until)
}

function within(on: string, from: string | null, until: string | null): boolean {
  return (from === null || on >= from) && (until === null || on <= until)
}
