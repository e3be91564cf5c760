import type fc from 'fast-check'
import { unreachable } from '../../src/base/invariant.ts'
import type { Clause, Entity, Field, Policy } from '../../src/core/core.ts'
import { statementOf } from '../../src/core/limit-statement.ts'
import type { Applicant, Decision, Fact, Facts, FactValue, Input, LedgerEntry, Matter } from '../../src/engines/engine.ts'
import { addDays, addMonths } from '../../src/values/date.ts'
import { type Rational, rational, rationalFromText } from '../../src/values/rational.ts'
import { built, chance, type Draw, pick } from './draw.ts'
import { fieldKey, type Hints, hintsOf, type Theme } from './hints.ts'

/** What a dossier may hold. All false: everything is known, in force, under the default readings, without a past. */
export interface Shape {
  /** Facts in all four states. */
  readonly unknown: boolean
  /** Grants of earlier days. */
  readonly ledger: boolean
  readonly decisions: boolean
  readonly readings: boolean
  /** Days before publication as well, and drafts that are not evaluated as if published. */
  readonly otherDays: boolean
}

export const EVERYTHING: Shape = { unknown: true, ledger: true, decisions: true, readings: true, otherDays: true }
/** In force, so that something happens. */
export const IN_FORCE: Shape = { ...EVERYTHING, otherDays: false }
export const KNOWN: Shape = { ...IN_FORCE, unknown: false }

/** A policy with what a generator wants to know of it. */
export interface Vocabulary {
  readonly policy: Policy
  readonly hints: Hints
}

export function vocabularyOf(policy: Policy): Vocabulary {
  return { policy, hints: hintsOf(policy) }
}

interface Scene {
  readonly vocabulary: Vocabulary
  readonly draw: Draw
  readonly shape: Shape
  readonly on: string
  readonly inForce: string
  /** Ids of the applicant's matters by entity: what a fact of matter type may name. */
  readonly ids: ReadonlyMap<string, readonly string[]>
  /** The matter at hand meets what clauses ask, as far as a value can. */
  readonly willing: boolean
}

const PUBLISHED = '2026-01-01'
const KEYS = ['K-1', 'K-2', 'K-3'] as const

function number(scene: Scene, key: string, general: readonly Rational[]): Rational {
  const { draw, vocabulary: { hints } } = scene
  if (hints.ranking.has(key)) return rational(90n + BigInt(draw.below(4)))
  const own = hints.numbers.get(key) ?? []
  if (own.length > 0 && (general.length === 0 || chance(draw, 3, 4))) return pick(draw, own)
  return general.length > 0 ? pick(draw, general) : rational(BigInt(draw.below(5)))
}

function day(scene: Scene, key: string): string {
  const { draw, on, inForce, vocabulary: { hints } } = scene
  const near = [on, inForce, addDays(on, -1), addDays(inForce, 1), addDays(on, -40), ...(hints.days.get(key) ?? [])]
  const far = [addDays(inForce, -1), addMonths(on, -12), addDays(on, 1), addMonths(inForce, -14), addMonths(on, -24)]
  return pick(draw, scene.willing || chance(draw, 1, 2) ? near : far) ?? on
}

/** A value of the field's type. */
export function drawValue(scene: Scene, entity: string, field: Field): FactValue | null {
  const { draw, vocabulary: { policy, hints } } = scene
  const key = fieldKey(entity, field.name.zh)
  const type = field.type
  switch (type.kind) {
    case 'boolean':
      return hints.wantedFalse.has(key) === chance(draw, 1, scene.willing ? 12 : 2)
    case 'money':
      return number(scene, key, hints.money)
    case 'ratio':
      return number(scene, key, [rational(0n), rational(1n, 2n), rational(1n), ...hints.ratios])
    case 'duration':
      return number(scene, key, hints.durations)
    case 'integer':
    case 'days':
      return number(scene, key, [])
    case 'quantity':
      return draw.below(2) === 0 ? number(scene, key, []) : rational(BigInt(draw.below(100_000)), 100n)
    case 'price':
      return rational(BigInt(draw.below(1000)), 10n)
    case 'date':
      return day(scene, key)
    case 'text':
    case 'identifier':
      return pick(draw, KEYS)
    case 'enumeration':
      return pick(draw, policy.enumerations.find(({ name }) => name.zh === type.name)?.values ?? []).zh
    case 'matter': {
      const ids = scene.ids.get(type.name) ?? []
      return ids.length === 0 ? null : pick(draw, ids)
    }
    default:
      return unreachable(type)
  }
}

