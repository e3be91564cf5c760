import type { Clause, Effect, Guarded, Policy, Rounding, Sharing } from '../../src/core/core.ts'
import type { Input, Line } from '../../src/engines/engine.ts'
import { floor, greatest, rational, type Rational, roundHalfUp, subtract, ZERO } from '../../src/values/rational.ts'
import { drawInput, KNOWN } from '../generate/dossiers.ts'
import { exact, isChosen, type Scope } from './exact.ts'
import { holds, lineName, lines, type Property, property, rangeText, scopeOf } from './property.ts'

/** Undefined: this oracle does not know. */
function conditionsHold(clause: Clause, input: Input, policy: Policy, scope: Scope): boolean | undefined {
  const values = clause.conditions.filter(({ under }) => isChosen(input, policy, under)).map(({ value: { expr, negated } }) => {
    const holdsHere = exact(expr, scope)
    return typeof holdsHere === 'boolean' ? holdsHere !== negated : undefined
  })
  return values.includes(undefined) ? undefined : !values.includes(false)
}

function rounded(amount: Rational, how: Rounding): bigint {
  if (how === 'half-up') return roundHalfUp(amount)
  return how === 'down' || amount.d === 1n ? floor(amount) : floor(amount) + 1n
}

function net(amount: Rational, deductions: readonly Guarded<Parameters<typeof exact>[0]>[], input: Input, scope: Scope): Rational | undefined {
  let left = amount
  for (const { under, value } of deductions) {
    if (!isChosen(input, scope.policy, under)) continue
    const less = exact(value, scope)
    if (typeof less !== 'object' || less === null) return undefined
    left = subtract(left, less)
  }
  return greatest(ZERO, left)
}

/** The amount before any limit; null: no outcome; undefined: not known here. */
function gross(effect: Effect, input: Input, policy: Policy, scope: Scope): bigint | null | undefined {
  if ((effect.kind !== 'grant' && effect.kind !== 'ceiling' && effect.kind !== 'repayment') || effect.amount === null) return undefined
  const amount = exact(effect.amount, scope)
  if (amount === null) return null
  if (typeof amount !== 'object') return undefined
  if (effect.kind === 'repayment') return rounded(greatest(ZERO, amount), policy.rounding.grant)
  const left = net(amount, effect.deductions, input, scope)
  return left === undefined ? undefined : rounded(left, policy.rounding[effect.kind])
}

const isDisplaced = (policy: Policy, clause: Clause): boolean => policy.clauses.some(({ exceptionTo, reinstates }) => exceptionTo.includes(clause.id) || reinstates.includes(clause.id))

/** Clauses whose outcome is their own conditions and effect, without a decision, an exception or days of their own. */
function isPlain(policy: Policy, clause: Clause): boolean {
  return clause.powers.length === 0 && clause.terms.length === 0 && clause.valid === null && !isDisplaced(policy, clause)
}

function decided(input: Input, line: Line): boolean {
  return input.decisions.some((decision) => decision.kind === 'amount' && decision.clause === line.clause && decision.subject === line.subject && decision.applicant === line.applicant)
}

function judgeLine(clause: Clause, line: Line, input: Input, policy: Policy, scope: Scope): boolean {
  const met = conditionsHold(clause, input, policy, scope)
  if (met === undefined) return false
  if (!met) {
    holds(line.standing === 'fails' && line.possible === 0n, () => `${lineName(line)}: a condition fails, yet ${line.standing} ${rangeText(line)}`)
    return false
  }
  const effect = clause.effects.find(({ under }) => isChosen(input, policy, under))?.value
  if (effect === undefined) return false
  if (effect.kind === 'status') return judgeStatus(effect, line, scope)
  if (effect.kind === 'in-kind' && effect.duration !== null) {
    const months = exact(effect.duration, scope)
    if (typeof months === 'object' && months !== null) holds(line.duration !== null && rational(line.duration).n === floor(months), () => `${lineName(line)}: ${line.duration} months, expected ${months.n}/${months.d}`)
    return true
  }
  const amount = gross(effect, input, policy, scope)
  if (amount === undefined) return false
  if (amount === null) {
    holds(line.possible === 0n, () => `${lineName(line)}: no outcome, yet ${rangeText(line)}`)
    return false
  }
  const found = line.adjustments[0]?.before ?? line
  holds(found.possible !== null && (decided(input, line) ? found.possible <= amount : found.possible === amount), () => `${lineName(line)}: ${rangeText(found)} before limits, expected ${amount}`)
  if (effect.kind !== 'ceiling') holds(found.committed === amount, () => `${lineName(line)}: ${rangeText(found)} before limits, expected ${amount}`)
  else if (!decided(input, line)) holds(found.committed === 0n, () => `${lineName(line)}: a ceiling commits to nothing before it is decided`)
  return amount > 0n
}

function judgeStatus(effect: Effect & { kind: 'status' }, line: Line, scope: Scope): boolean {
  const value = exact(effect.value, scope)
  if (value === undefined) return false
  holds(line.status === value, () => `${lineName(line)}: ${line.status}, expected ${String(value)}`)
  return value !== null
}

