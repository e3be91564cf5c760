import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { editBetween } from '../../state/edits.ts'
import { SOURCE_FILE } from '../../state/source-file.ts'
import { edit, endStep, evaluation, texts } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { followLiteral } from '../code/follow-literal.ts'
import { grow } from '../grow.ts'

/** A sentence of the official text while it is rewritten. A changed figure changes the code; other words make the quotation drift. */
export function SentenceEditor({ id, sentence, close }: { readonly id: string; readonly sentence: string; readonly close: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  useEffect(() => field.current?.focus(), [])
  useLayoutEffect(() => {
    const area = field.current
    if (area === null) return
    if (!composing.current && area.value !== sentence) area.value = sentence
    grow(area)
  }, [sentence])
  const take = (written: string): void => {
    // A sentence stays on its line: a line break would make it another paragraph.
    const change = editBetween(SOURCE_FILE, sentence, written.replace(/\s*\n\s*/g, ''))
    if (change === null) return
    const segment = evaluation.peek()?.segments.find((each) => each.id === id)
    if (segment === undefined) return
    const placed = { ...change, span: { start: change.span.start + segment.span.start, end: change.span.end + segment.span.start } }
    edit(followLiteral(evaluation.peek()?.figures ?? [], texts.peek(), placed), `sentence ${id}`)
  }
  const finish = (): void => {
    endStep()
    close()
  }
  return (
    <textarea ref={field} class="sentence-editor" rows={1} spellcheck={false} aria-label={say(fill(WORDS.sentence, { id }))} defaultValue={sentence}
      onClick={(event) => event.stopPropagation()}
      onCompositionStart={() => { composing.current = true }}
      onCompositionEnd={(event) => {
        composing.current = false
        take(event.currentTarget.value)
      }}
      onInput={(event) => { if (!composing.current && !event.isComposing) take(event.currentTarget.value) }}
      onKeyDown={(event) => { if (!event.isComposing && (event.key === 'Enter' || event.key === 'Escape')) finish() }}
      onBlur={finish} />
  )
}
