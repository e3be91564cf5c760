import type { Clause, Policy, ReadingRef } from '../../core/core.ts'
import { invariant } from '../../base/invariant.ts'
import { once } from '../../base/once.ts'
import type { ApplicantResult, Engine, Input, Line, Outcome, Result } from '../engine.ts'
import { inForceFrom, isInForce } from '../in-force.ts'
import { repaymentIn } from '../repayments.ts'
import { chosenReadings } from '../readings.ts'
import { programOf } from './clauses.ts'
import { settle, type Draft } from './drafts.ts'
import { isSameCite } from './earlier-lines.ts'
import { startCompiler, type Compiler } from './expressions.ts'
import { isKept } from './frame.ts'
import { limitProgram, requoted, type LimitProgram } from './limit-program.ts'
import { applyLimits, limitsInOrder } from './limits.ts'
import { meaningOf, meaningOfLimit, relatedClauses, said, vocabularyOf } from './meaning.ts'
import { orderNotes, type SwappedTrails } from './orders.ts'
import { sharingPrograms, withPayers, type SharingProgram } from './payers.ts'
import { crowdOf, draftsOf, newMemory, sessionOf, type Crowd, type Drafts, type Kept, type Session } from './population.ts'
import { strayDecisions } from './stray.ts'
import { sumsOf, totalsOf } from './totals.ts'
import type { Trails } from './trails.ts'

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
  /** What the limits found in that session, in their order, and two by two the other way round. */
  readonly trails: Trails
  readonly swapped: SwappedTrails
}

const NOTHING_BEFORE: Last = { crowd: null, session: null, trails: new Map(), swapped: new Map() }

interface Lineage {
  readonly clauses: ReadonlyMap<string, Kept>
  readonly limits: ReadonlyMap<string, KeptLimit>
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
  const common = once(() => [vocabularyOf(policy), JSON.stringify([readings, settings.on, from, policy.commencement?.until ?? null])].join('\n'))
  const kept = keptClauses(compiler, common, previous)
  const keptOfLimits = keptLimits(compiler, common, previous)
  const limits = limitsInOrder(policy, keptOfLimits.map(({ program }) => program))
  const sharing = sharingPrograms(compiler)
  let last = previous?.kept.applicant === policy.applicant.name.zh ? previous.kept.last() : NOTHING_BEFORE
  const evaluate = (cases: Cases): Result => {
    const crowd = crowdOf(policy, last.crowd, cases.applicants)
    const session = sessionOf(last.session, crowd, cases.ledger, cases.decisions)
    const before = session === last.session ? last : NOTHING_BEFORE
    const { result, trails, swapped } = resultOf({ policy, on: settings.on, inForce, readings, limits, sharing }, cases, draftsOf(kept, session, crowd), before)
    last = { crowd, session, trails, swapped }
    return result
  }
  const clauses = new Map(kept.map((one) => [one.program.clause.id, one]))
  return { evaluate, kept: { clauses, limits: new Map(keptOfLimits.map((one) => [one.program.limit.id, one])), applicant: policy.applicant.name.zh, last: () => last } }
}

function keptClauses(compiler: Compiler, common: () => string, previous: Prepared | null): readonly Kept[] {
  const { policy } = compiler
  const related = relatedClauses(policy)
  return policy.clauses.map((clause, at): Kept => {
    const group = related.get(clause.id) ?? [clause]
    const meaning = once(() => `${common()}\n${at}\n${meaningOf(policy, group)}\n${said(clause)}`)
    const before = previous?.kept.clauses.get(clause.id)
    if (before !== undefined && before.meaning() === meaning() && isQuotedAlike(before.program.clause, clause)) return before
    const program = programOf(compiler, clause, at)
    return { meaning, program, related: group.length > 1 ? group.map(({ id }) => id) : [], memory: newMemory(before?.memory ?? null) }
  })
}

/** A limit's closures; kept as long as what the limit says stays the same. */
interface KeptLimit {
  readonly meaning: () => string
  readonly program: LimitProgram
}

function keptLimits(compiler: Compiler, common: () => string, previous: Prepared | null): readonly KeptLimit[] {
  const { policy } = compiler
  return policy.limits.filter(({ under }) => isKept(compiler, under)).map((limit): KeptLimit => {
    const meaning = once(() => `${common()}\n${meaningOfLimit(policy, limit)}`)
    const before = previous?.kept.limits.get(limit.id)
    if (before === undefined || before.meaning() !== meaning()) return { meaning, program: limitProgram(compiler, limit) }
    return isQuotedAlike(before.program.limit, limit) ? before : { meaning, program: requoted(before.program, limit) }
  })
}

/** Lines carry the first quotation of their clause, and of the limits that changed them. */
function isQuotedAlike(a: Pick<Clause, 'cites'>, b: Pick<Clause, 'cites'>): boolean {
  return isSameCite(a.cites[0] ?? null, b.cites[0] ?? null)
}

interface Frame {
  readonly policy: Policy
  readonly on: string
  readonly inForce: boolean
  readonly readings: readonly ReadingRef[]
  readonly limits: readonly LimitProgram[]
  readonly sharing: readonly SharingProgram[]
}

function resultOf({ policy, on, inForce, readings, limits, sharing }: Frame, cases: Cases, drafts: Drafts, before: Last): Pick<Last, 'trails' | 'swapped'> & { readonly result: Result } {
  const scene = { places: drafts.byClause, decisions: cases.decisions }
  const limited = applyLimits(scene, drafts.all, limits, [before.trails])
  const settled = withPayers(limited.drafts.map(settle), sharing)
  const sums = sumsOf(settled, limited.applied)
  const applicants = cases.applicants.map(({ id }): ApplicantResult => {
    const places = drafts.byApplicant.get(id) ?? []
    const lines = places.map((at) => lineAt(settled, at))
    return { id, lines, total: sums.of(places), repayment: repaymentIn(lines) }
  })
  const { notes: orders, swapped } = orderNotes(scene, limits, limited, before.swapped)
  const notes = [...limited.notes, ...orders, ...strayDecisions(policy, cases.decisions, settled)]
  return { result: { inForce, readings, applicants, totals: totalsOf(policy, on, settled, scene.places, sums), notes }, trails: limited.trails, swapped }
}

function lineAt(drafts: readonly Draft[], at: number): Line {
  const draft = drafts[at]
  invariant(draft !== undefined, 'places are those of drafts')
  return draft.line
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
