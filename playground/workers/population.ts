import type { Policy } from '../../src/core/core.ts'
import type { ApplicantResult, Result, Sum } from '../../src/engines/engine.ts'
import { readable, same } from '../../src/explain/text.ts'
import { curveChoices } from './curve-choices.ts'
import { nameOfApplicant } from './input.ts'
import { differenceOf, isMissing, isUnstated, rangeOf, totalsBefore } from './population-groups.ts'
import type { Bin, Cost, CostRow, Extreme, PopulationView } from './population-protocol.ts'
import { weigh } from './population-run.ts'
import type { Run, Weighed } from './population-run.ts'
import type { Calls, StandingName } from './protocol.ts'

const STANDINGS: readonly StandingName[] = ['holds', 'undetermined', 'awaits-decision', 'withdrawn', 'fails']

/** What the population costs under the draft, beside the text that it is compared with. */
export function population(ask: Calls['population']['ask']): Calls['population']['answer'] {
  const started = performance.now()
  const weighing = weigh(ask)
  switch (weighing.kind) {
    case 'weighed': return { kind: 'view', view: viewOf(weighing.weighed, started) }
    case 'problems': return weighing
    case 'none':
    case 'no-policy': return { kind: weighing.kind }
  }
}

function viewOf(weighed: Weighed, started: number): PopulationView {
  const { population: declared, size, now, before, stale } = weighed
  const { policy, result } = now
  const totals = result.totals
  const others = before?.result.totals
  return {
    title: declared.title, assumptions: declared.assumptions, count: size.count, seed: size.seed,
    silent: declared.silent.map(({ entity, field }) => readable({ zh: `${entity.zh}的${field.zh}`, en: `${field.en} of ${entity.en}` })),
    total: { id: 'total', name: { zh: '合计', en: 'Total' }, before: others === undefined ? null : cost(others), after: cost(totals) },
    measures: rows(measureNames(policy, before), others?.byMeasure, totals.byMeasure),
    agencies: rows(agencyNames(now, before, 'byAgency'), others?.byAgency, totals.byAgency),
    payers: rows(agencyNames(now, before, 'byPayer'), others?.byPayer, totals.byPayer),
    ...changes(weighed),
    standings: STANDINGS.map((standing) => ({ standing, before: others?.standings[standing] ?? null, after: totals.standings[standing] })),
    missing: result.applicants.filter(isMissing).length, unstated: result.applicants.filter(isUnstated).length,
    readings: readingsOf(policy, result), curves: curveChoices(policy), notes: result.notes.slice(0, 8).map((note) => note.message), stale,
    milliseconds: performance.now() - started,
  }
}

const cost = ({ committed, possible, unstated }: Sum): Cost => ({ committed, possible, unstated })
const NOTHING: Cost = { committed: 0n, possible: 0n, unstated: 0 }

/** Rows with an amount, or with one that was. */
function rows(names: ReadonlyMap<string, CostRow['name']>, before: ReadonlyMap<string, Sum> | undefined, after: ReadonlyMap<string, Sum>): readonly CostRow[] {
  return [...names].flatMap(([id, name]): CostRow[] => {
    const [was, is] = [before?.get(id), after.get(id)]
    const some = [was, is].some((sum) => sum !== undefined && (sum.possible > 0n || sum.unstated > 0))
    return some ? [{ id, name, before: before === undefined ? null : was === undefined ? NOTHING : cost(was), after: is === undefined ? NOTHING : cost(is) }] : []
  })
}

function measureNames(policy: Policy, before: Run | null): ReadonlyMap<string, CostRow['name']> {
  return new Map([...(before?.policy.measures ?? []), ...policy.measures].map(({ id, name }) => [id, readable({ zh: `${id} ${name.zh}`, en: `${id} ${name.en}` })]))
}

function agencyNames(now: Run, before: Run | null, by: 'byAgency' | 'byPayer'): ReadonlyMap<string, CostRow['name']> {
  const ids = new Set([...(before?.result.totals[by].keys() ?? []), ...now.result.totals[by].keys()])
  return new Map([...ids].map((id) => [id, readable(now.policy.agencies.find((each) => each.zh === id) ?? same(id))]))
}

const WAN = 1_000_000n
const EDGES: readonly bigint[] = [1n, 5n, 10n, 20n, 50n, 100n].map((each) => each * WAN)

/** Ranges of differences, the losses first: … −10万 to −5万, −5万 to −1万 …, each closed towards zero's far side. */
const RANGES: readonly Omit<Bin, 'count'>[] = (() => {
  const up = [0n, ...EDGES]
  const gains = up.map((from, index) => ({ from: index === 0 ? 1n : from, to: up[index + 1] ?? null }))
  const losses = gains.map(({ from, to }) => ({ from: to === null ? null : 1n - to, to: 1n - from }))
  return [...losses.reverse(), ...gains]
})()

function changes({ now, before }: Weighed): Pick<PopulationView, 'gain' | 'lose' | 'largestGain' | 'largestLoss' | 'bins'> {
  if (before === null) return { gain: 0, lose: 0, largestGain: null, largestLoss: null, bins: [] }
  const earlier = totalsBefore(before)
  const counts = RANGES.map(() => 0)
  let [gain, lose] = [0, 0]
  let most: { readonly at: number; readonly difference: bigint } | null = null
  let least: { readonly at: number; readonly difference: bigint } | null = null
  now.result.applicants.forEach((applicant, at) => {
    const difference = differenceOf(applicant, earlier.get(applicant.id))
    if (difference === 0n) return
    if (difference > 0n) gain += 1
    else lose += 1
    if (difference > (most?.difference ?? 0n)) most = { at, difference }
    if (difference < (least?.difference ?? 0n)) least = { at, difference }
    const bin = RANGES.findIndex(({ from, to }) => (from === null || difference >= from) && (to === null || difference < to))
    counts[bin] = (counts[bin] ?? 0) + 1
  })
  const extreme = (found: { readonly at: number; readonly difference: bigint } | null): Extreme | null => {
    const applicant = found === null ? undefined : now.result.applicants[found.at]
    return found === null || applicant === undefined ? null : extremeOf(now, found.at, applicant, earlier.get(applicant.id), found.difference)
  }
  return { gain, lose, largestGain: extreme(most), largestLoss: extreme(least), bins: RANGES.map((range, index) => ({ ...range, count: counts[index] ?? 0 })).filter(({ count }) => count > 0) }
}

function extremeOf(now: Run, at: number, applicant: ApplicantResult, before: Sum | undefined, difference: bigint): Extreme {
  const dossier = now.input.applicants[at]
  return { id: applicant.id, name: dossier === undefined ? applicant.id : nameOfApplicant(now.policy, dossier), before: rangeOf(before), after: rangeOf(applicant.total), difference }
}

function readingsOf(policy: Policy, result: Result): PopulationView['readings'] {
  return policy.ambiguities.flatMap((ambiguity) => {
    const chosen = result.readings.find((each) => each.ambiguity === ambiguity.id)?.reading
    const reading = ambiguity.readings.find((each) => each.name.zh === chosen)
    return reading === undefined ? [] : [{ id: ambiguity.id, question: ambiguity.question, reading: readable(reading.name), isDefault: reading.isDefault }]
  })
}
