import { signal } from '@preact/signals'
import { KeyCode } from 'monaco-editor/editor'
import type { editor } from 'monaco-editor/editor'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Text } from '../../src/explain/text.ts'
import { edit, endStep, texts } from '../state/store.ts'
import { EDITOR_WORDS } from '../words/editor.ts'
import { say } from '../words/say.ts'
import { ask } from '../workers/client.ts'
import { asked } from './providers.ts'

/** A name that is being changed, and where its box stands over the editor. */
interface Renaming {
  readonly instance: editor.IStandaloneCodeEditor
  readonly text: string
  readonly top: number
  readonly left: number
  readonly problem: Text | null
  /** There is no name at the cursor. */
  readonly nameless: boolean
}

const renaming = signal<Renaming | null>(null)
const LINE = 24

/**
 * The box opens with the key itself, before anyone has been asked: what is typed next is for it. Monaco's own box comes and takes the keyboard
 * a tenth of a second later, and what is typed meanwhile goes into the clause.
 */
function open(instance: editor.IStandaloneCodeEditor): void {
  const [model, position] = [instance.getModel(), instance.getPosition()]
  if (model === null || position === null) return
  instance.revealPosition(position)
  const word = model.getWordAtPosition(position)
  const place = instance.getScrolledVisiblePosition({ lineNumber: position.lineNumber, column: word?.startColumn ?? position.column })
  renaming.value = { instance, text: word?.word ?? '', top: (place?.top ?? 0) + LINE, left: place?.left ?? 0, problem: null, nameless: false }
  const opened = renaming.peek()
  const here = asked(model, position)
  void (here === null ? Promise.resolve(null) : ask('renameable', here.ask)).then((found) => {
    if (renaming.peek() !== opened || opened === null) return
    if (found === null) renaming.value = { ...opened, problem: EDITOR_WORDS.noName, nameless: true }
    else if (found.text !== opened.text) renaming.value = { ...opened, text: found.text }
  })
}

function close(): void {
  const now = renaming.peek()
  renaming.value = null
  now?.instance.focus()
}

async function accept(to: string): Promise<void> {
  const now = renaming.peek()
  const [model, position] = [now?.instance.getModel(), now?.instance.getPosition()]
  if (now === null || now.nameless || model == null || position == null) return close()
  const here = asked(model, position)
  if (here === null) return close()
  const answer = await ask('rename', { ...here.ask, to })
  if (renaming.peek() !== now) return
  if (answer.kind === 'refused') {
    renaming.value = { ...now, problem: answer.message }
    return
  }
  // The page makes the edits: they reach files that are not on the screen, and are one step of its history.
  if (texts.peek() === here.screen.texts) {
    edit(answer.edits)
    endStep()
  }
  close()
}

export function addRename(instance: editor.IStandaloneCodeEditor): void {
  instance.addAction({ id: 'heng.rename', label: say(EDITOR_WORDS.rename), keybindings: [KeyCode.F2], contextMenuGroupId: '1_modification', contextMenuOrder: 1, run: open })
}

export function RenameBox() {
  const now = renaming.value
  return now === null ? null : <Box key={now.text} now={now} />
}

const PROBLEM = 'rename-problem'

function Box({ now }: { readonly now: Renaming }) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const press = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void accept(field.current?.value ?? '')
    } else if (event.key === 'Escape' || event.key === 'F2') {
      event.preventDefault()
      close()
    }
  }
  return (
    <div class="rename-box" style={{ top: `${now.top}px`, left: `${now.left}px` }}>
      <input ref={field} type="text" defaultValue={now.text} readOnly={now.nameless} autoComplete="off" spellcheck={false} aria-label={say(EDITOR_WORDS.newName)}
        aria-invalid={now.problem !== null} aria-describedby={PROBLEM} onKeyDown={press} onBlur={() => { if (renaming.peek() === now) renaming.value = null }} />
      <p id={PROBLEM} role="status" class={now.problem === null ? 'dim' : 'loss'}>{say(now.problem ?? EDITOR_WORDS.renameKeys)}</p>
    </div>
  )
}
