import { useEffect } from 'preact/hooks'
import '../../styles/everyone.css'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { PopulationAnswer, PopulationView } from '../../workers/population-protocol.ts'
import { Agencies, Measures, Payers } from './costs.tsx'
import { Curve } from './curve.tsx'
import { Made } from './made.tsx'
import { ReadingsTaken, Standings, Uncounted } from './standings.tsx'
import { answer, failure, settled, startWeighing } from './state.ts'
import { TotalLine } from './total.tsx'
import { Winners } from './winners.tsx'

/** The whole population under the draft: what it costs, who gains and loses, how one clause follows one fact. */
export function Everyone() {
  useEffect(startWeighing, [])
  const now = answer.value
  return (
    <div class="everyone" data-everyone={settled.value ? 'settled' : 'weighing'} data-population-ms={now?.kind === 'view' ? Math.round(now.view.milliseconds) : undefined} aria-busy={!settled.value}>
      {failure.value !== null && <p class="stale-note" role="alert">{say(fill(WORDS.failed, { problem: failure.value }))}</p>}
      {now === null ? <p class="empty">{say(EVERYONE.first)}</p> : <Answered found={now} />}
    </div>
  )
}

function Answered({ found }: { readonly found: PopulationAnswer }) {
  switch (found.kind) {
    case 'none': return <p class="empty">{say(EVERYONE.none)}</p>
    case 'no-policy': return <p class="empty">{say(EVERYONE.noPolicy)}</p>
    case 'problems': return (
      <div role="alert">
        <p>{say(fill(EVERYONE.problems, { count: found.problems.length }))}</p>
        <ul class="population-problems">{found.problems.map((each, index) => <li key={index}>{say(fill(EVERYONE.place, { line: each.line, column: each.column }))}{': '}{say(each.message)}{say(each.hint) !== '' && `; ${say(each.hint)}`}</li>)}</ul>
      </div>
    )
    case 'view': return <View view={found.view} />
  }
}

function View({ view }: { readonly view: PopulationView }) {
  return (
    <>
      <Made view={view} />
      {view.stale.length > 0 && <p class="stale-note" role="status">{say(EVERYONE.stale)}</p>}
      <TotalLine view={view} />
      <Winners view={view} />
      <Measures view={view} />
      <Curve view={view} />
      <Agencies view={view} />
      {view.payers.length > 0 && <Payers view={view} />}
      <Standings view={view} />
      <Uncounted view={view} />
      <ReadingsTaken view={view} />
      <p class="sample-note">{say(WORDS.sample)} · {say(fill(EVERYONE.made, { count: view.count.toLocaleString('en'), seed: view.seed }))} · {say(fill(EVERYONE.milliseconds, { ms: Math.round(view.milliseconds) }))}</p>
    </>
  )
}