export const amountsAreExact: Property = property({
  name: 'with every fact given, conditions, amounts and rounding are what a second, plain evaluation says',
  telling: 150,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, KNOWN),
  judge: (input, policy, evaluate) => {
    const result = evaluate(input)
    if (!result.inForce) return false
    const told = lines(result).map((line) => {
      const clause = policy.clauses.find(({ id }) => id === line.clause)
      const scope = scopeOf(policy, input, line)
      return clause !== undefined && scope !== undefined && isPlain(policy, clause) && judgeLine(clause, line, input, policy, scope)
    })
    return told.includes(true)
  },
})

/** The lines of one clause and one subject, which stand together. */
function runsOf(all: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = []
  for (const line of all) {
    const last = runs.at(-1)
    if (last?.[0]?.clause === line.clause && last[0].subject === line.subject && last[0].entity === line.entity) last.push(line)
    else runs.push([line])
  }
  return runs
}

/** One line; of what is paid by period one for each, in turn, none twice. */
function judgeRun(run: readonly Line[], byPeriod: boolean): void {
  const periods = run.map(({ period }) => period)
  const inTurn = periods.every((period, at) => {
    const before = periods[at - 1] ?? null
    return at === 0 || (period !== null && before !== null && period.number === before.number + 1 && period.from > before.until)
  })
  holds(byPeriod ? inTurn : run.length === 1 && periods[0] === null, () => `${run.map(lineName).join()}: periods ${periods.map((period) => period?.number ?? 'none').join()}`)
}

export const everySubjectHasItsLines: Property = property({
  name: 'each clause has exactly one line for each of its subjects, or one for each period, in the order of the text',
  telling: 900,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, KNOWN),
  judge: (input, policy, evaluate) => {
    const result = evaluate(input)
    const computed = policy.clauses.filter(({ kind, subject }) => kind !== 'direction' && kind !== 'referral' && subject !== null)
    const byPeriod = new Map(computed.map(({ id, terms }) => [id, terms.some(({ under }) => isChosen(input, policy, under))]))
    input.applicants.forEach((applicant, i) => {
      const expected = computed.flatMap(({ id, subject }) => (subject === policy.applicant.name.zh
        ? [`${id} ${applicant.id}`]
        : applicant.matters.filter(({ entity }) => entity === subject).map((matter) => `${id} ${matter.id}`)))
      const runs = runsOf((result.applicants[i]?.lines ?? []).filter(({ clause }) => byPeriod.has(clause)))
      const found = runs.map(([first]) => `${first?.clause} ${first?.subject}`)
      holds(found.join() === expected.join(), () => `${applicant.id}: ${found.join()}; expected ${expected.join()}`)
      for (const run of runs) judgeRun(run, byPeriod.get(run[0]?.clause ?? '') === true)
    })
    return lines(result).length > 0
  },
})

/** The ways of sharing that hold for a line, as a second evaluation has it; undefined where it does not know. */
function waysOf(line: Line, input: Input, policy: Policy, scope: Scope): readonly Sharing[] | undefined {
  const ways = policy.sharing.filter(({ clauses, under }) => clauses.includes(line.clause) && isChosen(input, policy, under)).map((sharing) => {
    const condition = sharing.when?.[line.clause]
    const found = condition === undefined ? true : exact(condition.expr, scope)
    return { sharing, holds: typeof found === 'boolean' ? found !== (condition?.negated ?? false) : undefined }
  })
  return ways.some((way) => way.holds === undefined) ? undefined : ways.flatMap((way) => (way.holds === true ? [way.sharing] : []))
}

export const payersBearTheLines: Property = property({
  name: 'what the payers of a line bear adds up to it, to the fen: each but the first its share rounded down',
  appliesTo: (policy) => policy.sharing.length > 0,
  telling: 10,
  make: (vocabulary, draw) => drawInput(vocabulary, draw, KNOWN),
  judge: (input, policy, evaluate) => {
    const told = lines(evaluate(input)).map((line) => {
      const scope = scopeOf(policy, input, line)
      const [way, ...others] = (scope === undefined ? undefined : waysOf(line, input, policy, scope)) ?? []
      if (way === undefined || others.length > 0 || line.committed !== line.possible || line.committed === 0n) return false
      const borne = line.payers.map(({ committed, possible }) => (committed === possible ? committed : -1n))
      holds(borne.reduce((a, b) => a + b, 0n) === line.committed, () => `${lineName(line)}: ${borne.join(' + ')} is not ${line.committed}`)
      way.payers.slice(1).forEach(({ share }, at) => {
        const [n = 0n, d = 1n] = share.split('/').map(BigInt)
        holds(borne[at + 1] === (line.committed * n) / d, () => `${lineName(line)}: ${borne[at + 1]} is not ${share} of ${line.committed}`)
      })
      return true
    })
    return told.includes(true)
  },
})

export const AMOUNT_PROPERTIES: readonly Property[] = [amountsAreExact, everySubjectHasItsLines, payersBearTheLines]