/** Null: not asked. */
function drawFact(scene: Scene, entity: string, field: Field): Fact | null {
  const value = drawValue(scene, entity, field)
  if (value === null) return null
  if (scene.shape.unknown) {
    const state = scene.draw.below(scene.willing ? 30 : 12)
    if (state === 11) return null
    if (state === 10) return { state: 'unknown' }
    if (state === 9) return { state: 'not-applicable' }
  }
  return { state: 'given', value }
}

function drawFacts(scene: Scene, entity: Entity): Facts {
  const facts = new Map<string, Fact>()
  for (const field of entity.fields) {
    const fact = drawFact(scene, entity.name.zh, field)
    if (fact !== null) facts.set(field.name.zh, fact)
  }
  return facts
}

function drawApplicant(scene: Scene, id: string, theme: Theme, matters: number): Applicant {
  const { draw, vocabulary: { policy } } = scene
  const plan: Entity[] = []
  for (let i = 0; i < matters; i++) {
    const themed = policy.matters.filter(({ name }) => theme.entities.includes(name.zh))
    // In turn, so that the matters that a key names are there.
    const turn = themed[i % Math.max(1, themed.length)]
    const entity = turn !== undefined && !chance(draw, 1, 8) ? turn : policy.matters.length > 0 ? pick(draw, policy.matters) : undefined
    if (entity !== undefined) plan.push(entity)
  }
  const ids = new Map<string, string[]>()
  const named = plan.map((entity) => {
    const known = ids.get(entity.name.zh) ?? []
    known.push(`${entity.name.zh}${known.length + 1}`)
    ids.set(entity.name.zh, known)
    return { entity, id: known.at(-1) ?? '' }
  })
  const facts = drawFacts({ ...scene, ids, willing: chance(draw, 2, 3) }, policy.applicant)
  return {
    id, facts,
    matters: named.map(({ entity, id: own }): Matter => ({ entity: entity.name.zh, id: own, facts: drawFacts({ ...scene, ids, willing: chance(draw, 2, 3) }, entity) })),
  }
}

/** Subjects of a clause among the applicants. */
function subjectsOf(policy: Policy, clause: Clause, applicants: readonly Applicant[]): { applicant: Applicant; id: string; facts: Facts }[] {
  return applicants.flatMap((applicant) => (clause.subject === policy.applicant.name.zh
    ? [{ applicant, id: applicant.id, facts: applicant.facts }]
    : applicant.matters.filter(({ entity }) => entity === clause.subject).map(({ id, facts }) => ({ applicant, id, facts }))))
}

function amount(scene: Scene): bigint {
  const { n } = pick(scene.draw, scene.vocabulary.hints.money)
  return scene.draw.below(2) === 0 ? n : n / 2n
}

function themed(policy: Policy, theme: Theme): Clause[] {
  return policy.clauses.filter(({ id, kind }) => theme.clauses.includes(id) && kind !== 'direction')
}

const paysMoney = ({ kind }: Clause): boolean => kind === 'grant' || kind === 'ceiling'

