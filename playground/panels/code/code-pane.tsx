import { signal } from '@preact/signals'
import { evaluation, focus, focusOn } from '../../state/store.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { entryOfClause, numbered } from '../focus.ts'
import { ClauseText } from './clause-text.tsx'

/** All statements as one scroll in the order of the text, or the clause in focus alone. */
export const showAll = signal(false)

export function CodePane() {
  const now = evaluation.value
  const { clause } = focus.value
  if (now === null) return <div class="view-bar"><h2>{say(WORDS.code)}</h2></div>
  const entry = entryOfClause(now, clause)
  const shown = showAll.value ? now.outline : entry === null ? [] : [entry]
  return (
    <>
      <div class="view-bar">
        <h2>{say(WORDS.code)}</h2>
        <select class="clause-choice" aria-label={say(WORDS.codeChoose)} value={clause ?? ''} onChange={(event) => focusOn(event.currentTarget.value)}>
          {entry === null && <option value="">—</option>}
          {numbered(now).map((each) => <option key={each.key} value={each.id ?? ''}>{each.id} {say(each.name)}</option>)}
        </select>
        <button type="button" class="quiet" aria-pressed={showAll.value} data-action="all-clauses" onClick={() => { showAll.value = !showAll.value }}>{say(showAll.value ? WORDS.oneClause : WORDS.all)}</button>
      </div>
      <div class="code-scroll">
        {shown.length === 0 && <p class="empty">{say(WORDS.codeEmpty)}</p>}
        {shown.map((each) => <ClauseText key={each.key} entry={each} />)}
      </div>
    </>
  )
}
