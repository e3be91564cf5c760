import type { Limit, Policy } from '../../core/core.ts'
import { saidBy } from '../../core/said.ts'
import type { Input, Result } from '../engine.ts'
import { assessAll, draftOf, finish, start } from './interpret.ts'
import { applyLimit, type ApplyLimit, type Step } from './limits.ts'
import type { Draft } from './lines.ts'
import type { Person, Run } from './scope.ts'

/** A run with what the next one takes over from it. */
export interface Remembered {
  readonly result: Result
  readonly input: Input
  /** What every line depends on beside its clause. */
  readonly common: string
  readonly clauses: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, Person>
  /** Before the limits, by person and clause, in the order of the subjects. */
  readonly drafts: ReadonlyMap<Person, ReadonlyMap<string, readonly Draft[]>>
  /** Each limit as it was applied, in the order in which that was done. */
  readonly steps: readonly AppliedBefore[]
}

interface AppliedBefore {
  readonly limit: string
  readonly before: readonly Draft[]
  readonly step: Step
}

/**
 * `interpret`, for the same dossiers again after an edit: a line whose clause says what it said before, its quotations among it, is taken over
 * as it was before the limits; a limit that says the same is applied again only where one of the lines that it covers is another; totals and
 * notes are made anew. The result is that of `interpret` in every part but one: where a quotation of what was taken over stands in source.txt
 * (`start`, `end`) is as it was before. Lists of the input that are the same objects are taken to be unchanged.
 */
export function interpretAgain(policy: Policy, input: Input, before: Remembered | null): Remembered {
  const fresh = start(policy, input)
  const common = commonOf(fresh)
  const earlier = before !== null && before.common === common && sameCases(before.input, input) ? before : null
  const run = earlier === null ? fresh : { ...fresh, people: earlier.people }
  const clauses = new Map(policy.clauses.map((clause) => [clause.id, saidBy(clause)]))
  const changed = new Set(policy.clauses.filter(({ id }) => earlier?.clauses.get(id) !== clauses.get(id)).map(({ id }) => id))
  // An exception bears on the lines of other clauses.
  const again = earlier === null || policy.clauses.some((clause) => changed.has(clause.id) && clause.exceptionTo.length + clause.reinstates.length > 0)
  const drafts = new Map<Person, ReadonlyMap<string, readonly Draft[]>>()
  for (const person of run.people.values()) {
    const known = earlier?.drafts.get(person)
    const assessed = new Map(policy.clauses.map((clause) => {
      const kept = changed.has(clause.id) ? undefined : known?.get(clause.id)?.map(({ assessment }) => assessment)
      return [clause.id, kept ?? assessAll(run, clause, person)] as const
    }))
    const all = [...assessed.values()].flat()
    drafts.set(person, new Map([...assessed].map(([id, assessments]) => {
      const kept = again || changed.has(id) ? undefined : known?.get(id)
      return [id, kept ?? assessments.map((one) => draftOf(one, all))]
    })))
  }
  const lines = [...drafts.values()].flatMap((own) => [...own.values()].flat())
  const steps: AppliedBefore[] = []
  const apply: ApplyLimit = (now, limit, present) => {
    const known = earlier?.steps[steps.length]
    const said = saidBy(limit)
    const step = known?.limit === said && coversSame(limit, known.before, present) ? takenOver(known, limit, present) : applyLimit(now, limit, present)
    steps.push({ limit: said, before: present, step })
    return step
  }
  return { result: finish(run, lines, apply), input, common, clauses, people: run.people, drafts, steps }
}

/** The same people and the same list of clauses: a line keeps its place. */
function coversSame(limit: Limit, before: readonly Draft[], present: readonly Draft[]): boolean {
  return before.length === present.length && present.every((draft, at) => draft === before[at] || !(limit.clauses.includes(draft.line.clause)))
}

function takenOver({ before, step }: AppliedBefore, limit: Limit, present: readonly Draft[]): Step {
  const after = present.map((draft, at) => step.applied.after[at] === before[at] ? draft : step.applied.after[at] ?? draft)
  return { applied: { ...step.applied, limit, after }, notes: step.notes }
}

function sameCases(a: Input, b: Input): boolean {
  return a.on === b.on && a.applicants === b.applicants && a.ledger === b.ledger && a.decisions === b.decisions
}

function commonOf({ policy, readings, inForceDay }: Run): string {
  const { applicant, matters, enumerations, agencies, parameters, tables, definitions, measures, rounding, commencement, clauses } = policy
  const others = [applicant, ...matters, ...enumerations, ...agencies, ...parameters, ...tables, ...definitions, ...measures, ...(commencement === null ? [] : [commencement])]
  // An exception that was taken away is another list of clauses.
  const order = clauses.map(({ id, subject, exceptionTo, reinstates }) => [id, subject, exceptionTo, reinstates])
  return [JSON.stringify([[...readings], inForceDay, rounding, order]), ...others.map(saidBy)].join('\n')
}
