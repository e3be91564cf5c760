import type { Limit, Policy } from '../../src/core/core.ts'
import type { Adjustment, Input, Line, Result } from '../../src/engines/engine.ts'
import { compare, greatest, least, rational, type Rational, subtract, ZERO } from '../../src/values/rational.ts'
import { completed, drawInput, IN_FORCE, KNOWN } from '../generate/dossiers.ts'
import { shuffled } from '../generate/draw.ts'
import { calendarOf, type Exact, exact, isChosen, isInPeriod, keyOf, ledgerScope, type Scope } from './exact.ts'
import { holds, lineName, lines, type Property, property, rangeText, scopeOf } from './property.ts'

/** Lines that share a limit, recomputed from the limit's declaration, not from the interpreter. */
interface Group {
  readonly limit: Limit
  readonly key: string
  readonly members: readonly Member[]
  /** Undefined where a fact for it is missing. */
  readonly max: Rational | undefined
  /** A recorded exception reaches a line of it. */
  readonly excepted: boolean
  /** A decision widens a limit for an applicant of it. */
  readonly widened: boolean
  /** Whether the limit covers some line, or with which key, is not known. */
  readonly unsure: boolean
}

interface Member {
  readonly line: Line
  /** What the limit leaves the line after earlier grants of the period; undefined where that is not known. */
  readonly left: Rational | undefined
  /** What it leaves where a decision widens it as far as it may be. */
  readonly widest: Rational | undefined
  /** What the same thing gets elsewhere; undefined where that is not known. */
  readonly elsewhere: Rational | undefined
}

function limitsInPlay(policy: Policy, input: Input): readonly Limit[] {
  return policy.limits.filter(({ under }) => isChosen(input, policy, under)).map((limit) => ({
    ...limit,
    when: limit.when.filter(({ under }) => isChosen(input, policy, under)),
    cumulable: limit.cumulable.filter(({ under }) => isChosen(input, policy, under)),
  }))
}

/** Whether the limit covers a line, or an earlier grant, of the clause; undefined where a fact for it is missing. */
function covers(limit: Limit, clause: string, scope: Scope): boolean | undefined {
  const all = limit.when.map(({ value: { expr, negated } }) => {
    const of = expr[clause]
    const found = of === undefined ? false : exact(of, scope)
    return typeof found === 'boolean' ? found !== negated : undefined
  })
  return all.includes(false) ? false : all.includes(undefined) ? undefined : true
}

/** 可并享: two different clauses of one list, or the one clause that a list names alone. */
function mayBeCumulated({ cumulable }: Limit, a: string, b: string): boolean {
  return cumulable.some(({ value }) => (a === b ? value.join() === a : value.includes(a) && value.includes(b)))
}

/** 不重复 is between clauses: what one of them pays to one subject in its periods counts once. */
const payee = ({ clause, applicant, subject }: Line): string => JSON.stringify([clause, applicant, subject])

function excepted(input: Input, limit: Limit, line: Line): boolean {
  return limit.inPrinciple && input.decisions.some((decision) => decision.kind === 'exception' && decision.limit === limit.id
    && decision.subjects.includes(line.subject) && (decision.applicant === null || decision.applicant === line.applicant))
}

function widens(input: Input, line: Line): boolean {
  return input.decisions.some((decision) => decision.kind === 'limit' && decision.applicant === line.applicant)
}

/**
 * What earlier grants have used up for a line; null: some grant may or may not count. To a subject that a clause paid
 * before, its own earlier payment is no double payment.
 */
