import '../../styles/readings.css'
import { useMemo } from 'preact/hooks'
import { days, evaluation, focusOn, others, readings, renames, texts } from '../../state/store.ts'
import { exact, short, signed } from '../../words/amounts.ts'
import { READINGS } from '../../words/readings.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { AmbiguityView, ReadingEffect, ReadingView } from '../../workers/protocol.ts'
import { Amount } from '../applicants/amount.tsx'
import { useLatest } from '../latest.ts'
import { SheetActions, yuan } from '../sheet.tsx'

/** A switch for each ambiguity, and beside each reading what it would change, for whom. */
export function Readings() {
  const now = evaluation.value
  const [draft, chosen, sample, when, renamed] = [texts.value, readings.value, others.value, days.value, renames.value]
  const question = useMemo(() => ({ texts: draft, scenario: { ...when, renames: renamed, readings: chosen, others: sample } }), [draft, chosen, sample, when, renamed])
  const { answer, current, problem } = useLatest('readings', now === null ? null : question)
  if (problem !== null) return <p class="empty" role="alert">{say(fill(WORDS.failed, { problem: problem.split('\n')[0] ?? '' }))}</p>
  if (answer === null) return <p class="empty">{say(current ? READINGS.wrong : WORDS.preparing)}</p>
  if (answer.length === 0) return <p class="empty">{say(READINGS.none)}</p>
  return (
    <div class="readings" data-readings={current ? 'yes' : 'no'}>
      <p class="part-hint">{say(READINGS.hint)}</p>
      <div class="readings-bar">
        {chosen.length > 0 && <p class="readings-chosen">{say(fill(READINGS.chosen, { count: chosen.length }))} <button type="button" data-action="default-readings" onClick={() => { readings.value = [] }}>{say(READINGS.back)}</button></p>}
        <SheetActions name={say(READINGS.tableName)} rows={() => sheetOf(answer)} />
        <span class="dim" role="status">{current ? '' : say(READINGS.stale)}</span>
      </div>
      {answer.map((each) => <Ambiguity key={each.id} ambiguity={each} />)}
      <p class="sample-note">{say(READINGS.sample)}</p>
    </div>
  )
}

function choose(ambiguity: string, reading: ReadingView): void {
  const rest = readings.peek().filter((each) => each.ambiguity !== ambiguity)
  readings.value = reading.isDefault ? rest : [...rest, { ambiguity, reading: reading.name.zh }]
}

/** What is chosen on the page now; the worker's answer may be about the choice before. */
function inUse(ambiguity: AmbiguityView, reading: ReadingView): boolean {
  const own = readings.value.find((each) => each.ambiguity === ambiguity.id)
  return own === undefined ? reading.isDefault : own.reading === reading.name.zh
}

function Ambiguity({ ambiguity }: { readonly ambiguity: AmbiguityView }) {
  const { id, question, at } = ambiguity
  return (
    <fieldset class="ambiguity" data-ambiguity={id}>
      <legend><b>{id}</b> {say(question)}</legend>
      <p class="ambiguity-at">{at.length === 0 ? <span class="dim">{say(READINGS.whole)}</span> : at.map((clause) => <button key={clause} type="button" class="clause-link" onClick={() => focusOn(clause)}>{clause}</button>)}</p>
      {ambiguity.readings.map((reading) => {
        const chosen = inUse(ambiguity, reading)
        return (
          <div key={reading.name.zh} class={chosen ? 'reading chosen' : 'reading'} data-reading={reading.name.zh}>
            <label class="reading-choice">
              <input type="radio" name={`reading ${id}`} value={reading.name.zh} checked={chosen} onChange={() => choose(id, reading)} />
              <span class="reading-meaning">{say(reading.meaning)}{reading.isDefault && <span class="tag">{say(READINGS.isDefault)}</span>}{chosen && <span class="tag in-use">{say(READINGS.inUse)}</span>}</span>
            </label>
            {!chosen && reading.effect !== null && <Effect effect={reading.effect} />}
          </div>
        )
      })}
    </fieldset>
  )
}

function Change({ fen, words }: { readonly fen: bigint; readonly words: typeof READINGS.certain }) {
  const direction = fen > 0n ? 'gain' : fen < 0n ? 'loss' : 'dim'
  return <span class={direction} title={say(exact({ committed: fen, possible: fen }))}>{say(fill(words, { change: fen === 0n ? say(short(0n)) : say(signed(fen)) }))}</span>
}

function Effect({ effect: { applicants, change, total, who } }: { readonly effect: ReadingEffect }) {
  if (applicants === 0) return <p class="reading-effect dim">{say(READINGS.same)}</p>
  const [committed, possible] = [say(short(total.committed)), say(short(total.possible ?? total.committed))]
  return (
    <div class="reading-effect">
      <p><b>{say(fill(READINGS.effect, { count: applicants }))}</b> <Change fen={change.committed} words={READINGS.certain} /> <Change fen={change.possible} words={READINGS.most} /></p>
      <details>
        <summary>{say(READINGS.who)}</summary>
        <p class="dim">{say(fill(READINGS.total, { committed, possible }))}</p>
        <ul class="reading-who">
          {who.map((each) => (
            <li key={each.id} data-affected={each.id}>
              <span>{each.name} {each.clauses.map((clause) => <button key={clause} type="button" class="clause-link" onClick={() => focusOn(clause)}>{clause}</button>)}</span>
              <Amount before={each.before} after={each.after} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

function sheetOf(ambiguities: readonly AmbiguityView[]): readonly (readonly string[])[] {
  const yes = (value: boolean): string => say(value ? READINGS.yes : READINGS.no)
  return [
    [READINGS.ambiguity, READINGS.question, READINGS.reading, READINGS.isDefault, READINGS.isChosen, READINGS.applicants, READINGS.committedChange, READINGS.possibleChange].map(say),
    ...ambiguities.flatMap((ambiguity) => ambiguity.readings.map((reading) => [
      ambiguity.id, say(ambiguity.question), say(reading.meaning), yes(reading.isDefault), yes(reading.chosen),
      ...(reading.effect === null ? ['', '', ''] : [String(reading.effect.applicants), yuan(reading.effect.change.committed), yuan(reading.effect.change.possible)]),
    ])),
  ]
}
