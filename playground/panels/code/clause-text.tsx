import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { editBetween } from '../../state/edits.ts'
import { edit, endStep, evaluation, focus, focusOn, named, texts } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { OutlineEntry } from '../../workers/protocol.ts'
import { grow } from '../grow.ts'
import { DriftNote } from './drift-note.tsx'
import { followLiteral } from './follow-literal.ts'

/** The text of one statement in a plain text area, which every device can edit. */
export function ClauseText({ entry }: { readonly entry: OutlineEntry }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const composing = useSignal(false)
  const { file, span } = entry
  const text = evaluation.value?.texts[file]?.slice(span.start, span.end) ?? ''
  const { clause, scroll } = focus.value
  const chosen = clause !== null && clause === entry.id
  useEffect(() => {
    if (chosen) area.current?.scrollIntoView({ block: 'nearest' })
  }, [scroll])
  const isNamed = named.value !== null && named.value === entry.id
  useEffect(() => {
    if (!isNamed) return
    area.current?.focus({ preventScroll: true })
    area.current?.setSelectionRange(0, 0)
  }, [isNamed])
  useLayoutEffect(() => {
    const field = area.current
    if (field === null) return
    // A field that composes is left alone: setting its text would double what is typed.
    if (!composing.peek() && field.value !== text) {
      const at = field.selectionStart
      const focused = document.activeElement === field
      field.value = text
      if (focused) field.setSelectionRange(Math.min(at, text.length), Math.min(at, text.length))
    }
    grow(field)
  }, [text])
  const take = (written: string): void => {
    const change = editBetween(file, text, written)
    if (change === null) return
    const moved = { ...change, span: { start: change.span.start + span.start, end: change.span.end + span.start } }
    edit(followLiteral(evaluation.peek()?.figures ?? [], texts.peek(), moved), `text ${entry.key}`)
  }
  return (
    <section class={chosen ? 'clause chosen' : 'clause'} data-statement={entry.key}>
      <textarea ref={area} class="clause-text" spellcheck={false} autoCapitalize="off" aria-label={say(fill(WORDS.codeLabel, { id: entry.id ?? say(entry.name) }))} defaultValue={text}
        onFocus={() => { if (entry.id !== null) focusOn(entry.id, null, false) }}
        onCompositionStart={() => { composing.value = true }}
        onCompositionEnd={(event) => {
          composing.value = false
          take(event.currentTarget.value)
        }}
        onInput={(event) => { if (!composing.peek() && !event.isComposing) take(event.currentTarget.value) }}
        onBlur={endStep} />
      <ClauseNotes entry={entry} />
    </section>
  )
}

/** What is to be said below a clause. */
export function ClauseNotes({ entry }: { readonly entry: OutlineEntry }) {
  return (
    <>
      {entry.drifted.map((drift) => <DriftNote key={drift.quote} drift={drift} entry={entry} />)}
      <Findings statement={entry.key} />
    </>
  )
}

/** One mistake often brings others after it; the rest are among the findings. */
const MOST_FINDINGS = 1

function Findings({ statement }: { readonly statement: string }) {
  const found = evaluation.value?.findings.filter((each) => each.statement === statement && each.severity === 'error' && each.code !== 'citation-not-found').slice(0, MOST_FINDINGS) ?? []
  return (
    <>
      {found.map((each) => (
        <p key={`${each.code} ${each.span.start}`} class="clause-finding" role="alert"><strong>{say(each.message)}</strong> {say(each.hint)}</p>
      ))}
    </>
  )
}