function usedBefore(limit: Limit, key: string, input: Input, line: Line, scope: Scope): bigint | null {
  let used = 0n
  for (const entry of input.ledger) {
    if (!limit.clauses.includes(entry.clause) || !isInPeriod(limit.period, entry.day, scope.day ?? input.on)) continue
    const isOwnClause = limit.kind === 'non-cumulation' && entry.clause === line.clause && entry.applicant === line.applicant
    if (mayBeCumulated(limit, line.clause, entry.clause) || covers(limit, entry.clause, ledgerScope(entry, scope)) === false) continue
    if (covers(limit, entry.clause, ledgerScope(entry, scope)) === undefined) return null
    if (isOwnClause && (entry.subject === line.subject || line.subject === line.applicant)) continue
    const own = keyOf(limit.key[entry.clause] ?? [], ledgerScope(entry, scope))
    const theirs = own === undefined ? undefined : `${calendarOf(limit.period, entry.day)} ${own}`
    if (theirs === undefined || (isOwnClause && entry.subject === null)) return null
    if (theirs === key) used += limit.measure === 'count' ? 1n : entry.amount
  }
  return used
}

/** "Shares of money are shares of grants and ceilings"; a direction is never counted. */
function isCounted(limit: Limit, line: Line): boolean {
  if (line.kind === 'direction' || line.kind === 'repayment') return false
  return paysMoney(line) || (limit.measure === 'count' && limit.kind !== 'non-cumulation' && limit.share.kind !== 'highest')
}

export function groupsOf(policy: Policy, input: Input, result: Result): Group[] {
  const groups: Group[] = []
  for (const limit of limitsInPlay(policy, input)) {
    const byKey = new Map<string, { line: Line; scope: Scope }[]>()
    let unsure = false
    for (const line of lines(result)) {
      const scope = limit.clauses.includes(line.clause) && isCounted(limit, line) ? scopeOf(policy, input, line) : undefined
      const [own, calendar] = [scope === undefined ? undefined : keyOf(limit.key[line.clause] ?? [], scope), calendarOf(limit.period, scope?.day)]
      const key = own === undefined || calendar === undefined ? undefined : `${calendar} ${own}`
      const covered = scope === undefined ? false : covers(limit, line.clause, scope)
      unsure ||= covered === undefined || (covered && key === undefined)
      if (covered === true && scope !== undefined && key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), { line, scope }])
    }
    for (const [key, found] of byKey) {
      const value = found[0] === undefined ? undefined : exact(limit.max, found[0].scope)
      const max = typeof value === 'object' && value !== null ? value : undefined
      const members = found.map(({ line, scope }): Member => {
        const used = usedBefore(limit, key, input, line, scope)
        // The limit may be a fact of the line: two that name one key need not agree on it.
        const own = exact(limit.max, scope)
        const less = (most: Exact): Rational | undefined => (typeof most !== 'object' || most === null || used === null ? undefined : greatest(ZERO, subtract(most, rational(used))))
        const mayBeWidened = limit.widened !== null && (limit.widened.when === null || exact(limit.widened.when, scope) !== false)
        const outside = limit.elsewhere?.[line.clause]
        const elsewhere = outside === undefined ? ZERO : exact(outside, scope)
        return {
          line, left: less(own), widest: mayBeWidened && limit.widened !== null ? less(exact(limit.widened.max, scope)) : less(own),
          elsewhere: typeof elsewhere === 'object' && elsewhere !== null ? elsewhere : undefined,
        }
      })
      groups.push({ limit, key, members, max, unsure, excepted: members.some(({ line }) => excepted(input, limit, line)), widened: members.some(({ line }) => widens(input, line)) })
    }
  }
  return groups
}

const paysMoney = ({ kind }: Line): boolean => kind === 'grant' || kind === 'ceiling'

/** Certainly paid, or granted in kind or by status. */
export function isPaid(line: Line): boolean {
  return paysMoney(line) ? line.committed > 0n : line.standing === 'holds'
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((total, value) => total + value, 0n)
}

/** Where a limit stands in the order in which they apply. */
function place(policy: Policy, id: string, kind: Limit['kind']): number {
  return policy.order.indexOf(kind) * policy.limits.length + policy.limits.findIndex((limit) => limit.id === id && limit.kind === kind)
}

