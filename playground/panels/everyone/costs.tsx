import { exact } from '../../words/amounts.ts'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import type { CostRow, PopulationView } from '../../workers/population-protocol.ts'
import { Behind } from './behind.tsx'
import { WanRange } from './wan-range.tsx'
import { isOpen, open } from './state.ts'
import type { Section } from './state.ts'
import { Tabled, yuan } from './table.tsx'

export function Measures({ view }: { readonly view: PopulationView }) {
  return <Costs view={view} rows={view.measures} section="measures" kind="measure" title={say(EVERYONE.byMeasure)} />
}

export function Agencies({ view }: { readonly view: PopulationView }) {
  return <Costs view={view} rows={view.agencies} section="agencies" kind="agency" title={say(EVERYONE.byAgency)} />
}

export function Payers({ view }: { readonly view: PopulationView }) {
  return <Costs view={view} rows={view.payers} section="payers" kind="payer" title={say(EVERYONE.byPayer)} />
}

interface CostsProps {
  readonly view: PopulationView
  readonly rows: readonly CostRow[]
  readonly section: Section
  readonly kind: 'measure' | 'agency' | 'payer'
  readonly title: string
}

/** Bars of cost: dark what is certain, light up to what is possible, a mark where the compared text stood. */
function Costs({ view, rows, section, kind, title }: CostsProps) {
  const most = rows.reduce((greatest, { before, after }) => [greatest, before?.possible ?? 0n, after.possible].reduce((a, b) => (a > b ? a : b)), 1n)
  const width = (fen: bigint): string => `${Number((fen * 1000n) / most) / 10}%`
  return (
    <section class="chart" aria-labelledby={`everyone-${section}`}>
      <h3 id={`everyone-${section}`}>{title}</h3>
      <p class="legend"><span class="key certain" /> {say(EVERYONE.certain)} <span class="key possible" /> {say(EVERYONE.atMost)}{view.total.before !== null && <> <span class="key mark" /> {say(EVERYONE.beforeMark)}</>}</p>
      <ul class="bars">
        {rows.map(({ id, name, before, after }) => (
          <li key={id}>
            <button type="button" class="bar-row" data-bar={`${kind} ${id}`} data-committed={String(after.committed)} data-possible={String(after.possible)} aria-expanded={isOpen(section, { kind, id })} onClick={() => open({ section, group: { kind, id }, title: say(name) })}>
              <span class="bar-name">{say(name)}</span>
              <span class="bar-amount"><WanRange before={before} after={after} />{after.unstated > 0 && <span class="dim"> +{say(fill(EVERYONE.withUnstated, { count: after.unstated }))}</span>}</span>
              <span class="bar-track" aria-hidden="true" title={say(exact(after))}>
                <span class="bar possible" style={{ width: width(after.possible) }} />
                <span class="bar certain" style={{ width: width(after.committed) }} />
                {before !== null && <span class="bar-mark" style={{ left: width(before.possible) }} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Behind section={section} />
      <Tabled view={view} sheet={{ name: `heng-${kind}`, caption: `${title} · ${say(EVERYONE.costCaption)}`, head: HEAD.map(say), rows: [...rows, view.total].map(cells) }} />
    </section>
  )
}

const HEAD = [EVERYONE.name, EVERYONE.certainBefore, EVERYONE.certainAfter, EVERYONE.certainChange, EVERYONE.mostBefore, EVERYONE.mostAfter, EVERYONE.mostChange] as const

function cells({ name, before, after }: CostRow): readonly string[] {
  const change = (key: 'committed' | 'possible'): string => (before === null ? '' : yuan(after[key] - before[key]))
  return [say(name), yuan(before?.committed ?? null), yuan(after.committed), change('committed'), yuan(before?.possible ?? null), yuan(after.possible), change('possible')]
}
