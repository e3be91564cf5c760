import type { Clause, Effect, Expr, Guarded, Limit, Policy, ReadingRef } from '../../core/core.ts'
import type { Refusal } from '../engine.ts'
import type { Construct } from './constructs.ts'
import { CONSTRUCTS } from './constructs.ts'
import { isTaken, type Bounds, type Context, type Place } from './context.ts'
import { asNumber, asText, translate, truth } from './expressions.ts'
import { conjunction, guarded, guardsOf, merged, negation, NONE, type Guard, type NumberValue } from './guards.ts'
import { constant, differenceOf, extremeOf, floorOf, isConstant, rounded, type Int } from './numbers.ts'
import { LARGEST, type Rule } from './rule.ts'

/** A policy as JSON Logic: what each clause needs and gives, on plain data (see data.ts). Money is whole fen, a day 20260630, a duration months. */
export interface ExportedRules {
  readonly engine: 'json-logic'
  readonly policy: { readonly zh: string; readonly en: string }
  readonly readings: readonly ReadingRef[]
  /** Facts with decimals are whole numbers in the data: so many parts of one. */
  readonly scales: { readonly ratio: number; readonly quantity: number; readonly price: number }
  readonly clauses: { readonly [clause: string]: ExportedClause }
  /** What the rules alone cannot hold: a caller compares lines with equal keys with the maximum. */
  readonly limits: readonly ExportedLimit[]
  readonly refused: readonly Refusal[]
}

export interface ExportedClause {
  readonly kind: Clause['kind']
  /** The Chinese name of the entity that is the subject. */
  readonly subject: string | null
  readonly power: boolean
  /** true, false, or `refused:…`. */
  readonly condition: Rule
  /** Fen (after the caps of each line), `none:no-case-fits`, or `refused:…`; null where nothing is to be computed. */
  readonly amount: Rule
  /** The same before the caps; only where they differ. */
  readonly uncapped?: Rule
  /** The value recognised. */
  readonly status?: Rule
  /** Months. */
  readonly duration?: Rule
}

export interface ExportedLimit {
  readonly id: string
  /** Its place among the policy's limits: several may have one id. */
  readonly at: number
  /** Already in the amount of its clause. */
  readonly folded: boolean
  readonly kind: Limit['kind']
  readonly measure: Limit['measure']
  readonly period: Limit['period']
  readonly keys: { readonly [clause: string]: readonly Rule[] }
  readonly max: { readonly [clause: string]: Rule }
}

/** The readings taken: the choices, and the defaults of the rest. */
export function readingsTaken(policy: Policy, choices: readonly ReadingRef[]): readonly ReadingRef[] {
  return policy.ambiguities.flatMap(({ id, readings }) => {
    const wanted = choices.filter(({ ambiguity }) => ambiguity === id).at(-1)?.reading
    const reading = readings.find(({ name }) => name.zh === wanted || name.en === wanted) ?? readings.find(({ isDefault }) => isDefault)
    return reading === undefined ? [] : [{ ambiguity: id, reading: reading.name.zh }]
  })
}

export function refusal(construct: Construct, clause: Clause | null, limit: Limit | null = null): Refusal {
  const { zh, en } = CONSTRUCTS[construct]
  const at = limit === null ? { zh: '', en: '' } : { zh: `约束 ${limit.id}：`, en: `constraint ${limit.id}: ` }
  return {
    engine: 'json-logic', construct, clause: clause?.id ?? null,
    message: { zh: `${at.zh}JSON Logic 不能表达${zh}`, en: `${at.en}JSON Logic cannot express ${en}` },
    cite: limit?.cites[0] ?? clause?.cites[0] ?? null,
  }
}

// ---------------------------------------------------------------- the largest safe input

interface Built {
  readonly rule: Rule
  readonly refused: readonly Construct[]
}

type Build = (context: Context) => Rule

/** Rules that refuse amounts above a million yuan are of no use: then the construct itself is refused. */
const SMALLEST_USEFUL = 100_000_000n
const COUNTS = [1_000_000_000n, 1_000_000n]

function overflows(policy: Policy, readings: ReadonlyMap<string, string>, bounds: Bounds, build: Build): boolean {
  const overflow = { hit: false }
  build({ policy, readings, bounds, overflow, guarded: false, refused: new Set() })
  return overflow.hit
}

function built(policy: Policy, readings: ReadonlyMap<string, string>, bounds: Bounds, build: Build): Built {
  const context: Context = { policy, readings, bounds, overflow: { hit: false }, guarded: true, refused: new Set() }
  const rule = build(context)
  return { rule, refused: [...context.refused] }
}

