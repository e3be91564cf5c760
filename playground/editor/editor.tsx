import { effect, useSignal } from '@preact/signals'
import { editor } from 'monaco-editor/editor'
import { useEffect, useRef } from 'preact/hooks'
import { theme } from '../state/preferences.ts'
import { focus, named } from '../state/store.ts'
import { EDITOR_WORDS } from '../words/editor.ts'
import { fill, say } from '../words/say.ts'
import { bind } from './bind.ts'
import { LANGUAGE, paint, prepare } from './monaco.ts'
import { paintApplicant } from './paint.ts'
import { register } from './providers.ts'
import { addRename, RenameBox } from './rename-box.tsx'
import '../styles/editor.css'

prepare()
register()
followTheme()

const MAC = /Mac|iPhone|iPad/.test(navigator.platform)
const KEYS = MAC ? 'Ctrl+Shift+M' : 'Ctrl+M'
const HINT = 'editor-hint'
const LINE = 24
/** Milliseconds of rest after which words are offered, and the same word marked elsewhere: sooner, they would keep a key press's answer waiting. */
const SUGGEST = 150
const MARK = 300

function options(): editor.IStandaloneEditorConstructionOptions {
  const style = getComputedStyle(document.documentElement)
  return {
    ariaLabel: say(EDITOR_WORDS.label), accessibilitySupport: 'auto', automaticLayout: true, editContext: false, fixedOverflowWidgets: true, fontFamily: style.getPropertyValue('--mono'), fontSize: 13.2,
    fontLigatures: false, lineHeight: LINE, lineNumbers: 'off', glyphMargin: false, lineDecorationsWidth: 12, folding: true, showFoldingControls: 'mouseover', minimap: { enabled: false },
    overviewRulerLanes: 0, overviewRulerBorder: false, padding: { top: 10, bottom: 10 }, renderLineHighlight: 'none', scrollBeyondLastLine: false, scrollbar: { alwaysConsumeMouseWheel: false },
    'semanticHighlighting.enabled': true, tabSize: 2, insertSpaces: true, unicodeHighlight: { ambiguousCharacters: false, nonBasicASCII: false, invisibleCharacters: false },
    wordBasedSuggestions: 'off', wordWrap: 'on', wrappingIndent: 'indent', fullwidthCharacterWidth: 'twoCells', tabFocusMode: false, inlayHints: { enabled: 'on', fontSize: 11.5 },
    occurrencesHighlight: 'singleFile', occurrencesHighlightDelay: MARK, quickSuggestionsDelay: SUGGEST, quickSuggestions: { other: true, strings: true, comments: false }, acceptSuggestionOnEnter: 'smart', links: false, stickyScroll: { enabled: false },
  }
}

/** For as long as the page is open: there may be an editor of the other language, and both have their colours from the same page. */
function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const repaint = (): void => paint(theme.peek() === 'dark' || (theme.peek() === 'system' && dark.matches))
  repaint()
  dark.addEventListener('change', repaint)
  // The page sets its theme after this has been drawn.
  effect(() => { void theme.value; requestAnimationFrame(repaint) })
}

/** The clause in focus, or all files, in Monaco. */
export function Editor({ height }: { readonly height: number | null }) {
  const box = useRef<HTMLDivElement>(null)
  const moves = useSignal(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const model = editor.createModel('', LANGUAGE)
    const instance = editor.create(element, { ...options(), model })
    // After the editor, which gives every model its defaults when it is made.
    model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
    const ends = [bind(instance, model), paintApplicant(instance, model)]
    if (named.peek() !== null && named.peek() === focus.peek().clause) instance.focus()
    addRename(instance)
    instance.getDomNode()?.querySelector('textarea')?.setAttribute('aria-describedby', HINT)
    const grow = instance.onDidContentSizeChange(({ contentHeight }) => element.style.setProperty('--content', `${contentHeight + 2}px`))
    const tab = instance.onDidChangeConfiguration(() => { moves.value = instance.getOption(editor.EditorOption.tabFocusMode) })
    return () => {
      for (const end of ends) end()
      for (const one of [grow, tab, instance, model]) one.dispose()
    }
  }, [])
  return (
    <div class="editor">
      <div ref={box} class="editor-box" data-editor="ready" style={height === null ? undefined : { '--least': `${height}px` }} />
      <RenameBox />
      <p id={HINT} class="editor-hint" role="status">{say(fill(moves.value ? EDITOR_WORDS.tabMoves : EDITOR_WORDS.tabWrites, { keys: KEYS }))}</p>
    </div>
  )
}
