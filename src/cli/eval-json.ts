import type { Mattering } from '../analyses/readings-that-matter.ts'
import { chosenReading } from '../analyses/readings-that-matter.ts'
import type { Citation, Policy } from '../core/core.ts'
import type { Adjustment, Input, Line, Missing, Reason, Result, Sum } from '../engines/engine.ts'
import { fieldOf, label } from '../explain/names.ts'
import type { Json } from './json.ts'

/** One evaluation with everything that its output names. */
export interface Evaluation {
  readonly policy: Policy
  readonly hash: string
  readonly engine: string
  readonly input: Input
  readonly result: Result
  readonly mattering: Mattering
}

function cite(from: Citation | null): Json {
  return from === null ? null : { sentence: from.sentence, start: from.start, end: from.end, quote: from.quote }
}

/** Where a fact stands: applicant, matter, field; the matter is left out for a fact of the applicant. */
function path(applicant: string, subject: string, field: string): string {
  return (subject === applicant ? [applicant, field] : [applicant, subject, field]).join('/')
}

function missing(policy: Policy, line: Line, from: Missing): Json {
  const { zh, en } = label(policy, from.entity, from.field)
  return { fact: from.field, label: { zh, en }, path: path(line.applicant, from.subject, from.field), state: from.state, judgedBy: from.judgedBy }
}

function reason(policy: Policy, line: Line, from: Reason): Json {
  if (from.fact === null) return { code: from.code, fact: null, label: null, path: null, found: from.found, needed: from.needed === null ? null : { ...from.needed }, cite: cite(from.cite) }
  const { zh, en } = label(policy, line.entity, from.fact)
  const ofSubject = policy.matters.find((each) => each.name.zh === line.entity)?.fields.some((field) => field.name.zh === from.fact) ?? false
  const isFact = fieldOf(policy, line.entity, from.fact) !== null
  return {
    code: from.code, fact: from.fact, label: { zh, en }, path: isFact ? path(line.applicant, ofSubject ? line.subject : line.applicant, from.fact) : null,
    found: from.found, needed: from.needed === null ? null : { ...from.needed }, cite: cite(from.cite),
  }
}

function adjustment(from: Adjustment): Json {
  return { constraint: from.constraint, kind: from.kind, code: from.code, before: { ...from.before }, after: { ...from.after }, because: from.because, ...(from.widened === null ? {} : { widened: from.widened }), cite: cite(from.cite) }
}

function line(policy: Policy, from: Line): Json {
  return {
    clause: from.clause,
    subject: from.subject,
    ...(from.period === null ? {} : { period: { number: from.period.number, from: from.period.from, until: from.period.until } }),
    standing: from.standing,
    kind: from.kind,
    committed: from.committed,
    possible: from.possible,
    ...(from.status === null ? {} : { status: from.status }),
    ...(from.kind === 'status' && from.status === null && from.possibleStatuses.length > 0 ? { possibleStatuses: from.possibleStatuses } : {}),
    ...(from.duration === null ? {} : { duration: from.duration }),
    missing: from.missing.map((each) => missing(policy, from, each)),
    reasons: from.reasons.map((each) => reason(policy, from, each)),
    adjustments: from.adjustments.map(adjustment),
    ...(from.payers.length === 0 ? {} : { payers: from.payers.map(({ agency, committed, possible }) => ({ agency, committed, possible })) }),
    ...(from.payersMissing.length === 0 ? {} : { payersMissing: from.payersMissing.map((each) => missing(policy, from, each)) }),
    cite: cite(from.cite),
  }
}

const sum = (from: Sum): Json => ({ committed: from.committed, possible: from.possible, unstated: from.unstated })

const sums = (from: ReadonlyMap<string, Sum>): Json => Object.fromEntries([...from].map(([key, value]) => [key, sum(value)]))

/** The reading of each ambiguity that counted in the run. */
export function readingsOf(policy: Policy, result: Result): readonly { readonly ambiguity: string; readonly reading: string; readonly default: boolean }[] {
  return policy.ambiguities.flatMap((ambiguity) => {
    const chosen = chosenReading(ambiguity, result.readings)
    const reading = ambiguity.readings.find((each) => each.name.zh === chosen)
    return reading === undefined ? [] : [{ ambiguity: ambiguity.id, reading: reading.name.zh, default: reading.isDefault }]
  })
}

/** What `heng eval --format json` prints; `schemas/eval.schema.json` describes it. Money is whole fen, durations are months. */
export function evalJson({ policy, hash, engine, input, result, mattering }: Evaluation): Json {
  const { id, title, edition } = policy
  return {
    policy: { id: { ...id }, title: { ...title }, edition, published: policy.published, hash },
    engine,
    on: input.on,
    asIfPublished: input.asIfPublished,
    inForce: result.inForce,
    readings: readingsOf(policy, result),
    applicants: result.applicants.map((applicant) => ({
      id: applicant.id,
      lines: applicant.lines.map((each) => line(policy, each)),
      total: sum(applicant.total),
      repayment: sum(applicant.repayment),
      ambiguities: mattering.get(applicant.id) ?? [],
    })),
    totals: {
      committed: result.totals.committed,
      possible: result.totals.possible,
      unstated: result.totals.unstated,
      byClause: sums(result.totals.byClause),
      byMeasure: sums(result.totals.byMeasure),
      byAgency: sums(result.totals.byAgency),
      byYear: sums(result.totals.byYear),
      byPayer: sums(result.totals.byPayer),
      repayment: sum(result.totals.repayment),
      standings: { ...result.totals.standings },
    },
    notes: result.notes.map((note) => ({ code: note.code, limit: note.limit, lines: note.lines, message: { ...note.message }, cite: cite(note.cite) })),
  }
}