/** What a line had when the limit came to it: what it had before the first cut by that limit or by a later one. */
function beforeLimit(policy: Policy, limit: Limit, line: Line): { committed: bigint; possible: bigint | null } {
  const at = place(policy, limit.id, limit.kind)
  return line.adjustments.find(({ constraint, kind }) => place(policy, constraint, kind) >= at)?.before ?? line
}

const most = (members: readonly Member[]): Rational => members.flatMap(({ left }) => left ?? []).reduce(greatest, ZERO)

const isKnown = ({ members, max }: Group): boolean => max !== undefined && members.every(({ left }) => left !== undefined)

/** 连同: what is not above support from elsewhere is not paid. */
function checkElsewhere(policy: Policy, { limit, members }: Group): void {
  if (limit.elsewhere === null) return
  for (const { line, elsewhere } of members) {
    if (elsewhere === undefined || elsewhere.n <= 0n) continue
    const had = members.filter((other) => payee(other.line) === payee(line)).map((other) => beforeLimit(policy, limit, other.line))
    if (had.some(({ possible }) => possible === null) || compare(rational(sum(had.map(({ possible }) => possible ?? 0n))), elsewhere) > 0) continue
    holds(line.possible === 0n, () => `${limit.id}: ${lineName(line)} has ${rangeText(line)}, elsewhere ${elsewhere.n}`)
  }
}

function checkGroup(policy: Policy, group: Group): boolean {
  const { limit, key, members } = group
  if (!isKnown(group) || group.excepted) return false
  const left = most(members)
  if (limit.measure === 'count') {
    const paid = members.filter(({ line }) => isPaid(line))
    const named = (): string => `${limit.kind} ${limit.id} (${key}): paid ${paid.map(({ line }) => lineName(line)).join('; ')}, left ${left.n}`
    if (limit.kind === 'non-cumulation') {
      // Each with those that it may not be cumulated with.
      for (const { line } of paid) {
        const against = new Set(paid.filter((other) => !mayBeCumulated(limit, line.clause, other.line.clause)).map((other) => payee(other.line)))
        holds(compare(rational(BigInt(against.size)), left) <= 0, named)
      }
    } else holds(compare(rational(BigInt(paid.length)), left) <= 0, named)
    for (const one of paid) holds(one.left !== undefined && one.left.n > 0n, () => `${limit.kind} ${limit.id}: ${lineName(one.line)} is paid though earlier grants used it up`)
  } else {
    // 不减: such clauses count first and keep what they have, even above the limit.
    const [spared, others] = [members.filter(({ line }) => limit.spared.includes(line.clause)), members.filter(({ line }) => !limit.spared.includes(line.clause))]
    const kept = rational(sum(spared.map(({ line }) => beforeLimit(policy, limit, line).committed)))
    const total = sum(others.map(({ line }) => line.committed))
    const widest = others.flatMap((one) => one.widest ?? []).reduce(greatest, left)
    const room = greatest(ZERO, subtract(group.widened ? widest : left, kept))
    holds(compare(rational(total), room) <= 0, () => `${limit.kind} ${limit.id} (${key}): ${total} fen committed, left ${room.n}/${room.d}`)
    for (const { line } of others) {
      holds(line.possible !== null && compare(rational(line.possible), widest) <= 0, () => `${limit.kind} ${limit.id}: ${lineName(line)} may get ${rangeText(line)}, left ${widest.n}/${widest.d}`)
    }
    // 不足整笔不给予: all of it or nothing.
    const cuts = (line: Line): Line['adjustments'] => line.adjustments.filter(({ constraint, kind }) => constraint === limit.id && kind === limit.kind)
    for (const { line } of limit.whole ? others : []) holds(cuts(line).every(({ before, after }) => after.committed === 0n || after.committed === before.committed), () => `${limit.kind} ${limit.id}: ${lineName(line)} is to be whole and gets ${rangeText(line)}`)
    for (const { line } of spared) holds(!isCutBy(limit, line), () => `${limit.kind} ${limit.id}: ${lineName(line)} is to be spared and is cut`)
  }
  checkElsewhere(policy, group)
  return members.some(({ line }) => isCutBy(limit, line))
}

