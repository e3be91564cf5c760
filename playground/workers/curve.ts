import { shapeOf } from '../../src/analyses/pieces.ts'
import type { Shape } from '../../src/analyses/pieces.ts'
import type { Field, Policy } from '../../src/core/core.ts'
import { unitName } from '../../src/core/unit-name.ts'
import type { Applicant, Fact, Matter } from '../../src/engines/engine.ts'
import { readable } from '../../src/explain/text.ts'
import type { Text } from '../../src/explain/text.ts'
import { showValue } from '../../src/explain/value.ts'
import { floor, multiply, rational, rationalToText } from '../../src/values/rational.ts'
import type { Rational } from '../../src/values/rational.ts'
import type { Type } from '../../src/values/types.ts'
import type { CurveEvent } from './population-protocol.ts'
import { weigh } from './population-run.ts'
import type { Run, Weighed } from './population-run.ts'
import type { Calls, Range } from './protocol.ts'
import { sumOf } from './range.ts'

const PARTS = 40
const ROWS = 20

/** How a fact's values are stepped through: one step, and how many are drawn as one on the axis. */
interface Axis {
  readonly step: Rational
  readonly grain: bigint
  /** What one step is on the axis. */
  readonly scale: number
  readonly unit: Text
}

function axisOf(policy: Policy, type: Type): Axis {
  switch (type.kind) {
    case 'money': return { step: rational(1n), grain: 100n, scale: 1 / 1_000_000, unit: { zh: '万元', en: '10,000 yuan' } }
    case 'price': return { step: rational(1n), grain: 1n, scale: 1 / 100, unit: { zh: `元/${type.unit}`, en: `yuan per ${unitName(policy, type.unit).en}` } }
    case 'duration': return { step: rational(1n), grain: 1n, scale: 1, unit: { zh: '个月', en: 'months' } }
    case 'days': return { step: rational(1n), grain: 1n, scale: 1, unit: { zh: '日', en: 'days' } }
    case 'ratio': return { step: rational(1n, 1000n), grain: 1n, scale: 0.1, unit: { zh: '%', en: '%' } }
    case 'quantity': return { step: rational(1n, 10n), grain: 1n, scale: 0.1, unit: unitName(policy, type.unit) }
    default: return { step: rational(1n), grain: 1n, scale: 1, unit: { zh: '', en: '' } }
  }
}

interface Typical {
  readonly applicant: Applicant
  readonly matter: Matter | null
}

const given = (fact: Fact | undefined): fact is Extract<Fact, { state: 'given' }> => fact?.state === 'given'

/** The first enterprise for which the clause gives money and the fact is given; it stands alone, with that one matter. */
function typicalOf({ now, before }: Weighed, clause: string, field: Field, own: boolean): Typical | null {
  for (const run of before === null ? [now] : [now, before]) {
    for (const [at, result] of run.result.applicants.entries()) {
      const applicant = run.input.applicants[at]
      if (applicant === undefined) continue
      for (const line of result.lines) {
        if (line.clause !== clause || line.possible === 0n || (line.standing !== 'holds' && line.standing !== 'awaits-decision')) continue
        const matter = applicant.matters.find((each) => each.id === line.subject && each.entity === line.entity) ?? null
        const facts = own ? applicant.facts : matter?.facts
        if (given(facts?.get(field.name.zh))) return { applicant, matter }
      }
    }
  }
  return null
}

/** The largest value that one in fifty exceeds, in steps. */
function highest({ now }: Weighed, entity: string, field: string, axis: Axis, own: boolean): bigint {
  const values = now.input.applicants.flatMap((applicant) => (own ? [applicant.facts] : applicant.matters.filter((each) => each.entity === entity).map((each) => each.facts)))
    .flatMap((facts) => {
      const fact = facts.get(field)
      return given(fact) && typeof fact.value === 'object' ? [floor(rational(fact.value.n * axis.step.d, fact.value.d * axis.step.n))] : []
    })
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const most = values[Math.floor(values.length * 0.98)] ?? values.at(-1) ?? 100n
  return round(most > 1n ? most : 1n)
}

/** Up to a number that reads well: 1, 1.5, 2, 3, 4, 5, 6, 8 with zeros. */
function round(value: bigint): bigint {
  const size = 10n ** BigInt(value.toString().length - 1)
  const tenths = [10n, 15n, 20n, 30n, 40n, 50n, 60n, 80n, 100n].find((each) => each * size >= value * 10n) ?? 100n
  return (tenths * size) / 10n || 1n
}

