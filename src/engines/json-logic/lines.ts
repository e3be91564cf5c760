import { LIMIT_ORDER, type Clause, type ClauseKind, type Policy } from '../../core/core.ts'
import type { Applicant, Input, Line, Missing, Reason, Refusal } from '../engine.ts'
import { addDays } from '../../values/date.ts'
import type { Construct } from './constructs.ts'
import { isTaken } from './context.ts'
import { applicantData, type Day } from './data.ts'
import { refusal, type ExportedClause, type ExportedRules } from './export-rules.ts'
import { NONE } from './guards.ts'
import type { Instance } from './instance.ts'
import { openFacts } from './open.ts'
import type { Rule } from './rule.ts'
import { run } from './run.ts'

/** One evaluation of a policy that is exported. */
export interface Evaluation {
  readonly policy: Policy
  readonly input: Input
  readonly exported: ExportedRules
  readonly readings: ReadonlyMap<string, string>
  readonly inForceDay: string | null
  readonly inForce: boolean
  readonly refusals: Refusal[]
}

/** A line where limits look at it. `money`: it counts in sums. */
export interface Draft {
  readonly instance: Instance
  readonly line: Line
  readonly money: boolean
}

export function refuse(evaluation: Evaluation, construct: Construct, clause: Clause | null, limit: Policy['limits'][number] | null = null): null {
  const { refusals } = evaluation
  if (!refusals.some((one) => one.construct === construct && one.clause === (clause?.id ?? null))) refusals.push(refusal(construct, clause, limit))
  return null
}

const CONSTRUCT_OF: { readonly [marker: string]: Construct } = {
  'refused:missing-fact': 'unknown-fact', 'refused:out-of-range': 'out-of-range', 'refused:undetermined': 'undetermined',
  'refused:ledger': 'ledger', 'refused:division': 'division', 'refused:too-many': 'too-many',
}

/** What a rule of a clause, or of a limit on it, gives; null when it refuses, and then that is noted. */
export function answer(evaluation: Evaluation, rule: Rule, instance: Instance, limit: Policy['limits'][number] | null = null): Rule {
  const found = run(rule, instance.data)
  if (typeof found !== 'string' || !found.startsWith('refused:')) return found
  return refuse(evaluation, CONSTRUCT_OF[found] ?? 'undetermined', instance.clause, limit)
}

// ---------------------------------------------------------------- in force

function isWithin(day: string, from: string | null, until: string | null): boolean {
  return (from === null || from <= day) && (until === null || day <= until)
}

export function startEvaluation(policy: Policy, input: Input, exported: ExportedRules): Evaluation {
  const published = input.asIfPublished ?? policy.published
  const from = policy.commencement?.from ?? { kind: 'publication', days: 0 }
  const inForceDay = published === null ? null : from.kind === 'day' ? from.day : addDays(published, from.days)
  const inForce = inForceDay !== null && isWithin(input.on, inForceDay, policy.commencement?.until ?? null)
  const readings = new Map(exported.readings.map(({ ambiguity, reading }) => [ambiguity, reading]))
  return { policy, input, exported, readings, inForceDay, inForce, refusals: [] }
}

/** A last day of the clause's own stands in the place of the policy's. */
function counts({ policy, inForceDay, input }: Evaluation, { valid }: Clause): boolean {
  if (inForceDay === null || !isWithin(input.on, inForceDay, valid?.until ?? policy.commencement?.until ?? null)) return false
  return valid === null || isWithin(input.on, valid.from, valid.until)
}

// ---------------------------------------------------------------- instances

/** Clauses in the order of the text, then subjects in the order of the dossier. */
export function instancesOf({ policy, input, inForceDay }: Evaluation, applicant: Applicant): readonly Instance[] {
  const day: Day = { on: input.on, inForceDay, ledger: [...new Set(input.ledger.map(({ clause }) => clause))] }
  const data = applicantData(policy, applicant, day)
  const own = policy.applicant.name.zh
  return policy.clauses.flatMap((clause): readonly Instance[] => {
    if (clause.subject === null) return []
    if (clause.subject === own) return [{ clause, applicant, subject: applicant.id, entity: own, data: data.self }]
    return applicant.matters.filter(({ entity }) => entity === clause.subject).map((matter) => ({ clause, applicant, subject: matter.id, entity: matter.entity, data: data.of(matter) }))
  })
}

// ---------------------------------------------------------------- what a clause gives

interface Decided {
  readonly used: boolean | null
  readonly amount: bigint | null
}

/** Of several decisions the last recorded one. An amount says that the power is used. */
function decidedOn({ input }: Evaluation, { clause, applicant, subject }: Instance): Decided {
  let decided: Decided = { used: null, amount: null }
  for (const decision of input.decisions) {
    if (decision.kind === 'exception' || decision.kind === 'limit' || decision.clause !== clause.id || decision.applicant !== applicant.id || decision.subject !== subject) continue
    if (decision.kind === 'use') decided = { ...decided, used: decision.used }
    else if (decision.amount >= 0n) decided = { used: true, amount: decision.amount }
  }
  return decided
}

