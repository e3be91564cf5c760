import { useSignal } from '@preact/signals'
import type { Text } from '../../../src/explain/text.ts'
import { mine } from '../../dossiers/mine.ts'
import { LONGEST_LINK } from '../../share/address.ts'
import { makeLink, received } from '../../state/sharing.ts'
import type { Received } from '../../state/sharing.ts'
import { fill, say } from '../../words/say.ts'
import { SHARE } from '../../words/share.ts'
import { WORDS } from '../../words/words.ts'

/** A link to the draft, and what is in it. */
export function Share() {
  const link = useSignal<string | null>(null)
  const told = useSignal<Text>(SHARE.copy)
  const ticked = useSignal(false)
  const make = (withDossiers: boolean): void => {
    ticked.value = withDossiers
    told.value = SHARE.copy
    link.value = null
    void makeLink(withDossiers).then((made) => { if (ticked.peek() === withDossiers) link.value = made })
  }
  const copy = async (): Promise<void> => {
    if (link.value === null) return
    told.value = await navigator.clipboard.writeText(link.value).then(() => SHARE.copied, () => SHARE.notCopied)
  }
  const count = mine.value.length
  const length = link.value?.length ?? 0
  return (
    <details class="menu" data-menu="share" onToggle={(event) => {
      ticked.value = false
      if (event.currentTarget.open) make(false)
    }}>
      <summary>{say(SHARE.share)}</summary>
      <div class="menu-body">
        <p class="dim">{say(SHARE.what)}</p>
        {count === 0 ? <p class="dim">{say(SHARE.noDossiers)}</p> : (
          <label class="tick"><input type="checkbox" data-action="share-dossiers" checked={ticked.value} onChange={(event) => make(event.currentTarget.checked)} /> {say(fill(SHARE.tick, { count }))}</label>
        )}
        {ticked.value && <p class="loss" role="alert">{say(SHARE.ticked)}</p>}
        <textarea class="share-link" readOnly rows={4} aria-label={say(SHARE.link)} value={link.value ?? ''} onFocus={(event) => event.currentTarget.select()} />
        {length > LONGEST_LINK && <p class="loss">{say(fill(SHARE.long, { count: length }))}</p>}
        <button type="button" data-action="copy-link" disabled={link.value === null} onClick={() => void copy()}>{say(told.value)}</button>
      </div>
    </details>
  )
}

function noteOf(now: Received): readonly Text[] {
  switch (now.kind) {
    case 'broken': return [SHARE.broken]
    case 'elsewhere': return [fill(SHARE.elsewhere, { name: now.name })]
    case 'no-clause': return [fill(SHARE.noClause, { clause: now.clause, first: now.first })]
    case 'opened': return [
      ...(now.refused.length > 0 ? [fill(SHARE.refused, { list: now.refused.map(shortKey).join('、') })] : now.changed ? [SHARE.changed] : []),
      ...(now.dossiers > 0 ? [fill(SHARE.dossiers, { count: now.dossiers })] : []),
    ]
  }
}

/** `clause 6.1` is 6.1 to a reader. */
const shortKey = (key: string): string => key.split(' ').slice(1).join(' ') || key

/** What became of the link that the page was opened with, as long as there is something to say. */
export function ReceivedNote() {
  const now = received.value
  const notes = now === null ? [] : noteOf(now)
  if (now === null || notes.length === 0) return null
  return (
    <div class="received-note" role="alert" data-received={now.kind}>
      <div>{notes.map((each) => <p key={each.en}>{say(each)}</p>)}</div>
      <button type="button" class="quiet" onClick={() => { received.value = null }}>{say(WORDS.close)}</button>
    </div>
  )
}