function drawLedger(scene: Scene, theme: Theme, applicants: readonly Applicant[]): LedgerEntry[] {
  const { draw, vocabulary: { policy }, on } = scene
  const clauses = themed(policy, theme).filter(paysMoney)
  if (clauses.length === 0) return []
  // A quota of ten binds only where others were paid already.
  const crowd = chance(draw, 1, 6) ? fullQuota(scene, clauses) : []
  const own = Array.from({ length: draw.below(3) }, (): LedgerEntry => {
    const clause = pick(draw, clauses)
    const subjects = subjectsOf(policy, clause, applicants)
    const subject = subjects.length > 0 && !chance(draw, 1, 6) ? pick(draw, subjects) : null
    const facts = [...(subject?.facts ?? new Map<string, Fact>())].filter(() => !chance(draw, 1, 12))
    return {
      clause: clause.id,
      applicant: subject?.applicant.id ?? pick(draw, applicants).id,
      subject: subject === null || chance(draw, 1, 8) ? null : subject.id,
      day: pick(draw, [addMonths(on, -12), on, addDays(on, -1), `${on.slice(0, 4)}-01-01`, addMonths(on, -36)]) ?? on,
      amount: amount(scene),
      facts: new Map(facts),
    }
  })
  return [...own, ...crowd]
}

function fullQuota(scene: Scene, clauses: readonly Clause[]): LedgerEntry[] {
  const { draw, vocabulary: { policy }, on } = scene
  const quota = policy.limits.find(({ kind, max, clauses: covered }) => kind === 'quota' && max.kind === 'literal' && clauses.some(({ id }) => covered.includes(id)))
  if (quota === undefined || quota.max.kind !== 'literal') return []
  const many = Math.max(0, Math.min(40, Number(rationalFromText(quota.max.value)?.n ?? 0n)) + 1 - draw.below(4))
  const clause = clauses.find(({ id }) => quota.clauses.includes(id))
  if (clause === undefined) return []
  return Array.from({ length: many }, (_, i) => ({
    clause: clause.id, applicant: `以前${i}`, subject: `旧${i}`, day: addDays(on, -i) ?? on, amount: 20_000_000n,
    facts: new Map<string, Fact>([...scene.vocabulary.hints.ranking].flatMap((key): [string, Fact][] => {
      const [entity, field] = key.split(' ')
      return entity === clause.subject && field !== undefined ? [[field, { state: 'given', value: rational(90n + BigInt(draw.below(4))) }]] : []
    })),
  }))
}

function drawDecisions(scene: Scene, theme: Theme, applicants: readonly Applicant[]): Decision[] {
  const { draw, vocabulary: { policy } } = scene
  const decisions: Decision[] = []
  for (const clause of themed(policy, theme)) {
    for (const { applicant, id } of subjectsOf(policy, clause, applicants)) {
      // One decision a line: of several the last one recorded would count, and the order of input is to mean nothing.
      if (clause.powers.length > 0 && chance(draw, 1, 3)) decisions.push({ kind: 'use', clause: clause.id, applicant: applicant.id, subject: id, used: !chance(draw, 1, 3) })
      else if (clause.kind === 'ceiling' && chance(draw, 1, 2)) decisions.push({ kind: 'amount', clause: clause.id, applicant: applicant.id, subject: id, amount: amount(scene) })
    }
  }
  for (const limit of policy.limits.filter(({ inPrinciple }) => inPrinciple)) {
    if (!chance(draw, 1, 4)) continue
    const subjects = applicants.flatMap(({ matters }) => matters.map(({ id }) => id)).filter(() => chance(draw, 1, 2))
    if (subjects.length > 0) decisions.push({ kind: 'exception', limit: limit.id, applicant: chance(draw, 1, 2) ? null : pick(draw, applicants).id, subjects, reason: '经专题会议研究' })
  }
  for (const clause of new Set(policy.limits.filter(({ widened }) => widened !== null).map(({ id }) => statementOf(id)))) {
    for (const { id } of applicants) if (chance(draw, 1, 3)) decisions.push({ kind: 'limit', clause, applicant: id, subject: id, amount: amount(scene) })
  }
  return decisions
}

function drawReadings(scene: Scene): Input['readings'] {
  return scene.vocabulary.policy.ambiguities.flatMap((ambiguity) => {
    const others = ambiguity.readings.filter(({ isDefault }) => !isDefault)
    return others.length > 0 && chance(scene.draw, 1, 5) ? [{ ambiguity: ambiguity.id, reading: pick(scene.draw, others).name.zh }] : []
  })
}

