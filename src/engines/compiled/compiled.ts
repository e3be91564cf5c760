import type { Clause, Policy, ReadingRef } from '../../core/core.ts'
import { invariant } from '../../base/invariant.ts'
import { once } from '../../base/once.ts'
import type { ApplicantResult, Engine, Input, Line, Outcome, Result } from '../engine.ts'
import { inForceFrom, isInForce } from '../in-force.ts'
import { repaymentIn } from '../repayments.ts'
import { chosenReadings } from '../readings.ts'
import { limitProgram, type LimitProgram } from './claimants.ts'
import { programOf } from './clauses.ts'
import { settle, type Draft } from './drafts.ts'
import { startCompiler, type Compiler } from './expressions.ts'
import { isKept } from './frame.ts'
import { applyLimits, limitsInOrder, type Places } from './limits.ts'
import { meaningOf, relatedClauses, said, vocabularyOf } from './meaning.ts'
import { orderNotes } from './orders.ts'
import { sharingPrograms, withPayers, type SharingProgram } from './payers.ts'
import { crowdOf, draftsOf, newMemory, sessionOf, type Crowd, type Kept, type Session } from './population.ts'
import { strayDecisions } from './stray.ts'
import { sumsOf, totalsOf } from './totals.ts'

/** What a preparation holds for: the rest of an input may change from one evaluation to the next. */
export type Settings = Pick<Input, 'on' | 'asIfPublished' | 'readings'>
/** Lists that are the same objects as before are taken to be unchanged. */
export type Cases = Pick<Input, 'applicants' | 'ledger' | 'decisions'>

export interface Prepared {
  readonly evaluate: (cases: Cases) => Result
  /** For the next preparation only. */
  readonly kept: Lineage
}

interface Last {
  readonly crowd: Crowd | null
  readonly session: Session | null
}

interface Lineage {
  readonly clauses: ReadonlyMap<string, Kept>
  readonly applicant: string
  readonly last: () => Last
}

/**
 * The policy as closures, for one day and one choice of readings. Results agree with the interpreter's to the fen, facts
 * that are missing, adjustments and notes included, but lines have no `reasons` and an empty `trace`, and where more than
 * 32 lines share a limit an adjustment's `because` names earlier grants only: explanations are the interpreter's.
 * It never refuses.
 *
 * With `previous`, clauses that say the same as before keep their closures and their lines: only what an edit changes is
 * computed again, then limits and totals. Lines are kept for the last list of applicants: who looks at two lists in turn
 * keeps two preparations.
 */
export function prepare(policy: Policy, settings: Settings, previous: Prepared | null = null): Prepared {
  const readings = chosenReadings(policy, settings.readings)
  const from = inForceFrom(policy, settings)
  const inForce = isInForce(policy, from, settings.on)
  const compiler = startCompiler({ policy, on: settings.on, inForceDay: from, readings: new Map(readings.map(({ ambiguity, reading }) => [ambiguity, reading])) })
  const kept = keptClauses(compiler, readings, previous)
  const limits = limitsInOrder(policy, policy.limits.filter(({ under }) => isKept(compiler, under)).map((limit) => limitProgram(compiler, limit)))
  const sharing = sharingPrograms(compiler)
  let last: Last = previous?.kept.applicant === policy.applicant.name.zh ? previous.kept.last() : { crowd: null, session: null }
  const evaluate = (cases: Cases): Result => {
    const crowd = crowdOf(policy, last.crowd, cases.applicants)
    const session = sessionOf(last.session, crowd, cases.ledger, cases.decisions)
    last = { crowd, session }
    return resultOf({ policy, on: settings.on, inForce, readings, limits, sharing }, cases, draftsOf(kept, session, crowd))
  }
  const clauses = new Map(kept.map((one) => [one.program.clause.id, one]))
  return { evaluate, kept: { clauses, applicant: policy.applicant.name.zh, last: () => last } }
}

