import { useSignal } from '@preact/signals'
import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import type { PopulationView } from '../../workers/population-protocol.ts'
import { size } from './state.ts'

const MOST = 20_000

/** What the population is made of, how many and from which seed; both can be changed here. */
export function Made({ view }: { readonly view: PopulationView }) {
  const wrong = useSignal(false)
  const setCount = (text: string): void => {
    const count = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
    wrong.value = count < 1 || count > MOST
    if (!wrong.value) size.value = { ...size.peek(), count }
  }
  const setSeed = (text: string): void => {
    if (text.trim() !== '') size.value = { ...size.peek(), seed: text.trim() }
  }
  const changed = size.value.count !== null || size.value.seed !== null
  return (
    <section class="made" aria-label={say(view.title)}>
      <p class="made-title">{say(view.title)}</p>
      <p class="made-first">{say(view.assumptions[0] ?? view.title)}</p>
      <div class="made-size">
        <label>{say(EVERYONE.count)} <input inputMode="numeric" data-population="count" value={String(view.count)} aria-invalid={wrong.value} aria-describedby={wrong.value ? 'count-wrong' : undefined} onChange={(event) => setCount(event.currentTarget.value)} /></label>
        <label>{say(EVERYONE.seed)} <input data-population="seed" value={view.seed} onChange={(event) => setSeed(event.currentTarget.value)} /></label>
        {changed && <button type="button" class="link" data-action="as-file" onClick={() => { size.value = { count: null, seed: null } }}>{say(EVERYONE.asFile)}</button>}
      </div>
      {wrong.value && <p class="field-wrong" id="count-wrong" role="alert">{say(EVERYONE.countWrong)}</p>}
      <details>
        <summary>{say(EVERYONE.assumptions)}</summary>
        <ul class="assumptions">
          {view.assumptions.map((each, index) => <li key={index}>{say(each)}</li>)}
          {view.silent.length > 0 && <li>{say(fill(EVERYONE.silent, { facts: view.silent.map(say).join('，') }))}</li>}
        </ul>
      </details>
    </section>
  )
}
