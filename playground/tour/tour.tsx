import './tour.css'
import { effect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Text } from '../../src/explain/text.ts'
import { tour } from '../state/preferences.ts'
import type { TourStep } from '../state/preferences.ts'
import { canUndo, evaluation, focusOn, tab, tourEdit, undo } from '../state/store.ts'
import { TOUR_WORDS } from '../words/tour.ts'
import { fill, say } from '../words/say.ts'
import { shown } from '../panels/frame/panes.tsx'

const edited = (): boolean => evaluation.value?.changes.figures.some((each) => each.clause === tourEdit.value?.clause) === true

function toFigure(): void {
  const clause = tourEdit.peek()?.clause
  if (clause === undefined) return
  shown.value = 'source'
  focusOn(clause)
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`[data-segment="${clause}"] .figure-field`)?.focus())
}

function toChanges(): void {
  shown.value = 'effect'
  tab.value = 'changes'
}

interface Step {
  readonly words: Text
  readonly button: Text
  readonly act: () => void
  readonly next: TourStep
  /** What the drafter does goes on to the next step by itself. */
  readonly isDone: () => boolean
}

const STEPS: Readonly<Record<Exclude<TourStep, 'done'>, Step>> = {
  1: { words: TOUR_WORDS.edit, button: TOUR_WORDS.there, act: toFigure, next: '2', isDone: edited },
  2: { words: TOUR_WORDS.effect, button: TOUR_WORDS.next, act: () => { tour.value = '3' }, next: '3', isDone: () => false },
  3: { words: TOUR_WORDS.changes, button: TOUR_WORDS.look, act: toChanges, next: '4', isDone: () => tab.value === 'changes' },
  4: { words: TOUR_WORDS.undo, button: { zh: '撤销', en: 'Undo' }, act: undo, next: 'done', isDone: () => !canUndo.value },
}

/** Four small steps on a real edit, in a line that hinders nothing; once done or put away it does not come back. */
export function Tour() {
  useEffect(() => effect(() => {
    const now = tour.value
    if (now === 'done' || evaluation.value === null) return
    const { isDone, next } = STEPS[now]
    if (isDone()) tour.value = next
  }), [])
  const now = tour.value
  const here = tourEdit.value
  if (now === 'done' || here === null) return null
  const { words, button, act } = STEPS[now]
  return (
    <aside class="tour" aria-label={say(TOUR_WORDS.tour)} data-tour={now}>
      <p role="status"><strong>{say(fill(TOUR_WORDS.step, { step: now }))}</strong> {say(fill(words, { ...here }))}</p>
      <button type="button" data-action="tour-next" onClick={act}>{say(button)}</button>
      <button type="button" class="quiet" data-action="tour-end" onClick={() => { tour.value = 'done' }}>{say(TOUR_WORDS.end)}</button>
    </aside>
  )
}