/** The rule with the widest guards under which no step passes 2^53 − 1. */
function fitted(policy: Policy, readings: ReadonlyMap<string, string>, build: Build): Built {
  for (const count of COUNTS) {
    if (!overflows(policy, readings, { amount: LARGEST, count }, build)) return built(policy, readings, { amount: LARGEST, count }, build)
    let [fits, exceeds] = [0n, LARGEST]
    while (exceeds - fits > 1n) {
      const middle = (fits + exceeds) / 2n
      if (overflows(policy, readings, { amount: middle, count }, build)) exceeds = middle
      else fits = middle
    }
    if (fits >= SMALLEST_USEFUL) return built(policy, readings, { amount: fits, count }, build)
  }
  return { rule: null, refused: ['overflow'] }
}

// ---------------------------------------------------------------- clauses

export function placeOf(policy: Policy, clause: Clause): Place {
  return { subject: clause.subject === policy.applicant.name.zh ? 'applicant' : 'subject', named: [], applicant: 'applicant', item: null, matters: 'applicant.matters' }
}

function kept<T>(readings: ReadonlyMap<string, string>, all: readonly Guarded<T>[]): readonly T[] {
  return all.filter(({ under }) => isTaken({ readings }, under)).map(({ value }) => value)
}

function conditionRule(clause: Clause, place: Place): Build {
  return (context) => {
    const parts = kept(context.readings, clause.conditions).map(({ expr, negated }) => {
      const value = truth(translate(expr, place, context))
      return negated ? negation(value) : value
    })
    return conjunction(parts).sure
  }
}

function numeric(expr: Expr, place: Place, context: Context): NumberValue {
  return asNumber(translate(expr, place, context), context)
}

/** Fen: the amount less its deductions, never below zero, rounded once; then the caps of the line. */
function amountRule(amount: Expr, deductions: readonly Guarded<Expr>[], how: Policy['rounding']['grant'], caps: readonly Limit[], place: Place): Build {
  return (context) => {
    const gross = numeric(amount, place, context)
    const less = kept(context.readings, deductions).map((deduction) => numeric(deduction, place, context))
    const net = less.reduce((before, value): NumberValue => ({ kind: 'number', ...differenceOf(before, value, context.overflow), guards: merged(before.guards, value.guards) }), gross)
    let fen = rounded(net, how, context.overflow)
    let guards: readonly Guard[] = net.guards
    for (const { max } of caps) {
      const most = numeric(max, place, context)
      guards = merged(guards, refusing(most.guards))
      fen = extremeOf('min', fen, wholeOf(most, context))
    }
    return guarded(guards, fen.rule)
  }
}

/** A limit for which no case fits is no limit that can be told. */
function refusing(guards: readonly Guard[]): readonly Guard[] {
  return guards.map(({ ok, marker }) => ({ ok, marker: marker === NONE ? 'refused:undetermined' : marker }))
}

/** "A fraction of a fen is no fen", and nothing is below zero. */
function wholeOf(value: NumberValue, context: Context): Int {
  const { overflow } = context
  return floorOf({ n: extremeOf('max', value.n, constant(0n, overflow)), d: value.d }, overflow)
}

/** A cap on each line alone: folded into the amount. */
export function isFolded(limit: Limit): boolean {
  const [clause, ...others] = limit.clauses
  const key = clause === undefined ? [] : (limit.key[clause] ?? [])
  return limit.kind === 'cap' && limit.measure === 'amount' && limit.period === null && limit.when.length === 0 && limit.widened === null && !limit.whole && !limit.inPrinciple && limit.share.kind !== 'none'
    && others.length === 0 && key.length > 0 && key.every(({ kind }) => kind === 'subject' || kind === 'applicant') && key.some(({ kind }) => kind === 'subject')
}

interface ClauseRules {
  readonly rules: ExportedClause
  readonly refused: readonly Construct[]
}

function effectRules(effect: Effect, policy: Policy, readings: ReadonlyMap<string, string>, caps: readonly Limit[], place: Place): Omit<ClauseRules, 'rules'> & { readonly rules: Pick<ExportedClause, 'amount' | 'uncapped' | 'status' | 'duration'> } {
  switch (effect.kind) {
    case 'grant':
    case 'ceiling': {
      if (effect.amount === null) return { rules: { amount: null }, refused: caps.length > 0 ? ['unstated-amount'] : [] }
      const how = policy.rounding[effect.kind]
      const capped = fitted(policy, readings, amountRule(effect.amount, effect.deductions, how, caps, place))
      if (caps.length === 0) return { rules: { amount: capped.rule }, refused: capped.refused }
      const uncapped = fitted(policy, readings, amountRule(effect.amount, effect.deductions, how, [], place))
      return { rules: { amount: capped.rule, uncapped: uncapped.rule }, refused: [...capped.refused, ...uncapped.refused] }
    }
    case 'repayment': {
      const made = fitted(policy, readings, amountRule(effect.amount, [], policy.rounding.grant, [], place))
      return { rules: { amount: made.rule }, refused: made.refused }
    }
    case 'status': {
      const made = fitted(policy, readings, (context) => {
        const value = translate(effect.value, place, context)
        return guarded(guardsOf(value), asText(value).rule)
      })
      return { rules: { amount: null, status: made.rule }, refused: made.refused }
    }
    case 'in-kind': {
      const { duration } = effect
      if (duration === null) return { rules: { amount: null }, refused: [] }
      const made = fitted(policy, readings, (context) => {
        const months = numeric(duration, place, context)
        return guarded(refusing(months.guards), wholeOf(months, context).rule)
      })
      return { rules: { amount: null, duration: made.rule }, refused: made.refused }
    }
    case 'direction':
    case 'referral':
      return { rules: { amount: null }, refused: [] }
  }
}

