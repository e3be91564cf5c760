import type { Claim, Policy } from '../../src/core/core.ts'
import type { Fact, Input } from '../../src/engines/engine.ts'
import { add, compare, greatest, rational, subtract, ZERO } from '../../src/values/rational.ts'
import { drawInput, IN_FORCE } from '../generate/dossiers.ts'
import { pick } from '../generate/draw.ts'
import { calendarOf, exact, isInPeriod, keyOf, ledgerScope } from './exact.ts'
import { isPaid } from './limits.ts'
import { holds, lineName, lines, type Property, property, rangeText, scopeOf } from './property.ts'

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>

function claimsOf<K extends Claim['kind']>(policy: Policy, kind: K): ClaimOf<K>[] {
  return policy.claims.filter((claim): claim is ClaimOf<K> => claim.kind === kind)
}

const claims = (kind: Claim['kind']) => (policy: Policy): boolean => policy.claims.some((claim) => claim.kind === kind)

/** The fact of one matter (or applicant) replaced. */
function withFact(input: Input, applicant: string, subject: string, field: string, fact: Fact): Input {
  return {
    ...input,
    applicants: input.applicants.map((one) => (one.id !== applicant ? one : {
      ...one,
      facts: one.id === subject ? new Map([...one.facts, [field, fact]]) : one.facts,
      matters: one.matters.map((matter) => (matter.id === subject ? { ...matter, facts: new Map([...matter.facts, [field, fact]]) } : matter)),
    })),
  }
}

export const monotoneClaimsHold: Property = property({
  name: 'monotone claims: a higher fact never lowers the amount',
  appliesTo: claims('monotone'),
  telling: 5,
  make: (vocabulary, draw) => {
    const claim = pick(draw, claimsOf(vocabulary.policy, 'monotone'))
    const theme = vocabulary.hints.themes.filter(({ clauses }) => clauses.includes(claim.clause))
    const about = { ...vocabulary, hints: { ...vocabulary.hints, themes: theme } }
    return { claim, input: drawInput(about, draw, IN_FORCE), by: pick(draw, [1n, 100n, 12_345n, 50_000_000n]), which: draw.below(6) }
  },
  judge: ({ claim, input, by, which }, _policy, evaluate) => {
    const before = lines(evaluate(input)).filter(({ clause }) => clause === claim.clause)
    let told = false
    for (const line of before.length === 0 ? [] : [pick({ below: (bound) => which % bound }, before)]) {
      const applicant = input.applicants.find(({ id }) => id === line.applicant)
      const facts = line.subject === line.applicant ? applicant?.facts : applicant?.matters.find(({ id }) => id === line.subject)?.facts
      const fact = facts?.get(claim.field)
      if (fact?.state !== 'given' || typeof fact.value !== 'object') continue
      const raised = withFact(input, line.applicant, line.subject, claim.field, { state: 'given', value: add(fact.value, rational(by)) })
      const later = lines(evaluate(raised)).find((one) => lineName(one) === lineName(line))
      const isNotLower = later !== undefined && later.committed >= line.committed && (later.possible === null || (line.possible !== null && later.possible >= line.possible))
      holds(isNotLower, () => `${lineName(line)}: ${rangeText(line)} became ${later === undefined ? 'nothing' : rangeText(later)} with ${claim.field} higher by ${by}`)
      told ||= line.possible !== 0n
    }
    return told
  },
})

export const exclusiveClaimsHold: Property = property({
  name: 'exclusive claims: nobody is recognised as two of the values',
  appliesTo: claims('exclusive'),
  telling: 5,
  make: (vocabulary, draw) => {
    const enumerations = new Set(claimsOf(vocabulary.policy, 'exclusive').map(({ enumeration }) => enumeration))
    const ids = vocabulary.policy.clauses.filter(({ effects }) => effects.some(({ value }) => value.kind === 'status' && enumerations.has(value.enumeration))).map(({ id }) => id)
    const themes = vocabulary.hints.themes.filter(({ clauses }) => clauses.some((id) => ids.includes(id)))
    return drawInput({ ...vocabulary, hints: { ...vocabulary.hints, themes } }, draw, IN_FORCE)
  },
  judge: (input, policy, evaluate) => {
    let told = false
    const recognised = new Map<string, Set<string>>()
    for (const line of lines(evaluate(input))) {
      holds(line.status === null || line.possibleStatuses.length <= 1, () => `${lineName(line)}: ${line.status}, and yet ${line.possibleStatuses.join()}`)
      if (line.status === null) continue
      const subject = `${line.applicant} ${line.subject}`
      recognised.set(subject, (recognised.get(subject) ?? new Set()).add(line.status))
      told = true
    }
    for (const { values } of claimsOf(policy, 'exclusive')) {
      for (const [subject, statuses] of recognised) {
        const both = values.filter((value) => statuses.has(value))
        holds(both.length <= 1, () => `${subject} is ${both.join(' and ')}`)
      }
    }
    return told
  },
})

function judgeBound(claim: ClaimOf<'bound'>, input: Input, policy: Policy, evaluated: ReturnType<typeof lines>): boolean {
  const totals = new Map<string, { paid: bigint; max: ReturnType<typeof exact>; name: string }>()
  let told = false
  for (const line of evaluated.filter(({ clause }) => claim.clauses.includes(clause))) {
    const scope = scopeOf(policy, input, line)
    if (scope === undefined) continue
    const max = exact(claim.max, scope)
    const calendar = calendarOf(claim.period, scope.day)
    const own = claim.key === null ? lineName(line) : keyOf(claim.key[line.clause] ?? [], scope)
    const key = `${calendar} ${own}`
    if (own === undefined || calendar === undefined || typeof max !== 'object' || max === null) continue
    let before = 0n
    for (const entry of input.ledger) {
      if (claim.clauses.includes(entry.clause) && isInPeriod(claim.period, entry.day, scope.day ?? input.on) && keyOf(claim.key?.[entry.clause] ?? [], ledgerScope(entry, scope)) === own) before += claim.measure === 'count' ? 1n : entry.amount
    }
    const so = totals.get(key) ?? { paid: 0n, max: greatest(ZERO, subtract(max, rational(before))), name: lineName(line) }
    totals.set(key, { ...so, paid: so.paid + (claim.measure === 'count' ? (isPaid(line) ? 1n : 0n) : line.committed) })
    told ||= line.possible !== 0n
  }
  for (const { paid, max, name } of totals.values()) {
    holds(typeof max === 'object' && max !== null && compare(rational(paid), max) <= 0, () => `${claim.name.zh}: ${name} has ${paid}`)
  }
  return told
}

export const boundClaimsHold: Property = property({
  name: 'bound claims: no line, and no sum of lines with one key, is above its bound',
  appliesTo: claims('bound'),
  telling: 20,
  make: (vocabulary, draw) => {
    const input = drawInput(vocabulary, draw, IN_FORCE)
    // A recorded exception is meant to go past what the rules allow.
    return { ...input, decisions: input.decisions.filter(({ kind }) => kind !== 'exception') }
  },
  judge: (input, policy, evaluate) => {
    const evaluated = lines(evaluate(input))
    return claimsOf(policy, 'bound').map((claim) => judgeBound(claim, input, policy, evaluated)).includes(true)
  },
})

export const CLAIM_PROPERTIES: readonly Property[] = [monotoneClaimsHold, exclusiveClaimsHold, boundClaimsHold]
