import type { Limit, Policy } from '../../src/core/core.ts'
import type { Adjustment, Input, Line, Result } from '../../src/engines/engine.ts'
import { compare, greatest, rational, type Rational, subtract, ZERO } from '../../src/values/rational.ts'
import { completed, drawInput, IN_FORCE, KNOWN } from '../generate/dossiers.ts'
import { shuffled } from '../generate/draw.ts'
import { exact, isChosen, isInPeriod, keyOf, ledgerScope, type Scope } from './exact.ts'
import { holds, lineName, lines, type Property, property, rangeText, scopeOf } from './property.ts'

/** Lines and earlier grants that share a limit: recomputed from the limit's declaration, not from the interpreter. */
interface Group {
  readonly limit: Limit
  readonly key: string
  readonly lines: readonly Line[]
  /** What the limit leaves after the earlier grants of the period. Undefined where a fact for it is missing. */
  readonly left: Rational | undefined
  /** A recorded exception reaches a line of it. */
  readonly excepted: boolean
}

function limitsInPlay(policy: Policy, input: Input): readonly Limit[] {
  return policy.limits.filter(({ under }) => isChosen(input, policy, under))
}

function excepted(input: Input, limit: Limit, line: Line): boolean {
  return limit.inPrinciple && input.decisions.some((decision) => decision.kind === 'exception' && decision.limit === limit.id
    && decision.subjects.includes(line.subject) && (decision.applicant === null || decision.applicant === line.applicant))
}

/** Null: some earlier grant may or may not count here. */
function usedBefore(limit: Limit, key: string, input: Input, scope: Scope): bigint | null {
  let used = 0n
  for (const entry of input.ledger) {
    if (!limit.clauses.includes(entry.clause) || !isInPeriod(limit.period, entry.day, input.on)) continue
    const theirs = keyOf(limit.key[entry.clause] ?? [], ledgerScope(entry, scope))
    if (theirs === undefined) return null
    if (theirs === key) used += limit.measure === 'count' ? 1n : entry.amount
  }
  return used
}

export function groupsOf(policy: Policy, input: Input, result: Result): Group[] {
  const groups: Group[] = []
  for (const limit of limitsInPlay(policy, input)) {
    const byKey = new Map<string, { line: Line; scope: Scope }[]>()
    for (const line of lines(result)) {
      const scope = limit.clauses.includes(line.clause) ? scopeOf(policy, input, line) : undefined
      const key = scope === undefined ? undefined : keyOf(limit.key[line.clause] ?? [], scope)
      if (scope !== undefined && key !== undefined) byKey.set(key, [...(byKey.get(key) ?? []), { line, scope }])
    }
    for (const [key, members] of byKey) {
      const first = members[0]
      if (first === undefined) continue
      const max = exact(limit.max, first.scope)
      const used = usedBefore(limit, key, input, first.scope)
      const left = typeof max === 'object' && max !== null && used !== null ? greatest(ZERO, subtract(max, rational(used))) : undefined
      groups.push({ limit, key, lines: members.map(({ line }) => line), left, excepted: members.some(({ line }) => excepted(input, limit, line)) })
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

/** What a group's lines had before the limit came to them, or have where it did not touch them. */
function beforeLimit(limit: Limit, line: Line): { committed: bigint; possible: bigint | null } {
  const own = line.adjustments.findIndex(({ constraint, kind }) => constraint === limit.id && kind === limit.kind)
  return line.adjustments[own]?.before ?? { committed: line.committed, possible: line.possible }
}

function checkGroup({ limit, key, lines: members, left, excepted: lifted }: Group): boolean {
  if (left === undefined || lifted) return false
  if (limit.measure === 'count') {
    const paid = members.filter(isPaid)
    holds(compare(rational(BigInt(paid.length)), left) <= 0, () => `${limit.kind} ${limit.id} (${key}): paid ${paid.map(lineName).join('; ')}, left ${left.n}`)
  } else {
    const total = sum(members.map(({ committed }) => committed))
    holds(compare(rational(total), left) <= 0, () => `${limit.kind} ${limit.id} (${key}): ${total} fen committed, left ${left.n}/${left.d}`)
    for (const line of members.filter(paysMoney)) {
      holds(line.possible !== null && compare(rational(line.possible), left) <= 0, () => `${limit.kind} ${limit.id}: ${lineName(line)} may get ${rangeText(line)}, left ${left.n}/${left.d}`)
    }
  }
  return members.some((line) => line.adjustments.some(({ constraint }) => constraint === limit.id))
}

function judgeGroups(kinds: readonly Limit['kind'][]) {
  return (input: Input, policy: Policy, evaluate: (input: Input) => Result): boolean => {
    const groups = groupsOf(policy, input, evaluate(input)).filter(({ limit }) => kinds.includes(limit.kind))
    return groups.filter(checkGroup).length > 0
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
    return [{ clause: line.clause, applicant: line.applicant, subject: line.subject, day: input.on, amount: line.committed, facts: scope.subject.facts }]
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
      checkGroup(group)
      return group.left !== undefined && group.left.n === 0n
    }).length > 0
  },
})

/** The adjustment that a limit made, with its limit; undefined for one that the policy does not declare. */
function limitOf(policy: Policy, input: Input, adjustment: Adjustment): Limit | undefined {
  return limitsInPlay(policy, input).find(({ id, kind }) => id === adjustment.constraint && kind === adjustment.kind)
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
    for (const { limit, key, lines: members, left } of groupsOf(policy, input, result)) {
      const cut = members.filter((line) => line.adjustments.some(({ constraint, kind }) => constraint === limit.id && kind === limit.kind))
      if (cut.length === 0 || left === undefined) continue
      told = true
      const before = members.map((line) => beforeLimit(limit, line))
      const wanted = limit.measure === 'count'
        ? BigInt(members.filter((line, i) => (paysMoney(line) ? before[i]?.possible !== 0n : isPaid(line) || cut.includes(line))).length)
        : sum(before.map(({ possible }) => possible ?? 0n))
      const unbounded = limit.measure === 'amount' && before.some(({ possible }) => possible === null)
      holds(unbounded || compare(rational(wanted), left) > 0, () => `${limit.kind} ${limit.id} (${key}) cut ${cut.map(lineName).join('; ')} though ${wanted} fits in ${left.n}`)
    }
    return told
  },
})

export const LIMIT_PROPERTIES: readonly Property[] = [capsHold, quotasHold, neverTwice, exceptionsLift, onceIsOnce, cutsAreNeeded]