type Benefit =
  | { readonly kind: 'money'; readonly amount: bigint }
  | { readonly kind: 'status'; readonly value: string }
  | { readonly kind: 'in-kind'; readonly months: bigint | null }
  | { readonly kind: 'unstated' }
  | { readonly kind: 'nothing-to-pay' }
  /** No case of the text fits. */
  | { readonly kind: 'none' }

/** Null when the rules refuse. */
function benefitOf(evaluation: Evaluation, instance: Instance, rules: ExportedClause): Benefit | null {
  const [guarded] = instance.clause.effects.filter(({ under }) => isTaken(evaluation, under))
  const effect = guarded?.value
  switch (effect?.kind) {
    case undefined:
    case 'direction':
      return { kind: 'nothing-to-pay' }
    case 'referral':
      return { kind: 'unstated' }
    case 'grant':
    case 'ceiling':
    case 'repayment': {
      if (effect.amount === null) return { kind: 'unstated' }
      const found = answer(evaluation, rules.uncapped ?? rules.amount, instance)
      return found === NONE ? { kind: 'none' } : typeof found === 'number' ? { kind: 'money', amount: BigInt(found) } : null
    }
    case 'status': {
      const found = answer(evaluation, rules.status ?? null, instance)
      return found === NONE ? { kind: 'none' } : typeof found === 'string' ? { kind: 'status', value: found } : null
    }
    case 'in-kind': {
      if (effect.duration === null) return { kind: 'in-kind', months: null }
      const found = answer(evaluation, rules.duration ?? null, instance)
      return typeof found === 'number' ? { kind: 'in-kind', months: BigInt(found) } : null
    }
  }
}

/** A clause and a subject before exceptions between clauses; null when a rule refuses. */
export interface Assessment {
  readonly instance: Instance
  readonly isPower: boolean
  readonly inForce: boolean
  /** undefined: undetermined, for want of `missing`. */
  readonly met: boolean | undefined
  readonly missing: readonly Missing[]
  readonly benefit: Benefit
  readonly decided: Decided
}

/** What is refused of a limit is not refused of its clause: most limits leave most lines as they are. */
const LIMITS: ReadonlySet<string> = new Set(LIMIT_ORDER)

export function assess(evaluation: Evaluation, instance: Instance): Assessment | null {
  const { clause } = instance
  const decided = decidedOn(evaluation, instance)
  const rules = evaluation.exported.clauses[clause.id]
  const isPower = rules?.power ?? false
  const nothing = { instance, isPower, inForce: true, met: false, missing: [], benefit: { kind: 'none' }, decided } as const
  // What is paid by period may be due for an earlier one: its rules say that it is refused.
  if (clause.terms.length === 0 && !counts(evaluation, clause)) return { ...nothing, inForce: false }
  if (rules === undefined) {
    const own = evaluation.exported.refused.filter((one) => one.clause === clause.id && !LIMITS.has(one.construct) && !evaluation.refusals.includes(one))
    evaluation.refusals.push(...own)
    return null
  }
  const met = run(rules.condition, instance.data)
  if (met === false) return nothing
  const missing = met === true ? [] : openFacts(evaluation.policy, instance, rules.condition)
  if (missing === null) {
    answer(evaluation, rules.condition, instance)
    return null
  }
  const benefit = benefitOf(evaluation, instance, rules)
  return benefit === null ? null : { instance, isPower, inForce: true, met: met === true ? true : undefined, missing, benefit, decided }
}

// ---------------------------------------------------------------- exceptions between clauses

/** Does the clause hold, exceptions aside? Undefined while it is undetermined or a power is undecided. */
function holdsAlone({ isPower, met, benefit, decided }: Assessment): boolean | undefined {
  if (met === false || benefit.kind === 'none') return false
  if (!isPower) return met
  return decided.used === false ? false : met === undefined ? undefined : (decided.used ?? undefined)
}

/** The clauses that displace this one for the same subject; undefined when that cannot be told. */
export function displacing(one: Assessment, same: readonly Assessment[], above: readonly Assessment[] = []): readonly Assessment[] | undefined {
  if (above.includes(one)) return undefined
  const path = [...above, one]
  const found: Assessment[] = []
  for (const by of same.filter(({ instance }) => instance.clause.exceptionTo.includes(one.instance.clause.id))) {
    const holding = holds(by, same, path)
    if (holding === false) continue
    const lift = isLifted(one, by, same, path)
    if (lift === true) continue
    if (holding === undefined || lift === undefined) return undefined
    found.push(by)
  }
  return found
}

function holds(one: Assessment, same: readonly Assessment[], above: readonly Assessment[]): boolean | undefined {
  const alone = holdsAlone(one)
  if (alone !== true) return alone
  const by = displacing(one, same, above)
  return by === undefined ? undefined : by.length === 0
}

