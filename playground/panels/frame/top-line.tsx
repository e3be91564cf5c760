import { canRedo, canUndo, evaluation, failure, redo, tourEdit, undo } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { summary } from '../../words/summary.ts'
import { WORDS } from '../../words/words.ts'
import { isInvitation } from '../figure-input.tsx'

/** The one sentence above everything: what changed, who gains and loses, what it costs, what was not counted. */
export function TopLine() {
  const now = evaluation.value
  const changed = now !== null && summary(now) !== null
  const words = failure.value !== null ? fill(WORDS.failed, { problem: failure.value.split('\n')[0] ?? '' }) : now === null ? WORDS.preparing : (summary(now) ?? (tourEdit.value !== null && now.figures.some(isInvitation) ? fill(WORDS.invitation, { ...tourEdit.value }) : WORDS.unchanged))
  return (
    <div class={changed ? 'top-line changed' : 'top-line'}>
      <p role="status" aria-live="polite" data-top-line>{say(words)}</p>
      <div class="top-actions">
        <button type="button" data-action="undo" disabled={!canUndo.value} onClick={undo}>{say(WORDS.undo)}</button>
        <button type="button" data-action="redo" disabled={!canRedo.value} onClick={redo}>{say(WORDS.redo)}</button>
      </div>
    </div>
  )
}