function clauseRules(clause: Clause, policy: Policy, readings: ReadonlyMap<string, string>, limits: readonly Limit[]): ClauseRules {
  const place = placeOf(policy, clause)
  const condition = fitted(policy, readings, conditionRule(clause, place))
  const [effect] = kept(readings, clause.effects)
  const caps = limits.filter((limit) => isFolded(limit) && limit.clauses.includes(clause.id))
  const given = effect === undefined ? { rules: { amount: null }, refused: [] } : effectRules(effect, policy, readings, caps, place)
  const powers = kept(readings, clause.powers)
  const paid: readonly Construct[] = kept(readings, clause.terms).length > 0 ? ['period'] : []
  const conditional: readonly Construct[] = powers.some(({ when }) => when !== null) ? ['power-condition'] : []
  return {
    rules: { kind: effect?.kind ?? clause.kind, subject: clause.subject, power: powers.length > 0, condition: condition.rule, ...given.rules },
    refused: [...new Set([...condition.refused, ...given.refused, ...paid, ...conditional])],
  }
}

// ---------------------------------------------------------------- limits

/** A key as a text or a whole number; fractions of different scales could look alike and are refused. */
function keyRule(expr: Expr, place: Place): Build {
  return (context) => {
    const value = translate(expr, place, context)
    if (value.kind === 'truth') return value.sure
    if (value.kind === 'number' && !(isConstant(value.d) && value.d.low === 1n)) context.refused.add('key')
    return guarded(value.guards, value.kind === 'number' ? value.n.rule : value.rule)
  }
}

function limitRules(limit: Limit, policy: Policy, readings: ReadonlyMap<string, string>): { readonly rules: ExportedLimit; readonly refused: readonly Construct[] } {
  const keys: { [clause: string]: readonly Rule[] } = {}
  const max: { [clause: string]: Rule } = {}
  const refused: Construct[] = []
  for (const clause of policy.clauses.filter(({ id }) => limit.clauses.includes(id))) {
    const place = placeOf(policy, clause)
    const parts = (limit.key[clause.id] ?? []).map((expr) => fitted(policy, readings, keyRule(expr, place)))
    const most = fitted(policy, readings, (context) => {
      const value = numeric(limit.max, place, context)
      return guarded(refusing(value.guards), wholeOf(value, context).rule)
    })
    keys[clause.id] = parts.map(({ rule }) => rule)
    max[clause.id] = most.rule
    refused.push(...parts.flatMap((one) => one.refused), ...most.refused)
  }
  return { rules: { id: limit.id, at: policy.limits.indexOf(limit), folded: isFolded(limit), kind: limit.kind, measure: limit.measure, period: limit.period, keys, max }, refused: [...new Set(refused)] }
}

/**
 * The policy under these readings as JSON Logic, with what JSON Logic cannot say. Each rule guards its facts: a missing
 * one, or one so large that a step could leave the whole numbers of a double, gives `refused:…` in every engine.
 */
export function exportRules(policy: Policy, choices: readonly ReadingRef[] = []): ExportedRules {
  const taken = readingsTaken(policy, choices)
  const readings = new Map(taken.map(({ ambiguity, reading }) => [ambiguity, reading]))
  const active = policy.limits.filter(({ under }) => isTaken({ readings }, under))
  const refused: Refusal[] = []
  const clauses: { [clause: string]: ExportedClause } = {}
  for (const clause of policy.clauses) {
    const own = clauseRules(clause, policy, readings, active)
    if (own.refused.length === 0) clauses[clause.id] = own.rules
    else refused.push(...own.refused.map((construct) => refusal(construct, clause)))
  }
  const limits: ExportedLimit[] = []
  for (const limit of active) {
    const first = policy.clauses.find(({ id }) => limit.clauses.includes(id)) ?? null
    const own = limitRules(limit, policy, readings)
    if (own.refused.length === 0) limits.push(own.rules)
    if (!isFolded(limit)) refused.push(refusal(limit.kind, first, limit))
  }
  // Who pays is worked out by no rule.
  for (const { clauses: shared } of policy.sharing.filter(({ under }) => isTaken({ readings }, under))) refused.push(refusal('sharing', policy.clauses.find(({ id }) => shared.includes(id)) ?? null))
  const scales = { ratio: 1_000_000, quantity: 1_000, price: 10_000 }
  return { engine: 'json-logic', policy: policy.id, readings: taken, scales, clauses, limits, refused }
}