const isCutBy = (limit: Limit, line: Line): boolean => line.adjustments.some(({ constraint, kind }) => constraint === limit.id && kind === limit.kind)

function judgeGroups(kinds: readonly Limit['kind'][]) {
  return (input: Input, policy: Policy, evaluate: (input: Input) => Result): boolean => {
    const groups = groupsOf(policy, input, evaluate(input)).filter(({ limit }) => kinds.includes(limit.kind))
    return groups.filter((group) => checkGroup(policy, group)).length > 0
  }
}

const has = (...kinds: readonly Limit['kind'][]) => (policy: Policy): boolean => policy.limits.some(({ kind }) => kinds.includes(kind))

export const capsHold: Property = property({
  name: 'no clause, key or year ever exceeds its cap, to the fen',
  appliesTo: has('cap', 'total-cap', 'budget'),
  telling: 10,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, IN_FORCE),
  judge: judgeGroups(['cap', 'total-cap', 'budget']),
})

export const quotasHold: Property = property({
  name: 'a quota is never exceeded, in whatever order the applicants come',
  appliesTo: has('quota'),
  telling: 2,
  make: (vocabulary, draw) => {
    const input = drawInput(vocabulary, draw, IN_FORCE)
    return { ...input, applicants: shuffled(draw, input.applicants).map((applicant) => ({ ...applicant, matters: shuffled(draw, applicant.matters) })) }
  },
  judge: judgeGroups(['quota']),
})

export const neverTwice: Property = property({
  name: 'one key of a non-cumulation limit is never paid twice without a recorded exception',
  appliesTo: has('non-cumulation'),
  telling: 5,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, IN_FORCE),
  judge: judgeGroups(['non-cumulation']),
})

export const exceptionsLift: Property = property({
  name: 'a recorded exception gives back what a limit in principle took',
  appliesTo: (policy) => policy.limits.some(({ inPrinciple }) => inPrinciple),
  telling: 5,
  make: (vocabulary, draw) => ({ ...drawInput(vocabulary, draw, KNOWN), decisions: [] }),
  judge: (input, policy, evaluate) => {
    const limits = limitsInPlay(policy, input).filter(({ inPrinciple }) => inPrinciple)
    const taken = lines(evaluate(input)).filter((line) => line.adjustments.some((one) => limits.some(({ id, kind }) => id === one.constraint && kind === one.kind)))
    if (taken.length === 0) return false
    const subjects = [...new Set(input.applicants.flatMap(({ id, matters }) => [id, ...matters.map((matter) => matter.id)]))]
    const decisions = [...new Set(limits.map(({ id }) => id))].map((limit) => ({ kind: 'exception' as const, limit, applicant: null, subjects, reason: '全部例外' }))
    const lifted = evaluate({ ...input, decisions })
    for (const line of lines(lifted)) {
      const still = line.adjustments.find((one) => limits.some(({ id, kind }) => id === one.constraint && kind === one.kind))
      holds(still === undefined, () => `${lineName(line)} is still cut by ${still?.constraint}`)
    }
    return true
  },
})

/** What was paid, as the ledger would hold it. */
function paidLedger(policy: Policy, input: Input, result: Result): Input['ledger'] {
  return lines(result).filter((line) => paysMoney(line) && line.committed > 0n).flatMap((line) => {
    const scope = scopeOf(policy, input, line)
    if (scope === undefined) return []
    return [{ clause: line.clause, applicant: line.applicant, subject: line.subject, day: line.period === null ? input.on : scope.day ?? input.on, amount: line.committed, facts: scope.subject.facts }]
  })
}

