import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { figureText } from '../../figures/figure-text.ts'
import { evaluation, focus, focusOn } from '../../state/store.ts'
import { FIGURES } from '../../words/figures.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { Evaluation, Figure } from '../../workers/protocol.ts'
import { question } from '../everyone/state.ts'
import { FigureInput } from '../figure-input.tsx'
import { ownerOf } from '../focus.ts'
import { SheetActions, yuan } from '../sheet.tsx'
import type { Rows } from '../sheet.tsx'
import { StepCosts } from './step-cost.tsx'
import { known, listed, population, startSteps, without } from './steps.ts'

const wanted = signal('')

function matches(figure: Figure, text: string): boolean {
  const all = [figure.clause ?? '', figure.statement, figure.around.before, figure.digits + figure.unit, figure.around.after].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/).every((word) => all.includes(word))
}

/** 参数表: every figure with its clause, the words around it, the saved value and the draft's, which can be changed here. */
export function Figures() {
  const now = evaluation.value
  useEffect(startSteps, [])
  return now === null ? <p class="empty">{say(WORDS.preparing)}</p> : <Table now={now} />
}

function Table({ now }: { readonly now: Evaluation }) {
  const rows = now.figures.filter((each) => matches(each, wanted.value))
  const size = population.value
  useEffect(() => { listed.value = rows })
  return (
    <div class="figures">
      <label class="search"><span class="label">{say(WORDS.search)}</span>
        <input type="search" data-search="figures" placeholder={say(WORDS.searchHint)} value={wanted.value} onInput={(event) => { if (!event.isComposing) wanted.value = event.currentTarget.value }} onCompositionEnd={(event) => { wanted.value = event.currentTarget.value }} />
      </label>
      <div class="figures-about"><p class="dim">{size !== null ? say(fill(FIGURES.about, { count: size.count.toLocaleString('en'), seed: size.seed })) : without.value ? say(FIGURES.none) : say(FIGURES.weighing)}</p><SheetActions name={say(FIGURES.table)} rows={() => sheet(now)} /></div>
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
      <td>{figure.clause === null ? say(ownerOf(now, figure)) : <button type="button" class="clause-link" onClick={() => focusOn(figure.clause)}>{figure.clause}</button>}</td>
      <td class="words"><span class="dim">{figure.around.before}</span><b>{figure.digits}{figure.unit}</b><span class="dim">{figure.around.after}</span>{figure.source === null && <span class="tag">{say(WORDS.codeOnly)}</span>}<StepCosts figure={figure} /></td>
      <td class="number">{say(changed?.before ?? figureText(figure))}</td>
      <td class="number"><FigureInput figure={figure} place="table" /></td>
    </tr>
  )
}

const NO_COST = { up: null, down: null }

/** Every figure, whatever is searched for; costs that are not known yet stay empty. */
function sheet(now: Evaluation): Rows {
  const heads = [WORDS.columnClause, WORDS.columnBefore, WORDS.columnAfter, WORDS.columnSaved, WORDS.columnDraft].map(say)
  const costs = [FIGURES.columnMore, FIGURES.columnLess].flatMap((column) => [FIGURES.certain, FIGURES.most].map((each) => say(column) + say(each)))
  return [[...heads, ...costs], ...now.figures.map((figure) => {
    const found = known.value.get(figure.id)
    const { up, down } = found?.about === question.value ? found.answer ?? NO_COST : NO_COST
    const saved = now.changes.figures.find((each) => each.figure === figure.id)?.before ?? figureText(figure)
    return [
      say(ownerOf(now, figure)), figure.around.before, figure.around.after, say(saved), say(figureText(figure)),
      ...[up, down].flatMap((cost) => [yuan(cost?.committed ?? null), yuan(cost?.possible ?? null)]),
    ]
  })]
}