function keptClauses(compiler: Compiler, readings: readonly ReadingRef[], previous: Prepared | null): readonly Kept[] {
  const { policy, on, inForceDay } = compiler
  const related = relatedClauses(policy)
  const common = once(() => [vocabularyOf(policy), JSON.stringify([readings, on, inForceDay, policy.commencement?.until ?? null])].join('\n'))
  return policy.clauses.map((clause, at): Kept => {
    const group = related.get(clause.id) ?? [clause]
    const meaning = once(() => `${common()}\n${at}\n${meaningOf(policy, group)}\n${said(clause).text}`)
    const before = previous?.kept.clauses.get(clause.id)
    if (before !== undefined && before.meaning() === meaning() && isQuotedAlike(before.program.clause, clause)) return before
    const program = programOf(compiler, clause, at)
    return { meaning, program, related: group.length > 1 ? group.map(({ id }) => id) : [], memory: newMemory() }
  })
}

/** Lines carry the clause's first quotation. */
function isQuotedAlike(a: Clause, b: Clause): boolean {
  const [x, y] = [a.cites[0], b.cites[0]]
  return x === y || (x !== undefined && y !== undefined && x.sentence === y.sentence && x.start === y.start && x.end === y.end && x.quote === y.quote)
}

interface Frame {
  readonly policy: Policy
  readonly on: string
  readonly inForce: boolean
  readonly readings: readonly ReadingRef[]
  readonly limits: readonly LimitProgram[]
  readonly sharing: readonly SharingProgram[]
}

function resultOf({ policy, on, inForce, readings, limits, sharing }: Frame, cases: Cases, drafts: readonly Draft[]): Result {
  const scene = { places: placesOf(drafts), decisions: cases.decisions }
  const limited = applyLimits(scene, drafts, limits)
  const settled = withPayers(limited.drafts.map(settle), sharing)
  const sums = sumsOf(settled, limited.applied)
  const own = placesByApplicant(settled)
  const applicants = cases.applicants.map(({ id }): ApplicantResult => {
    const places = own.get(id) ?? []
    const lines = places.map((at) => lineAt(settled, at))
    return { id, lines, total: sums.of(places), repayment: repaymentIn(lines) }
  })
  const notes = [...limited.notes, ...orderNotes(scene, limits, limited), ...strayDecisions(policy, cases.decisions, settled)]
  return { inForce, readings, applicants, totals: totalsOf(policy, on, settled, scene.places, sums), notes }
}

function lineAt(drafts: readonly Draft[], at: number): Line {
  const draft = drafts[at]
  invariant(draft !== undefined, 'places are those of drafts')
  return draft.line
}

function placesOf(drafts: readonly Draft[]): Places {
  return placesBy(drafts, ({ line }) => line.clause)
}
function placesByApplicant(drafts: readonly Draft[]): Places {
  return placesBy(drafts, ({ line }) => line.applicant)
}

function placesBy(drafts: readonly Draft[], name: (draft: Draft) => string): Places {
  const places = new Map<string, number[]>()
  drafts.forEach((draft, at) => {
    const key = name(draft)
    const own = places.get(key)
    if (own === undefined) places.set(key, [at])
    else own.push(at)
  })
  return places
}

/** A policy is immutable, so its closures hold as long as it lives; the last day and readings asked for are kept. */
const preparations = new WeakMap<Policy, { readonly key: string; readonly prepared: Prepared }>()

/** Preparation and evaluation in one: for whoever has a policy and an input, as with every other engine. */
export const compiled: Engine = {
  name: 'compiled',
  evaluate: (policy: Policy, input: Input): Outcome => {
    const key = JSON.stringify([input.on, input.asIfPublished, input.readings])
    const before = preparations.get(policy)
    const prepared = before?.key === key ? before.prepared : prepare(policy, input)
    preparations.set(policy, { key, prepared })
    return { kind: 'result', result: prepared.evaluate(input) }
  },
}