/** 恢复: a clause that reinstates the displaced one, or that lifts this exception, holds. */
function isLifted(displaced: Assessment, by: Assessment, same: readonly Assessment[], above: readonly Assessment[]): boolean | undefined {
  const isDisplaced = same.some(({ instance }) => instance.clause.exceptionTo.includes(by.instance.clause.id))
  const lifting = same.filter(({ instance: { clause } }) => clause.reinstates.includes(displaced.instance.clause.id) || (clause.reinstates.includes(by.instance.clause.id) && !isDisplaced))
  const results = lifting.map((each) => holds(each, same, above))
  return results.includes(true) ? true : results.includes(undefined) ? undefined : false
}

// ---------------------------------------------------------------- lines

type Outcome = Pick<Line, 'standing' | 'committed' | 'possible'> & { readonly code: Reason['code']; readonly status?: string; readonly duration?: bigint | null }

const FAILS = { standing: 'fails', committed: 0n, possible: 0n } as const

function outcomeOf({ isPower, inForce, met, benefit, decided }: Assessment, kind: ClauseKind, displaced: boolean): Outcome {
  if (!inForce) return { ...FAILS, code: 'not-in-force' }
  if (met === false) return { ...FAILS, code: 'condition-failed' }
  if (displaced) return { ...FAILS, code: 'excepted' }
  if (isPower && decided.used === false) return { ...FAILS, code: 'power-unused' }
  if (benefit.kind === 'none') return { ...FAILS, code: 'no-outcome' }
  const possible = benefit.kind === 'money' ? benefit.amount : benefit.kind === 'in-kind' || benefit.kind === 'unstated' ? null : 0n
  const open = { committed: 0n, possible, ...(benefit.kind === 'in-kind' ? { duration: benefit.months } : {}) }
  if (met === undefined) {
    const most = kind === 'ceiling' && decided.amount !== null && possible !== null && decided.amount < possible ? decided.amount : possible
    return { ...open, possible: most, standing: 'undetermined', code: 'condition-unknown' }
  }
  if (isPower && decided.used === null) return { ...open, standing: 'awaits-decision', code: 'power-undecided' }
  if (kind === 'ceiling' && (benefit.kind === 'money' || benefit.kind === 'unstated')) return ceiling(possible, decided.amount)
  switch (benefit.kind) {
    case 'money':
      return { standing: 'holds', committed: benefit.amount, possible: benefit.amount, code: 'condition-met' }
    case 'status':
      return { ...open, standing: 'holds', status: benefit.value, code: 'condition-met' }
    case 'in-kind':
    case 'nothing-to-pay':
      return { ...open, standing: 'holds', code: 'condition-met' }
    case 'unstated':
      return { ...open, standing: 'holds', code: 'unstated-amount' }
  }
}

function ceiling(possible: bigint | null, decided: bigint | null): Outcome {
  if (decided === null) return { standing: 'awaits-decision', committed: 0n, possible, code: 'amount-undecided' }
  if (possible !== null && decided > possible) return { standing: 'awaits-decision', committed: 0n, possible, code: 'decision-above-ceiling' }
  return { standing: 'holds', committed: decided, possible: decided, code: 'amount-decided' }
}

/** The line before limits; null when an exception cannot be told. */
export function draftLine(evaluation: Evaluation, one: Assessment, same: readonly Assessment[]): Draft | null {
  const { instance } = one
  const { clause, applicant, subject, entity } = instance
  const by = one.inForce && one.met !== false ? displacing(one, same) : []
  if (by === undefined) return refuse(evaluation, 'exception-between-clauses', clause)
  const kind = evaluation.exported.clauses[clause.id]?.kind ?? clause.kind
  const outcome = outcomeOf(one, kind, by.length > 0)
  const cite = clause.cites[0] ?? null
  const fails = outcome.standing === 'fails'
  const statuses = fails || one.benefit.kind !== 'status' ? [] : [one.benefit.value]
  const label = JSON.stringify(evaluation.exported.clauses[clause.id] ?? null)
  const line: Line = {
    clause: clause.id, applicant: applicant.id, subject, entity, period: null, standing: outcome.standing, kind,
    committed: outcome.committed, possible: outcome.possible, status: outcome.status ?? null, possibleStatuses: statuses, duration: outcome.duration ?? null,
    missing: fails ? [] : one.missing, reasons: [{ code: outcome.code, fact: null, found: null, applies: true, needed: null, cite }], adjustments: [], payers: [], payersMissing: [], cite,
    trace: {
      id: clause.id, node: 'json-logic', label: { zh: label, en: label }, cite, children: [],
      value: { low: outcome.committed.toString(), high: outcome.possible === null ? null : outcome.possible.toString() },
    },
  }
  return { instance, line, money: kind === 'grant' || kind === 'ceiling' }
}