interface Days {
  readonly on: string
  readonly asIfPublished: string | null
  readonly inForce: string
}

/** `published`: the day from which the policy counts, as far as a generator needs to know it. */
function drawDays(policy: Policy, draw: Draw, shape: Shape): Days {
  const from = policy.commencement?.from
  const published = policy.published ?? PUBLISHED
  const inForce = (from?.kind === 'day' ? from.day : addDays(published, from?.days ?? 0)) ?? published
  const later = [addMonths(inForce, 6), inForce, addMonths(inForce, 11), addDays(inForce, 1), addMonths(inForce, 13)]
  const earlier = [addDays(inForce, -1), addMonths(inForce, -3)]
  const on = pick(draw, shape.otherDays && chance(draw, 1, 4) ? earlier : later) ?? inForce
  const asIf = policy.published === null && !(shape.otherDays && chance(draw, 1, 6)) ? published : null
  return { on, asIfPublished: asIf, inForce }
}

/** How many matters: mostly few, now and then more than a quota of ten holds. */
function size(draw: Draw): number {
  if (chance(draw, 1, 100)) return 12
  return 1 + (chance(draw, 1, 3) ? 1 + draw.below(2) : draw.below(2))
}

const NO_THEME: Theme = { entities: [], clauses: [] }

/** A dossier made of choices: one to three applicants with the matters that one clause or one limit is about. */
export function drawInput(vocabulary: Vocabulary, draw: Draw, shape: Shape): Input {
  const { on, asIfPublished, inForce } = drawDays(vocabulary.policy, draw, shape)
  const scene: Scene = { vocabulary, draw, shape, on, inForce, ids: new Map(), willing: true }
  const theme = vocabulary.hints.themes.length > 0 ? pick(draw, vocabulary.hints.themes) : NO_THEME
  const many = 1 + (chance(draw, 1, 3) ? 1 + draw.below(2) : 0)
  const applicants = Array.from({ length: many }, (_, i) => drawApplicant(scene, `申请人${i + 1}`, theme, size(draw)))
  return {
    on, asIfPublished, applicants,
    readings: shape.readings ? drawReadings(scene) : [],
    ledger: shape.ledger && chance(draw, 1, 2) ? drawLedger(scene, theme, applicants) : [],
    decisions: shape.decisions && chance(draw, 1, 2) ? drawDecisions(scene, theme, applicants) : [],
  }
}

/** Dossiers for any policy, from its own vocabulary. */
export function inputs(vocabulary: Vocabulary, shape: Shape): fc.Arbitrary<Input> {
  return built((draw) => drawInput(vocabulary, draw, shape))
}

/** The same dossier with some facts found out: unknown and not asked ones get a value; `all`: every one of them. */
export function completed(vocabulary: Vocabulary, draw: Draw, input: Input, all: boolean): Input {
  const { policy } = vocabulary
  const inForce = input.asIfPublished ?? policy.published ?? PUBLISHED
  const applicants = input.applicants.map((applicant): Applicant => {
    const ids = new Map<string, string[]>()
    for (const { entity, id } of applicant.matters) ids.set(entity, [...(ids.get(entity) ?? []), id])
    const scene: Scene = { vocabulary, draw, shape: KNOWN, on: input.on, inForce, ids, willing: chance(draw, 1, 2) }
    const complete = (facts: Facts, entity: Entity): Facts => {
      const open = entity.fields.filter(({ name }) => (facts.get(name.zh)?.state ?? 'unknown') === 'unknown')
      const found = new Map(facts)
      for (const field of open) {
        const value = all || chance(draw, 1, 3) ? drawValue(scene, entity.name.zh, field) : null
        if (value !== null) found.set(field.name.zh, { state: 'given', value })
      }
      return found
    }
    return {
      ...applicant,
      facts: complete(applicant.facts, policy.applicant),
      matters: applicant.matters.map((matter) => {
        const entity = policy.matters.find(({ name }) => name.zh === matter.entity)
        return entity === undefined ? matter : { ...matter, facts: complete(matter.facts, entity) }
      }),
    }
  })
  return { ...input, applicants }
}
