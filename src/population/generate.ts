import { invariant, unreachable } from '../base/invariant.ts'
import type { Policy } from '../core/core.ts'
import type { Applicant, Fact, FactValue, Facts, Matter } from '../engines/engine.ts'
import { addDays } from '../values/date.ts'
import { floor, multiply, rational } from '../values/rational.ts'
import type { Distribution, FactSource, MatterSource, Population, Source } from './population.ts'
import { below, happens, hashText, seedOf, streamOf, type Seed, type Stream } from './random.ts'

const DIGITS = 5
const NOT_ASKED = null

/** What a draw may look at. */
interface Draw {
  readonly stream: Stream
  readonly applicant: number
  /** The matter's number within the applicant, from 1; 0 for the applicant itself. */
  readonly matter: number
  readonly own: Facts
  readonly person: Facts
  /** What the matter before, of the same kind and applicant, has in this field. */
  readonly before: Fact | undefined
}

export interface Size {
  readonly count: number
  readonly seed: string
}

/**
 * So many applicants, made from the distributions: the same for the same seed on every machine, and the first of many are those of few.
 * The policy is the one that the population was read against.
 */
export function generatePopulation(policy: Policy, population: Population, { count, seed }: Size): readonly Applicant[] {
  invariant(population.facts.every(({ field }) => policy.applicant.fields.some((each) => each.name.zh === field.name.zh)), 'a population is read against the policy it is generated for')
  const words = seedOf(seed)
  return Array.from({ length: count }, (_, index) => applicantOf(population, words, index + 1))
}

function applicantOf(population: Population, seed: Seed, number: number): Applicant {
  const facts = drawFacts(population.facts, seed, number, 0, '', new Map(), undefined)
  const matters: Matter[] = []
  for (const kind of population.matters) matters.push(...mattersOf(kind, seed, number, facts))
  return { id: fill(population.ids, number, 0, 0), facts, matters }
}

function mattersOf(kind: MatterSource, seed: Seed, applicant: number, person: Facts): readonly Matter[] {
  const fact = drawSource(kind.number, { stream: streamOf(seed, applicant, hashText(`${kind.entity}\u0000number`)), applicant, matter: 0, own: new Map(), person, before: undefined })
  const number = fact?.state === 'given' && typeof fact.value === 'object' ? Number(fact.value.n) : 0
  const matters: Matter[] = []
  for (let index = 1; index <= number; index += 1) {
    const facts = drawFacts(kind.facts, seed, applicant, index, kind.entity, person, matters.at(-1)?.facts)
    matters.push({ entity: kind.entity, id: fill(kind.ids, applicant, index, 0), facts })
  }
  return matters
}

function drawFacts(sources: readonly FactSource[], seed: Seed, applicant: number, matter: number, entity: string, person: Facts, earlier: Facts | undefined): Facts {
  const facts = new Map<string, Fact>()
  for (const { field, source } of sources) {
    const name = field.name.zh
    const place = (hashText(`${entity}\u0000${name}`) + Math.imul(matter, 0x9e3779b1)) | 0
    const fact = drawSource(source, { stream: streamOf(seed, applicant, place), applicant, matter, own: facts, person: matter === 0 ? facts : person, before: earlier?.get(name) })
    if (fact !== NOT_ASKED) facts.set(name, fact)
  }
  return facts
}

/** A fact, or null where it was not asked. */
function drawSource({ from, unknown, notAsked, notApplicable }: Source, draw: Draw): Fact | null {
  if (unknown + notAsked + notApplicable > 0) {
    const state = draw.stream()
    if (state < unknown) return { state: 'unknown' }
    if (state < unknown + notAsked) return NOT_ASKED
    if (state < unknown + notAsked + notApplicable) return { state: 'not-applicable' }
  }
  return drawFrom(from, draw)
}

const given = (value: FactValue): Fact => ({ state: 'given', value })

function drawFrom(from: Distribution, draw: Draw): Fact | null {
  switch (from.kind) {
    case 'constant': return given(from.value)
    case 'chance': return given(happens(draw.stream, from.yes))
    case 'weights': return given(pick(from.entries, below(draw.stream, from.total)).value)
    case 'quantiles': return given(between(from, draw.stream()))
    case 'days': return given(addDays(from.from, below(draw.stream, from.days)) ?? from.from)
    case 'pattern': return happens(draw.stream, draw.before === undefined ? 0 : from.again) && draw.before !== undefined ? draw.before : given(fill(from.pattern, draw.applicant, draw.matter, 0))
    case 'shared': return given(fill(from.pattern, 0, 0, below(draw.stream, from.among) + 1))
    case 'mix': return drawSource(pick(from.parts, below(draw.stream, from.total)).source, draw)
    case 'by': return by(from, draw)
    case 'part': return part(from, draw)
    default: return unreachable(from)
  }
}

function pick<T extends { readonly weight: number }>(entries: readonly T[], at: number): T {
  let rest = at
  for (const entry of entries) {
    if (rest < entry.weight) return entry
    rest -= entry.weight
  }
  invariant(false, 'a draw is below the sum of the weights')
}

/** The value at a place of 2^32 on the straight lines between quantiles, in whole steps. */
function between({ points, step }: Extract<Distribution, { kind: 'quantiles' }>, place: number): FactValue {
  const above = points.findIndex(({ at }) => at > place)
  const [low, high] = [points[above - 1], points[above]]
  invariant(low !== undefined && high !== undefined, 'quantiles reach from 0 to 2^32')
  const steps = low.steps + ((high.steps - low.steps) * BigInt(place - low.at)) / BigInt(high.at - low.at)
  return multiply(rational(steps), step)
}

function by({ field, of, cases, otherwise }: Extract<Distribution, { kind: 'by' }>, draw: Draw): Fact | null {
  const fact = (of === 'own' ? draw.own : draw.person).get(field)
  const chosen = fact?.state === 'given' ? cases.get(String(fact.value)) : undefined
  const source = chosen ?? otherwise
  return source === null ? NOT_ASKED : drawSource(source, draw)
}

function part({ field, share }: Extract<Distribution, { kind: 'part' }>, draw: Draw): Fact | null {
  const whole = draw.own.get(field)
  if (whole === undefined || whole.state !== 'given' || typeof whole.value !== 'object') return whole ?? NOT_ASKED
  const ratio = drawSource(share, draw)
  if (ratio?.state !== 'given' || typeof ratio.value !== 'object') return ratio
  return given(rational(floor(multiply(whole.value, ratio.value))))
}

function fill(pattern: string, applicant: number, matter: number, shared: number): string {
  return pattern.replaceAll('{n}', String(applicant).padStart(DIGITS, '0')).replaceAll('{k}', String(matter)).replaceAll('{s}', String(shared).padStart(4, '0'))
}
