import type { Limit, Policy } from '../../core/core.ts'
import { clauseName, namesIn, saidBy } from '../../core/said.ts'
import type { Input, Result } from '../engine.ts'
import { assessAll, draftOf, finish, start } from './interpret.ts'
import { applyLimit, type ApplyLimit, type Step } from './limits.ts'
import type { Draft } from './lines.ts'
import type { Person, Run } from './scope.ts'

/** A run with what the next one takes over from it. */
export interface Remembered {
  readonly result: Result
  readonly input: Input
  /** What every line depends on beside its clause and what that names. */
  readonly common: string
  /** What definitions, parameters, tables and clauses say, by their names. */
  readonly named: ReadonlyMap<string, string>
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
 * `interpret`, for the same dossiers again after an edit: a line whose clause says what it said before, its quotations and all that it names
 * among it, is taken over as it was before the limits; a limit that says the same is applied again only where one of the lines that it covers
 * is another; totals and notes are made anew. The result is that of `interpret` in every part but one: where a quotation of what was taken over stands in source.txt
 * (`start`, `end`) is as it was before. Lists of the input that are the same objects are taken to be unchanged.
 */
export function interpretAgain(policy: Policy, input: Input, before: Remembered | null): Remembered {
  const fresh = start(policy, input)
  const common = commonOf(fresh)
  const earlier = before !== null && before.common === common && sameCases(before.input, input) ? before : null
  const run = earlier === null ? fresh : { ...fresh, people: earlier.people }
  const named = namedIn(policy)
  const others = changedNames(policy, named, earlier?.named ?? new Map())
  const changed = new Set(policy.clauses.filter((clause) => others.has(clauseName(clause.id))).map(({ id }) => id))
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
    const step = known?.limit === said && !bearsOn(limit, others) && coversSame(limit, known.before, present) ? takenOver(known, limit, present) : applyLimit(now, limit, present)
    steps.push({ limit: said, before: present, step })
    return step
  }
  return { result: finish(run, lines, apply), input, common, named, people: run.people, drafts, steps }
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

function namedIn({ definitions, parameters, tables, clauses }: Policy): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  // One definition for each entity may have the name.
  for (const one of [...definitions, ...parameters, ...tables]) named.set(one.name.zh, `${named.get(one.name.zh) ?? ''}\n${saidBy(one)}`)
  for (const clause of clauses) named.set(clauseName(clause.id), saidBy(clause))
  return named
}

/** The names of what says something else than before, itself or by what it names. */
function changedNames({ definitions, parameters, tables, clauses }: Policy, now: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): ReadonlySet<string> {
  const changed = new Set([...now.keys(), ...before.keys()].filter((name) => now.get(name) !== before.get(name)))
  const all = [...definitions, ...parameters, ...tables].map((piece) => ({ name: piece.name.zh, piece: piece as object })).concat(clauses.map((piece) => ({ name: clauseName(piece.id), piece })))
  for (let size = -1; size !== changed.size;) {
    size = changed.size
    for (const { name, piece } of all) if (!changed.has(name) && namesOneOf(piece, changed)) changed.add(name)
  }
  return changed
}

/** An earlier grant under a clause may count although no line is drawn from it now. */
function bearsOn(limit: Limit, changed: ReadonlySet<string>): boolean {
  return namesOneOf(limit, changed) || limit.clauses.some((id) => changed.has(clauseName(id)))
}

function namesOneOf(piece: object, names: ReadonlySet<string>): boolean {
  return names.size > 0 && [...namesIn(piece)].some((name) => names.has(name))
}

function commonOf({ policy, readings, inForceDay }: Run): string {
  const { applicant, matters, enumerations, agencies, measures, rounding, commencement, clauses } = policy
  const others = [applicant, ...matters, ...enumerations, ...agencies, ...measures, ...(commencement === null ? [] : [commencement])]
  // An exception that was taken away is another list of clauses.
  const order = clauses.map(({ id, subject, exceptionTo, reinstates }) => [id, subject, exceptionTo, reinstates])
  return [JSON.stringify([[...readings], inForceDay, rounding, order]), ...others.map(saidBy)].join('\n')
}
