import { cannotKeep, forget, others, recovered, resume } from '../../state/autosave.ts'
import { fingerprintOf } from '../../state/drafts.ts'
import type { StoredDraft } from '../../state/drafts.ts'
import { language } from '../../state/preferences.ts'
import { canUndo, discard, original } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

function time(at: number): string {
  return new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Drafts that the browser keeps: the one that was recovered, those of other times and tabs, and the way back to the saved text. */
export function Drafts() {
  const found = recovered.value
  const count = others.value.length
  return (
    <details class="menu" data-menu="drafts">
      <summary>{say(WORDS.drafts)}{count > 0 && <span class="count"> {count}</span>}{cannotKeep.value && <span class="loss"> !</span>}</summary>
      <div class="menu-body">
        {cannotKeep.value ? <p class="loss" role="alert">{say(WORDS.draftCannotKeep)}</p> : <p class="dim">{say(WORDS.draftsHint)}</p>}
        {found !== null && <p data-recovered>{say(fill(WORDS.draftRecovered, { time: time(found.at) }))}</p>}
        <button type="button" data-action="discard" disabled={!canUndo.value} onClick={discard}>{say(WORDS.draftDiscard)}</button>
        <h3>{say(WORDS.draftOthers)}</h3>
        {count === 0 ? <p class="dim">{say(WORDS.draftNone)}</p> : <ul>{others.value.map((draft) => <Other key={draft.id} draft={draft} />)}</ul>}
      </div>
    </details>
  )
}

function Other({ draft }: { readonly draft: StoredDraft }) {
  const old = draft.base !== fingerprintOf(original.value)
  return (
    <li class="other-draft" data-draft={draft.id}>
      <p><strong>{time(draft.at)}</strong> {say(draft.summary)}{old && <span class="dim"> {say(WORDS.draftOldBase)}</span>}</p>
      <button type="button" onClick={() => void resume(draft)}>{say(WORDS.draftResume)}</button>
      <button type="button" class="quiet" onClick={() => void forget(draft)}>{say(WORDS.draftForget)}</button>
    </li>
  )
}