/** The amount of a clause for one subject whose one fact takes many values, under the draft and under the text it is compared with. */
export function curve({ population, clause, entity, field: name }: Calls['curve']['ask']): Calls['curve']['answer'] {
  const weighing = weigh(population)
  if (weighing.kind !== 'weighed') return null
  const { weighed } = weighing
  const { now, before } = weighed
  const field = [now.policy.applicant, ...now.policy.matters].find((each) => each.name.zh === entity)?.fields.find((each) => each.name.zh === name)
  if (field === undefined) return null
  const own = entity === now.policy.applicant.name.zh
  const typical = typicalOf(weighed, clause, field, own)
  if (typical === null) return null
  const axis = axisOf(now.policy, field.type)
  const high = highest(weighed, entity, name, axis, own)
  const [after, was] = [sampler(now, typical, clause, name, own, axis), before === null ? null : sampler(before, typical, clause, name, own, axis)]
  const range = { low: 0n, high, grain: axis.grain, parts: high < BigInt(PARTS) ? Number(high) : PARTS }
  const shapes = { after: shapeOf((at) => after(at).possible, range), before: was === null ? null : before?.policy === now.policy ? null : shapeOf((at) => was(at).possible, range) }
  const xs = placesOf(shapes.after, shapes.before, high)
  return {
    clause, fact: readable(field.name), unit: readable(axis.unit), subject: { applicant: typical.applicant.id, subject: typical.matter?.id ?? typical.applicant.id },
    points: xs.map((at) => ({ x: Number(at) * axis.scale, label: labelOf(now.policy, field.type, axis, at), before: was === null ? null : was(at), after: after(at) })),
    events: eventsOf(shapes.after, shapes.before).map((event) => ({ ...event, at: labelOf(now.policy, field.type, axis, event.place), x: Number(event.place) * axis.scale, amount: (event.which === 'before' && was !== null ? was : after)(event.place) })),
  }
}

function sampler(run: Run, { applicant, matter }: Typical, clause: string, field: string, own: boolean, axis: Axis): (at: bigint) => Range {
  const subject = matter?.id ?? applicant.id
  const known = new Map<bigint, Range>()
  return (at) => {
    const before = known.get(at)
    if (before !== undefined) return before
    const fact: Fact = { state: 'given', value: multiply(rational(at), axis.step) }
    const facts = own ? new Map([...applicant.facts, [field, fact] as const]) : applicant.facts
    const matters = matter === null ? [] : [own ? matter : { ...matter, facts: new Map([...matter.facts, [field, fact] as const]) }]
    const { applicants: [result] } = run.again([{ id: applicant.id, facts, matters }])
    // One line, or those of all periods together.
    const range = sumOf(result?.lines.filter((line) => line.clause === clause && line.subject === subject) ?? [])
    known.set(at, range)
    return range
  }
}

/** Where the curve is drawn and tabulated: evenly, and on both sides of everything that happens. */
function placesOf(after: Shape, before: Shape | null, high: bigint): readonly bigint[] {
  const places = new Set<bigint>()
  for (let row = 0n; row <= BigInt(ROWS); row += 1n) places.add((high * row) / BigInt(ROWS))
  for (const { kind, at } of [...after.turns, ...(before?.turns ?? [])]) {
    if (kind === 'step' && at > 0n) places.add(at - 1n)
    places.add(at)
  }
  return [...places].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}

function eventsOf(after: Shape, before: Shape | null): readonly (Pick<CurveEvent, 'kind' | 'which'> & { readonly place: bigint })[] {
  if (before === null) return after.turns.map(({ kind, at }) => ({ kind, which: 'both', place: at }))
  const same = (a: Shape['turns'][number], b: Shape['turns'][number]): boolean => a.kind === b.kind && a.at === b.at
  return [
    ...after.turns.map((turn) => ({ kind: turn.kind, which: before.turns.some((each) => same(each, turn)) ? 'both' as const : 'after' as const, place: turn.at })),
    ...before.turns.filter((turn) => !after.turns.some((each) => same(each, turn))).map((turn) => ({ kind: turn.kind, which: 'before' as const, place: turn.at })),
  ].sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
}

function labelOf(policy: Policy, type: Type, axis: Axis, at: bigint): Text {
  return readable(showValue(policy, type, rationalToText(multiply(rational(at), axis.step))))
}

