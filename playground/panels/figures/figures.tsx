import { signal } from '@preact/signals'
import { figureText } from '../../figures/figure-text.ts'
import { evaluation, focus, focusOn } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { Evaluation, Figure } from '../../workers/protocol.ts'
import { FigureInput } from '../figure-input.tsx'

const wanted = signal('')

function matches(figure: Figure, text: string): boolean {
  const all = [figure.clause ?? '', figure.statement, figure.around.before, figure.digits + figure.unit, figure.around.after].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/).every((word) => all.includes(word))
}

/** 参数表: every figure with its clause, the words around it, the saved value and the draft's, which can be changed here. */
export function Figures() {
  const now = evaluation.value
  if (now === null) return <p class="empty">{say(WORDS.preparing)}</p>
  const rows = now.figures.filter((each) => matches(each, wanted.value))
  return (
    <div class="figures">
      <label class="search"><span class="label">{say(WORDS.search)}</span>
        <input type="search" data-search="figures" placeholder={say(WORDS.searchHint)} value={wanted.value} onInput={(event) => { if (!event.isComposing) wanted.value = event.currentTarget.value }} onCompositionEnd={(event) => { wanted.value = event.currentTarget.value }} />
      </label>
      {rows.length === 0 ? <p class="empty">{say(WORDS.noFigures)}</p> : (
        <table class="table">
          <caption>{say(WORDS.figuresCaption)}</caption>
          <thead><tr><th scope="col">{say(WORDS.columnClause)}</th><th scope="col">{say(WORDS.columnWords)}</th><th scope="col" class="number">{say(WORDS.columnSaved)}</th><th scope="col" class="number">{say(WORDS.columnDraft)}</th></tr></thead>
          <tbody>{rows.map((figure) => <Row key={figure.id} figure={figure} evaluation={now} />)}</tbody>
        </table>
      )}
      <p class="sample-note">{say(fill(WORDS.countFigures, { count: rows.length }))}</p>
    </div>
  )
}

function Row({ figure, evaluation: now }: { readonly figure: Figure; readonly evaluation: Evaluation }) {
  const changed = now.changes.figures.find((each) => each.figure === figure.id)
  const inFocus = focus.value.clause === figure.clause && figure.clause !== null
  return (
    <tr class={`${changed === undefined ? '' : 'changed'} ${inFocus ? 'in-focus' : ''}`} data-row={figure.id}>
      <td>{figure.clause === null ? figure.statement.split(' ').slice(1).join(' ') : <button type="button" class="clause-link" onClick={() => focusOn(figure.clause)}>{figure.clause}</button>}</td>
      <td class="words"><span class="dim">{figure.around.before}</span><b>{figure.digits}{figure.unit}</b><span class="dim">{figure.around.after}</span>{figure.source === null && <span class="tag">{say(WORDS.codeOnly)}</span>}</td>
      <td class="number">{say(changed?.before ?? figureText(figure))}</td>
      <td class="number"><FigureInput figure={figure} place="table" /></td>
    </tr>
  )
}
