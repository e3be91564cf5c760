import type { Policy } from '../../src/core/core.ts'
import type { Decision, Input, Line, Result, Sum } from '../../src/engines/engine.ts'
import { completed, drawInput, EVERYTHING, IN_FORCE } from '../generate/dossiers.ts'
import { holds, lineName, lines, type Property, property, rangeText } from './property.ts'

interface Range {
  readonly committed: bigint
  readonly possible: bigint | null
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.committed >= outer.committed && (outer.possible === null || (inner.possible !== null && inner.possible <= outer.possible))
}

/** A total as a range: without a bound where some line has none. */
const total = ({ committed, possible, unstated }: Sum): Range => ({ committed, possible: unstated > 0 ? null : possible })

export const committedIsPossible: Property = property({
  name: 'committed is never negative and never above possible; totals hold what their lines add up to',
  telling: 300,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, EVERYTHING),
  judge: (input, policy, evaluate) => {
    const result = evaluate(input)
    const all = lines(result)
    for (const line of all) {
      holds(line.committed >= 0n && (line.possible === null || line.committed <= line.possible), () => `${lineName(line)}: ${rangeText(line)}`)
      holds(line.standing !== 'fails' && line.standing !== 'withdrawn' || line.possible === 0n, () => `${lineName(line)} ${line.standing} with ${rangeText(line)}`)
    }
    holds(sums(all, result.totals), () => `total ${rangeText(result.totals)}`)
    for (const applicant of result.applicants) holds(sums(applicant.lines, applicant.total), () => `total of ${applicant.id}: ${rangeText(applicant.total)}`)
    for (const [clause, sum] of result.totals.byClause) holds(sums(all.filter((line) => line.clause === clause), sum), () => `total of clause ${clause}: ${rangeText(sum)}`)
    for (const [measure, sum] of result.totals.byMeasure) {
      const own = new Set(policy.clauses.filter((clause) => clause.measure === measure).map(({ id }) => id))
      holds(sums(all.filter((line) => own.has(line.clause)), sum), () => `total of measure ${measure}: ${rangeText(sum)}`)
    }
    holds(Object.values(result.totals.standings).reduce((a, b) => a + b, 0) === all.length, () => 'standings count every line once')
    return all.some(({ possible }) => possible !== 0n)
  },
})

/** A total may know more than its lines do (one of two tied lines is paid for certain), never less; of settled lines it is the sum. */
function sums(all: readonly Line[], sum: Sum): boolean {
  const money = all.filter(({ kind }) => kind === 'grant' || kind === 'ceiling')
  const committed = money.reduce((so, line) => so + line.committed, 0n)
  const possible = money.reduce((so, line) => so + (line.possible ?? 0n), 0n)
  const isSettled = money.every(({ committed: low, possible: high }) => low === high)
  if (isSettled && (sum.committed !== committed || sum.possible !== possible)) return false
  return committed <= sum.committed && sum.committed <= sum.possible && sum.possible <= possible && unstated(all) === sum.unstated
}

/** Money without a limit; what is given in kind has no amount to state. */
function unstated(all: readonly Line[]): number {
  return all.filter(({ kind, possible }) => (kind === 'grant' || kind === 'ceiling') && possible === null).length
}

/** Of a term whose beginning is not known one line stands for all periods, also where it fails in each of them. */
function isOfUnknownPeriods(policy: Policy, line: Line): boolean {
  return line.period === null && policy.clauses.some(({ id, terms }) => id === line.clause && terms.length > 0)
}

function periodsWithin(line: Line, after: readonly Line[]): boolean {
  const own = after.filter(({ clause, applicant, subject }) => clause === line.clause && applicant === line.applicant && subject === line.subject)
  holds(own.length > 0, () => `${lineName(line)} is gone`)
  for (const later of own) {
    holds(isWithin(later, line), () => `${lineName(line)}: ${rangeText(line)} became ${lineName(later)}: ${rangeText(later)}`)
    holds(line.standing !== 'fails' || later.standing === 'fails', () => `${lineName(line)}: fails became ${lineName(later)}: ${later.standing}`)
  }
  return own.length !== 1 || own.some(({ period }) => period !== null)
}

/** Each line of `after`, and each total, lies within what it was before. */
function narrows(policy: Policy, before: Result, after: Result): boolean {
  const known = new Map(lines(after).map((line) => [lineName(line), line]))
  let moved = false
  for (const line of lines(before)) {
    if (isOfUnknownPeriods(policy, line)) {
      moved = periodsWithin(line, lines(after)) || moved
      continue
    }
    const later = known.get(lineName(line))
    if (later === undefined && line.period !== null) {
      // The term proved to end before the period.
      holds(line.committed === 0n && line.standing !== 'holds', () => `${lineName(line)} ${line.standing} is gone`)
      moved = true
      continue
    }
    holds(later !== undefined, () => `${lineName(line)} is gone`)
    holds(isWithin(later, line), () => `${lineName(line)}: ${rangeText(line)} ${line.standing} became ${rangeText(later)} ${later.standing}`)
    if (line.status !== null) holds(later.status === line.status, () => `${lineName(line)}: ${line.status} became ${later.status}`)
    for (const status of later.possibleStatuses) holds(line.possibleStatuses.includes(status), () => `${lineName(line)}: ${status} was not possible before`)
    if (line.standing === 'holds' || line.standing === 'fails') holds(later.standing === line.standing || later.standing === 'withdrawn', () => `${lineName(line)}: ${line.standing} became ${later.standing}`)
    moved ||= later.committed !== line.committed || later.possible !== line.possible || later.standing !== line.standing
  }
  holds(isWithin(total(after.totals), total(before.totals)), () => `total: ${rangeText(before.totals)} became ${rangeText(after.totals)}`)
  return moved
}

