import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { readDigits, figureEdits } from '../figures/write.ts'
import { stepped } from '../figures/number.ts'
import { hintSeen } from '../state/preferences.ts'
import { canUndo, edit, endStep, evaluation, focus, focusOn, texts, tourEdit } from '../state/store.ts'
import { fill, say } from '../words/say.ts'
import { WORDS } from '../words/words.ts'
import type { Figure } from '../workers/protocol.ts'
import { ownerOf } from './focus.ts'

/** Writes new digits everywhere that the figure stands. The figure is looked up anew: its places may have moved. */
export function writeFigure(id: string, digits: string): void {
  const figure = evaluation.peek()?.figures.find((each) => each.id === id)
  if (figure === undefined) return
  hintSeen.value = 'yes'
  edit(figureEdits(texts.peek(), figure, digits), `figure ${id}`)
}

/** The figure that the page invites to change on a first visit. */
export function isInvitation(figure: Figure): boolean {
  return hintSeen.value === 'no' && !canUndo.value && figure.clause === tourEdit.value?.clause && figure.digits + figure.unit === tourEdit.value?.from
}

interface FigureInputProps {
  readonly figure: Figure
  /** What the label is about beside the figure itself: the table and the paper both have it. */
  readonly place: 'paper' | 'table'
}

/** A figure in a light frame. Each key press that gives a number takes effect; half-composed text does not. */
export function FigureInput({ figure, place }: FigureInputProps) {
  const typed = useSignal<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const shown = typed.value ?? figure.digits
  const wrong = typed.value !== null && readDigits(typed.value) === null
  const inFocus = focus.value.figure === figure.id
  const inviting = place === 'paper' && isInvitation(figure)

  // The field keeps what is typed (“40.”) as long as it is worth the figure's digits; an undo elsewhere replaces it.
  useLayoutEffect(() => {
    if (typed.peek() !== null && readDigits(typed.peek() ?? '') !== null && Number(readDigits(typed.peek() ?? '')) !== Number(figure.digits)) typed.value = null
  }, [figure.digits])

  const take = (text: string): void => {
    typed.value = text
    const digits = readDigits(text)
    if (digits !== null) writeFigure(figure.id, digits)
  }
  const leave = (): void => {
    typed.value = null
    endStep()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Enter' || event.key === 'Escape') field.current?.blur()
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (sign === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    typed.value = null
    writeFigure(figure.id, stepped(figure.digits, figure.unit, sign * (event.shiftKey ? 10 : 1)))
  }
  const label = fill(WORDS.figureLabel, { clause: say(ownerOf(evaluation.peek(), figure)), before: figure.around.before.slice(-10), unit: figure.unit })
  return (
    <span class={`figure${inFocus ? ' in-focus' : ''}${inviting ? ' inviting' : ''}`}>
      <input ref={field} type="text" inputMode="decimal" autoComplete="off" spellcheck={false} class="figure-field" data-figure={figure.id} data-place={place} aria-label={say(label)} aria-invalid={wrong}
        title={wrong ? say(WORDS.figureWrong) : undefined} style={{ width: `${Math.max(1, shown.length) + 0.2}ch` }} value={shown}
        onFocus={(event) => {
          focusOn(figure.clause, figure.id, place !== 'paper')
          event.currentTarget.select()
        }}
        onInput={(event) => {
          if (!event.isComposing) take(event.currentTarget.value)
        }}
        onCompositionEnd={(event) => take(event.currentTarget.value)} onBlur={leave} onKeyDown={press} />
      <span class="figure-unit" onClick={() => field.current?.focus()}>{figure.unit.replaceAll('_', ' ')}</span>
    </span>
  )
}
