import { useSignal } from '@preact/signals'
import { LONGEST_LINK } from '../../share/link.ts'
import { makeLink, received } from '../../state/sharing.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

/** A link to the draft, and what is in it. */
export function Share() {
  const link = useSignal<string | null>(null)
  const copied = useSignal(false)
  const copy = async (): Promise<void> => {
    if (link.value === null) return
    copied.value = await navigator.clipboard.writeText(link.value).then(() => true, () => false)
  }
  return (
    <details class="menu" data-menu="share" onToggle={(event) => {
      copied.value = false
      link.value = null
      if (event.currentTarget.open) void makeLink().then((made) => { link.value = made })
    }}>
      <summary>{say(WORDS.share)}</summary>
      <div class="menu-body">
        <p class="dim">{say(WORDS.shareWhat)}</p>
        <textarea class="share-link" readOnly rows={4} aria-label={say(WORDS.shareLink)} value={link.value ?? ''} onFocus={(event) => event.currentTarget.select()} />
        {(link.value?.length ?? 0) > LONGEST_LINK && <p class="loss">{say(fill(WORDS.shareLong, { count: link.value?.length ?? 0 }))}</p>}
        <button type="button" data-action="copy-link" disabled={link.value === null} onClick={() => void copy()}>{say(copied.value ? WORDS.shareCopied : WORDS.shareCopy)}</button>
      </div>
    </details>
  )
}

/** What became of the link that the page was opened with, as long as there is something to say. */
export function ReceivedNote() {
  const now = received.value
  if (now === null || (now.kind === 'opened' && now.refused.length === 0)) return null
  const words = now.kind === 'broken' ? WORDS.linkBroken : fill(WORDS.linkRefused, { list: now.refused.join('、') })
  return (
    <div class="received-note" role="alert" data-received={now.kind}>
      <p>{say(words)}</p>
      <button type="button" class="quiet" onClick={() => { received.value = null }}>{say(WORDS.close)}</button>
    </div>
  )
}