export const factsNarrow: Property = property({
  name: 'finding facts out never widens a range, of a line or of a total',
  telling: 40,
  make: (vocabulary, draw) => {
    const input = drawInput(vocabulary, draw, IN_FORCE)
    return { input, found: completed(vocabulary, draw, input, false) }
  },
  judge: ({ input, found }, policy, evaluate) => narrows(policy, evaluate(input), evaluate(found)),
})

export const rangesAreSound: Property = property({
  name: 'whatever the unknown facts turn out to be, the result lies within the range',
  telling: 60,
  make: (vocabulary, draw) => {
    const input = drawInput(vocabulary, draw, IN_FORCE)
    return { input, completions: [completed(vocabulary, draw, input, true), completed(vocabulary, draw, input, true)] }
  },
  judge: ({ input, completions }, policy, evaluate) => {
    const before = evaluate(input)
    if (!lines(before).some(({ missing }) => missing.length > 0)) return false
    return completions.map((completion) => narrows(policy, before, evaluate(completion))).includes(true)
  },
})

/** A decision for each line that waits for one: the whole ceiling, a part of it, or one fen too much. */
function decisionsFor(result: Result, share: (possible: bigint) => bigint): Decision[] {
  return lines(result).filter(({ standing, kind, possible }) => standing === 'awaits-decision' && kind === 'ceiling' && possible !== null)
    .map((line) => ({ kind: 'amount', clause: line.clause, applicant: line.applicant, subject: line.subject, amount: share(line.possible ?? 0n) }))
}

const before = (line: Line): Range => line.adjustments[0]?.before ?? line

export const decisionsFix: Property = property({
  name: 'a decision fixes an amount inside the range, and never above the ceiling',
  appliesTo: (policy) => policy.clauses.some(({ kind }) => kind === 'ceiling'),
  telling: 20,
  make: (vocabulary, draw) => {
    const input = { ...drawInput(vocabulary, draw, IN_FORCE), decisions: [] }
    const numerator = BigInt(draw.below(5))
    return { input, over: draw.below(4) === 3, numerator }
  },
  judge: ({ input, over, numerator }, policy, evaluate) => {
    const open = evaluate(input)
    const used: Decision[] = lines(open).filter((line) => policy.clauses.some(({ id, powers }) => id === line.clause && powers.length > 0))
      .map((line) => ({ kind: 'use', clause: line.clause, applicant: line.applicant, subject: line.subject, used: true }))
    const waiting = evaluate({ ...input, decisions: used })
    const amounts = decisionsFor(waiting, (possible) => (over ? possible + 1n : (possible * numerator) / 4n))
    if (amounts.length === 0) return false
    const result = evaluate({ ...input, decisions: [...used, ...amounts] })
    holds(result.notes.every(({ code }) => code !== 'unknown-decision'), () => 'a decision about a line is not found')
    const decided = new Map(lines(result).map((line) => [lineName(line), line]))
    for (const line of lines(waiting)) {
      const later = decided.get(lineName(line))
      const amount = amounts.find((one) => one.kind === 'amount' && one.clause === line.clause && one.applicant === line.applicant && one.subject === line.subject)
      if (later === undefined || amount?.kind !== 'amount' || line.adjustments.length > 0) continue
      holds(later.possible !== null && later.possible <= (line.possible ?? 0n), () => `${lineName(line)}: ${rangeText(line)}, decided ${amount.amount}, is ${rangeText(later)}`)
      if (over || line.missing.length > 0) continue
      const fixed = before(later)
      holds(fixed.committed === amount.amount && fixed.possible === amount.amount, () => `${lineName(line)}: decided ${amount.amount}, is ${rangeText(fixed)}`)
    }
    return true
  },
})

const zero = (line: Line): boolean => line.committed === 0n && line.possible === 0n

export const notInForce: Property = property({
  name: 'before it is in force nothing is due',
  telling: 900,
  make: (vocabulary, draw) => ({ input: drawInput(vocabulary, draw, EVERYTHING), early: draw.below(2) === 0 }),
  judge: ({ input, early }, policy: Policy, evaluate) => {
    const before: Input = early ? { ...input, on: '1999-12-31' } : { ...input, asIfPublished: policy.published === null ? null : '9999-01-01' }
    if (!early && policy.published !== null) return true
    const result = evaluate(before)
    if (!early && policy.commencement?.from.kind === 'day') return true
    holds(!result.inForce, () => 'it says that it is in force')
    for (const line of lines(result)) {
      holds(line.standing === 'fails' && zero(line) && line.status === null && line.duration === null, () => `${lineName(line)}: ${line.standing} ${rangeText(line)}`)
      holds(line.reasons.some(({ code }) => code === 'not-in-force'), () => `${lineName(line)} does not say why`)
    }
    return lines(result).length > 0
  },
})

export const RANGE_PROPERTIES: readonly Property[] = [committedIsPossible, factsNarrow, rangesAreSound, decisionsFix, notInForce]