export const onceIsOnce: Property = property({
  name: 'once means once across years',
  appliesTo: has('once'),
  telling: 50,
  make: (vocabulary, draw) => {
    const input = drawInput(vocabulary, draw, IN_FORCE)
    const next = { ...completed(vocabulary, draw, input, false), on: `${Number(input.on.slice(0, 4)) + 1 + draw.below(2)}${input.on.slice(4)}` }
    return { input, next: { ...next, on: next.on.replace('-02-29', '-02-28') } }
  },
  judge: ({ input, next }, policy, evaluate) => {
    const paid = paidLedger(policy, input, evaluate(input))
    const later = { ...next, ledger: [...input.ledger, ...paid] }
    const groups = groupsOf(policy, later, evaluate(later)).filter(({ limit }) => limit.kind === 'once')
    return groups.filter((group) => {
      checkGroup(policy, group)
      return group.members.some(({ left }) => left?.n === 0n)
    }).length > 0
  },
})

/** The adjustment that a limit made, with its limit; undefined for one that the policy does not declare. */
function limitOf(policy: Policy, input: Input, adjustment: Adjustment): Limit | undefined {
  return limitsInPlay(policy, input).find(({ id, kind }) => id === adjustment.constraint && kind === adjustment.kind)
}

/** Who is out was there before, or is displaced by another that may be paid and may not be cumulated with it, or has as much elsewhere. */
function checkExclusion(policy: Policy, { limit, key, members }: Group, cut: readonly Member[]): void {
  for (const { line, left } of cut) {
    const rival = members.some((other) => payee(other.line) !== payee(line) && !mayBeCumulated(limit, line.clause, other.line.clause) && beforeLimit(policy, limit, other.line).possible !== 0n)
    const elsewhere = members.some((other) => other.elsewhere === undefined || other.elsewhere.n > 0n)
    holds(rival || elsewhere || left?.n === 0n, () => `${limit.kind} ${limit.id} (${key}) cut ${lineName(line)}, and nothing takes its place`)
  }
}

export const cutsAreNeeded: Property = property({
  name: 'a limit takes nothing where everything fits, and never gives',
  appliesTo: (policy) => policy.limits.length > 0,
  telling: 20,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, KNOWN),
  judge: (input, policy, evaluate) => {
    const result = evaluate(input)
    let told = false
    for (const line of lines(result)) {
      for (const adjustment of line.adjustments) {
        holds(limitOf(policy, input, adjustment) !== undefined, () => `${lineName(line)}: no limit ${adjustment.constraint} is in play`)
        const { before, after } = adjustment
        holds(after.committed <= before.committed && (before.possible === null || (after.possible !== null && after.possible <= before.possible)), () => `${lineName(line)}: ${adjustment.constraint} gave: ${rangeText(before)} to ${rangeText(after)}`)
      }
    }
    for (const group of groupsOf(policy, input, result)) {
      const { limit, key, members } = group
      const cut = members.filter(({ line }) => isCutBy(limit, line))
      if (cut.length === 0 || !isKnown(group) || group.unsure) continue
      told = true
      const before = members.map(({ line }) => ({ line, range: beforeLimit(policy, limit, line) }))
      if (limit.kind === 'non-cumulation') {
        checkExclusion(policy, group, cut)
        continue
      }
      const wanted = limit.measure === 'count'
        ? BigInt(before.filter(({ line, range }) => (paysMoney(line) ? range.possible !== 0n : line.standing !== 'fails')).length)
        : sum(before.map(({ range }) => range.possible ?? 0n))
      const isUnbounded = limit.measure === 'amount' && before.some(({ range }) => range.possible === null)
      const left = members.flatMap((one) => one.left ?? []).reduce(least)
      holds(isUnbounded || compare(rational(wanted), left) > 0, () => `${limit.kind} ${limit.id} (${key}) cut ${cut.map(({ line }) => lineName(line)).join('; ')} though ${wanted} fits in ${left.n}`)
    }
    return told
  },
})

export const LIMIT_PROPERTIES: readonly Property[] = [capsHold, quotasHold, neverTwice, exceptionsLift, onceIsOnce, cutsAreNeeded]
