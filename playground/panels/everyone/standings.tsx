import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import type { Group, PopulationView } from '../../workers/population-protocol.ts'
import type { StandingName } from '../../workers/protocol.ts'
import { STANDINGS, StandingMark } from '../applicants/standing.tsx'
import { Behind } from './behind.tsx'
import { isOpen, open } from './state.ts'
import { Tabled } from './table.tsx'

/** How many lines stand how; those that simply fail have no list. */
export function Standings({ view }: { readonly view: PopulationView }) {
  return (
    <section class="chart" aria-labelledby="everyone-standings">
      <h3 id="everyone-standings">{say(EVERYONE.standings)}</h3>
      <ul class="standing-counts">
        {view.standings.map(({ standing, before, after }) => (
          <li key={standing} data-standing-count={standing} data-count={after}>
            {standing === 'fails' || after === 0 ? <StandingMark standing={standing} /> : <Opens standing={standing} />}
            {' '}<span class="number">{before !== null && before !== after && <span class="dim">{before.toLocaleString('en')} → </span>}{say(fill(EVERYONE.countLines, { count: after.toLocaleString('en') }))}</span>
          </li>
        ))}
      </ul>
      <Behind section="standings" />
      <Tabled view={view} sheet={{ name: 'heng-standings', caption: say(EVERYONE.standings), head: [say(EVERYONE.standing), say(EVERYONE.linesBefore), say(EVERYONE.linesAfter)], rows: view.standings.map(({ standing, before, after }) => [say(STANDINGS[standing].words), before === null ? '' : String(before), String(after)]) }} />
    </section>
  )
}

function Opens({ standing }: { readonly standing: StandingName }) {
  const group: Group = { kind: 'standing', standing }
  return <button type="button" class="link standing-open" aria-expanded={isOpen('standings', group)} onClick={() => open({ section: 'standings', group, title: say(STANDINGS[standing].words) })}><StandingMark standing={standing} /></button>
}

/** What is not in the certain cost, each number with its enterprises. */
export function Uncounted({ view }: { readonly view: PopulationView }) {
  const awaiting = view.standings.find((each) => each.standing === 'awaits-decision')?.after ?? 0
  const rows: readonly { readonly group: Group; readonly words: string; readonly count: number }[] = [
    { group: { kind: 'missing' }, words: say(fill(EVERYONE.missing, { count: view.missing.toLocaleString('en') })), count: view.missing },
    { group: { kind: 'standing', standing: 'awaits-decision' }, words: say(fill(EVERYONE.awaiting, { count: awaiting.toLocaleString('en') })), count: awaiting },
    { group: { kind: 'unstated' }, words: say(fill(EVERYONE.unstated, { count: view.unstated.toLocaleString('en') })), count: view.unstated },
  ]
  return (
    <section class="chart" aria-labelledby="everyone-uncounted">
      <h3 id="everyone-uncounted">{say(EVERYONE.uncounted)}</h3>
      <ul class="uncounted">
        {rows.map(({ group, words, count }) => (
          <li key={words} data-uncounted={group.kind} data-count={count}>{count === 0 ? words : <button type="button" class="link" aria-expanded={isOpen('uncounted', group)} onClick={() => open({ section: 'uncounted', group, title: words })}>{words}</button>}</li>
        ))}
        <li>{say(EVERYONE.noLedger)}</li>
        {view.notes.map((note, index) => <li key={`note ${index}`}>{say(note)}</li>)}
      </ul>
      <Behind section="uncounted" />
    </section>
  )
}

export function ReadingsTaken({ view }: { readonly view: PopulationView }) {
  return (
    <section class="chart" aria-labelledby="everyone-readings">
      <details>
        <summary id="everyone-readings">{say(fill(EVERYONE.readings, { readings: view.readings.filter((each) => !each.isDefault).map((each) => `${each.id} ${say(each.reading)}`).join(', ') || say(EVERYONE.isDefault) }))}</summary>
        <ul class="assumptions">{view.readings.map((each) => <li key={each.id}><b>{each.id}</b> {say(each.reading)}{!each.isDefault && <span class="tag">{say(EVERYONE.chosenReading)}</span>} <span class="dim">{say(each.question)}</span></li>)}</ul>
      </details>
    </section>
  )
}
