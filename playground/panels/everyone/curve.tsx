import { shortRange, unitless } from '../../words/amounts.ts'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { CurveAnswer, CurveEvent, PopulationView } from '../../workers/population-protocol.ts'
import { Plot } from './plot.tsx'
import { curve, curveAsked, curveChosen } from './state.ts'
import { Tabled, yuan } from './table.tsx'

/** The amount of one clause as a curve of one fact. */
export function Curve({ view }: { readonly view: PopulationView }) {
  const chosen = curveChosen.value
  const choice = view.curves.find((each) => each.clause === chosen?.clause)
  if (chosen === null || choice === undefined) return null
  const found = curve.value
  return (
    <section class="chart" aria-labelledby="everyone-curve" data-curve={found == null ? 'none' : `${found.clause}`}>
      <h3 id="everyone-curve">{say(EVERYONE.curve)}</h3>
      <div class="curve-choice">
        <label>{say(EVERYONE.clause)} <select data-curve-clause value={chosen.clause} onChange={(event) => { curveAsked.value = { clause: event.currentTarget.value, entity: '', field: '' } }}>
          {view.curves.map((each) => <option key={each.clause} value={each.clause}>{say(each.name)}</option>)}
        </select></label>
        <label>{say(EVERYONE.fact)} <select data-curve-fact value={`${chosen.entity} ${chosen.field}`} onChange={(event) => { const [entity = '', field = ''] = event.currentTarget.value.split(' '); curveAsked.value = { clause: chosen.clause, entity, field } }}>
          {choice.fields.map((each) => <option key={`${each.entity} ${each.field}`} value={`${each.entity} ${each.field}`}>{say(each.read ? each.name : fill(EVERYONE.factNotRead, { fact: say(each.name) }))}</option>)}
        </select></label>
      </div>
      {found === undefined ? <p class="empty">{say(WORDS.loading)}</p> : found === null ? <p class="dim">{say(EVERYONE.curveNobody)}</p> : <Drawn found={found} view={view} />}
    </section>
  )
}

function Drawn({ found, view }: { readonly found: CurveAnswer; readonly view: PopulationView }) {
  const fact = say(found.fact)
  return (
    <>
      <p class="legend"><span class="key line-after" /> {say(EVERYONE.draft)} <span class="key line-before" /> {say(EVERYONE.compared)}</p>
      <Plot found={found} label={say(fill(EVERYONE.curveLabel, { clause: found.clause, fact }))} />
      <p class="dim curve-subject">{say(fill(EVERYONE.curveOf, found.subject))}</p>
      <h4>{say(EVERYONE.events)}</h4>
      {found.events.length === 0 ? <p class="dim">{say(EVERYONE.noEvents)}</p> : <ul class="curve-events">{found.events.map((event, index) => <li key={index} data-event={event.kind} data-which={event.which}><Which event={event} />{eventWords(event)}</li>)}</ul>}
      <Tabled view={view} sheet={{ name: `heng-curve-${found.clause}`, caption: say(fill(EVERYONE.curveCaption, { clause: found.clause, fact })), head: [fact, say(EVERYONE.amountBefore), say(EVERYONE.amountAfter)], rows: found.points.map(({ label, before, after }) => [say(label), before === null ? '' : yuan(before.possible), yuan(after.possible)]) }} />
    </>
  )
}

function eventWords({ kind, at, amount }: CurveEvent): string {
  return say(fill(kind === 'bend' ? EVERYONE.bend : EVERYONE.step, { at: say(at), amount: unitless(say(shortRange(amount))) }))
}

function Which({ event: { which } }: { readonly event: CurveEvent }) {
  return which === 'both' ? null : <span class={`tag ${which}`}>{say(which === 'before' ? EVERYONE.compared : EVERYONE.draft)}</span>
}
