import './readings.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { days, evaluation, focusOn, others, readings } from '../../state/store.ts'
import { signed } from '../../words/amounts.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { ask } from '../../workers/client.ts'
import type { AmbiguityView, ReadingView } from '../../workers/protocol.ts'

/** A switch for each ambiguity, and beside each reading what it would change. */
export function Readings() {
  const found = useSignal<readonly AmbiguityView[] | null>(null)
  const now = evaluation.value
  const chosen = readings.value
  const texts = now?.texts
  const sample = others.value
  useEffect(() => {
    if (texts === undefined) return
    let current = true
    void ask('readings', { texts, scenario: { ...days.peek(), readings: chosen, others: sample } }, 'long').then((answer) => {
      if (current && answer !== null) found.value = answer
    }, () => undefined)
    return () => { current = false }
  }, [texts, chosen, sample])
  if (found.value === null) return <p class="empty">{say(WORDS.preparing)}</p>
  if (found.value.length === 0) return <p class="empty">{say(WORDS.noReadings)}</p>
  return (
    <div class="readings">
      <p class="dim">{say(WORDS.readingsHint)}</p>
      {chosen.length > 0 && <p class="readings-chosen">{say(fill(WORDS.readingsChosen, { count: chosen.length }))} <button type="button" data-action="default-readings" onClick={() => { readings.value = [] }}>{say(WORDS.readingReset)}</button></p>}
      {found.value.map((each) => <Ambiguity key={each.id} ambiguity={each} />)}
    </div>
  )
}

function choose(ambiguity: string, reading: ReadingView): void {
  const rest = readings.peek().filter((each) => each.ambiguity !== ambiguity)
  readings.value = reading.isDefault ? rest : [...rest, { ambiguity, reading: reading.name.zh }]
}

function Ambiguity({ ambiguity }: { readonly ambiguity: AmbiguityView }) {
  const { id, question, at } = ambiguity
  return (
    <fieldset class="ambiguity" data-ambiguity={id}>
      <legend><b>{id}</b> {say(question)} {at.map((clause) => <button key={clause} type="button" class="clause-link" onClick={() => focusOn(clause)}>{clause} </button>)}</legend>
      {ambiguity.readings.map((reading) => (
        <label key={reading.name.zh} class={reading.chosen ? 'reading chosen' : 'reading'}>
          <input type="radio" name={`reading ${id}`} value={reading.name.zh} checked={reading.chosen} onChange={() => choose(id, reading)} />
          <span class="reading-meaning">{say(reading.meaning)}{reading.isDefault && <span class="tag">{say(WORDS.readingDefault)}</span>}</span>
          <span class="reading-effect"><Effect effect={reading.effect} /></span>
        </label>
      ))}
    </fieldset>
  )
}

function Effect({ effect }: { readonly effect: ReadingView['effect'] }) {
  if (effect === null) return null
  const { applicants, change } = effect
  if (applicants === 0) return <span class="dim">{say(WORDS.readingSame)}</span>
  const words = change.committed === change.possible ? signed(change.committed) : { zh: `${signed(change.committed).zh} 至 ${signed(change.possible).zh}`, en: `${signed(change.committed).en} to ${signed(change.possible).en}` }
  return <span class={change.possible < 0n || change.committed < 0n ? 'loss' : 'gain'}>{say(fill(WORDS.readingEffect, { count: applicants, change: say(words) }))}</span>
}
