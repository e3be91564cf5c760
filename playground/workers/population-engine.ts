import { once } from '../../src/base/once.ts'
import type { Policy } from '../../src/core/core.ts'
import { prepare } from '../../src/engines/compiled/compiled.ts'
import type { Prepared } from '../../src/engines/compiled/compiled.ts'
import type { Applicant, ApplicantResult, Decision, Input, LedgerEntry, Line, Result } from '../../src/engines/engine.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import type { Run } from './population-run.ts'

/** What was prepared before: clauses that say the same keep their lines, so that a key press costs about the clause that it changes. */
const prepared: { base: Prepared | null; draft: Prepared | null } = { base: null, draft: null }

// The same lists each time: the engine then takes them to be unchanged.
const NO_LEDGER: readonly LedgerEntry[] = []
const NO_DECISIONS: readonly Decision[] = []

/** Evaluates a population; `side` says which of the two texts, so that each takes over from its own run before. */
export function evaluatePopulation(side: 'base' | 'draft', policy: Policy, input: Omit<Input, 'ledger' | 'decisions'>): Run {
  const { on, asIfPublished, readings, applicants } = input
  const now = prepare(policy, { on, asIfPublished, readings }, prepared[side] ?? prepared.base)
  prepared[side] = now
  // A preparation keeps the lines of its last list of applicants: those of a few others are no matter for it.
  const beside = once(() => prepare(policy, { on, asIfPublished, readings }))
  const again = (some: readonly Applicant[]): Result => beside().evaluate({ applicants: some, ledger: NO_LEDGER, decisions: NO_DECISIONS })
  return { policy, input: { ...input, ledger: NO_LEDGER, decisions: NO_DECISIONS }, result: now.evaluate({ applicants, ledger: NO_LEDGER, decisions: NO_DECISIONS }), again }
}

/** The totals of a text that differs a little from the draft; the next evaluation goes on from the draft all the same. */
export function totalsBeside({ on, asIfPublished, readings, applicants }: Input, policy: Policy): Result['totals'] {
  const beside = prepare(policy, { on, asIfPublished, readings }, prepared.draft ?? prepared.base)
  return beside.evaluate({ applicants, ledger: NO_LEDGER, decisions: NO_DECISIONS }).totals
}

const nameOf = ({ clause, subject, period }: Line): string => `${clause}\u0000${subject}\u0000${period?.from ?? ''}`

/**
 * A few results of a run with their reasons and traces, which the interpreter gives. Standings, amounts and adjustments stay those of the
 * whole population: what others take of a quota is not seen by these few alone.
 */
export function explained({ policy, input }: Run, applicants: Input['applicants'], results: readonly ApplicantResult[]): readonly ApplicantResult[] {
  const { applicants: found } = interpret(policy, { ...input, applicants })
  return results.map((result, at) => {
    const lines = new Map(found[at]?.lines.map((line) => [nameOf(line), line]))
    return { ...result, lines: result.lines.map((line) => {
      const reasoned = lines.get(nameOf(line))
      return reasoned === undefined ? line : { ...line, reasons: reasoned.reasons, trace: reasoned.trace }
    }) }
  })
}
