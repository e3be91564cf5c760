import { signal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { language, writing } from '../../state/preferences.ts'
import type { Language } from '../../state/preferences.ts'
import { evaluation, focus, focusOn, named } from '../../state/store.ts'
import { say } from '../../words/say.ts'
import { EDITOR_WORDS } from '../../words/editor.ts'
import { WORDS } from '../../words/words.ts'
import { entryOfClause, numbered } from '../focus.ts'
import { memo } from '../memo.tsx'
import { ClauseNotes, ClauseText } from './clause-text.tsx'
import { showAll } from './show-all.ts'

type EditorView = FunctionComponent<{ readonly height: number | null }>

/** Monaco takes its words when it is loaded: there is one of each language. */
const editors = signal<Readonly<Partial<Record<Language, EditorView>>>>({})
/** Of the text area that the editor takes the place of, for as long as the clause is the same: what stands below it does not move. */
const height = signal<{ readonly of: string | null; readonly least: number } | null>(null)
const FINE = '(pointer: fine)'
/** After the first answer is on the screen. */
const WAIT = 150

async function loadEditor(of: Language): Promise<EditorView> {
  if (of === 'en') return (await import('virtual:editor/en')).Editor
  await import('monaco-editor/nls/lang/zh-cn')
  return (await import('virtual:editor/zh')).Editor
}

/** Puts the editor in the place of the text area, not while one is writing in it. */
function useEditor(ready: boolean, area: { readonly current: HTMLElement | null }): void {
  const wanted = writing.value === 'editor'
  const of = language.value
  useEffect(() => {
    if (!ready || !wanted || editors.peek()[of] !== undefined || !matchMedia(FINE).matches) return
    let stopped = false
    const timer = setTimeout(() => void loadEditor(of).then((Editor) => {
      const put = (): void => {
        if (stopped) return
        if (named.peek() === null && area.current?.contains(document.activeElement) === true) {
          area.current.addEventListener('focusout', () => setTimeout(put), { once: true })
          return
        }
        const least = area.current?.querySelector('textarea')?.offsetHeight
        height.value = least === undefined ? null : { of: focus.peek().clause, least }
        editors.value = { ...editors.peek(), [of]: Editor }
      }
      put()
    }, () => undefined), WAIT)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [ready, wanted, of])
}

export function CodePane() {
  const now = evaluation.value
  const area = useRef<HTMLDivElement>(null)
  useEditor(now !== null, area)
  const { clause } = focus.value
  if (now === null) return <div class="view-bar"><h2>{say(WORDS.code)}</h2></div>
  const entry = entryOfClause(now, clause)
  const shown = showAll.value ? now.outline : entry === null ? [] : [entry]
  const Rich = writing.value === 'editor' && shown.length > 0 ? editors.value[language.value] : undefined
  return (
    <>
      <div class="view-bar">
        <h2>{say(WORDS.code)}</h2>
        <ClauseChoice clause={entry === null ? null : clause} clauses={numbered(now).map(({ id, name }) => `${id} ${say(name)}`)} />
        <button type="button" class="quiet" aria-pressed={showAll.value} data-action="all-clauses" onClick={() => { showAll.value = !showAll.value }}>{say(showAll.value ? WORDS.oneClause : WORDS.all)}</button>
      </div>
      <div ref={area} class={Rich !== undefined && showAll.value ? 'code-scroll whole' : 'code-scroll'}>
        {shown.length === 0 && <p class="empty">{say(WORDS.codeEmpty)}</p>}
        {Rich !== undefined && <Rich key={language.value} height={showAll.value || height.value?.of !== clause ? null : height.value?.least ?? null} />}
        {Rich !== undefined && !showAll.value && entry !== null && <div><ClauseNotes entry={entry} /></div>}
        {Rich === undefined && shown.map((each) => <ClauseText key={each.key} entry={each} />)}
        {(Rich !== undefined || writing.value === 'plain') && <Choice />}
      </div>
    </>
  )
}

/** `clause`: the one shown; `clauses`: of each its number and name. */
const ClauseChoice = memo(({ clause, clauses }: { readonly clause: string | null; readonly clauses: readonly string[] }) => (
  <select class="clause-choice" aria-label={say(WORDS.codeChoose)} value={clause ?? ''} onChange={(event) => focusOn(event.currentTarget.value)}>
    {clause === null && <option value="">—</option>}
    {clauses.map((each) => <option key={each} value={each.split(' ')[0]}>{each}</option>)}
  </select>
))

/** The editor or a plain text area, where there is the choice. */
function Choice() {
  const plain = writing.value === 'plain'
  if (!matchMedia(FINE).matches) return null
  return <p class="writing-choice"><button type="button" class="link" data-action="plain-text" onClick={() => { writing.value = plain ? 'editor' : 'plain' }}>{say(plain ? EDITOR_WORDS.rich : EDITOR_WORDS.plain)}</button></p>
}
