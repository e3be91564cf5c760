import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/codeAction/register'
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/contextmenu/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/features/format/register'
import 'monaco-editor/features/gotoError/register'
import 'monaco-editor/features/gotoSymbol/register'
import 'monaco-editor/features/hover/register'
import 'monaco-editor/features/inlayHints/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/semanticTokens/register'
// The feature's own entry leaves out the list that opens beneath the cursor.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController'
import 'monaco-editor/features/suggest/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import { editor, languages } from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker'

export const LANGUAGE = 'heng'
const NAME = '[A-Za-z_\\u3400-\\u9fff\\uf900-\\ufaff][\\w\\u3400-\\u9fff\\uf900-\\ufaff]*'

/** Keys that undo: the page's history does that, over all panes. */
const HISTORY_KEYS = ['undo', 'redo']

export function prepare(): void {
  globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker({ name: 'heng-editor' }) }
  languages.register({ id: LANGUAGE, extensions: ['.heng'] })
  languages.setLanguageConfiguration(LANGUAGE, {
    comments: { lineComment: '#' },
    brackets: [['（', '）'], ['(', ')'], ['“', '”'], ['「', '」']],
    autoClosingPairs: [{ open: '（', close: '）' }, { open: '(', close: ')' }, { open: '“', close: '”' }, { open: '「', close: '」' }],
    wordPattern: new RegExp(`${NAME}|[\\d.,]+[%‰]?`, 'g'),
  })
  editor.addKeybindingRules(HISTORY_KEYS.map((command) => ({ keybinding: 0, command: `-${command}` })))
}

const ROLES: { readonly [token: string]: { readonly color: string; readonly style?: string } } = {
  statement: { color: '--accent', style: 'bold' }, keyword: { color: '--accent' }, name: { color: '--ink', style: 'bold' }, fact: { color: '--ink' }, type: { color: '--holds' },
  value: { color: '--undetermined' }, definition: { color: '--holds' }, reading: { color: '--awaits' }, subject: { color: '--ink' }, number: { color: '--loss' },
  string: { color: '--soft' }, comment: { color: '--fails', style: 'italic' }, operator: { color: '--soft' },
}

/** The editor in the colours that the page has now. */
export function paint(dark: boolean): void {
  const style = getComputedStyle(document.documentElement)
  const color = (name: string): string => style.getPropertyValue(name).trim()
  const hex = (name: string): string => color(name).replace('#', '')
  const name = dark ? 'heng-dark' : 'heng-light'
  editor.defineTheme(name, {
    base: dark ? 'vs-dark' : 'vs', inherit: true,
    rules: [{ token: '', foreground: hex('--ink') }, ...Object.entries(ROLES).map(([token, role]) => ({ token, foreground: hex(role.color), fontStyle: role.style ?? '' }))],
    colors: {
      'editor.background': color('--card'), 'editor.foreground': color('--ink'), 'editorCursor.foreground': color('--ink'), 'editor.selectionBackground': color('--chosen'),
      'editorInlayHint.background': '#00000000', 'editorInlayHint.foreground': color('--soft'), 'editorWidget.background': color('--card'), 'editorWidget.border': color('--rule'),
      'editorHoverWidget.background': color('--card'), 'editorHoverWidget.border': color('--rule'), 'editorSuggestWidget.background': color('--card'),
      'editorSuggestWidget.selectedBackground': color('--accent-soft'), 'editorSuggestWidget.selectedForeground': color('--ink'), 'editorSuggestWidget.foreground': color('--ink'),
      'editor.wordHighlightTextBackground': color('--chosen'), 'editor.wordHighlightBackground': color('--chosen'), 'editor.lineHighlightBorder': '#00000000', 'editorError.foreground': color('--error'), 'editorWarning.foreground': color('--undetermined'), 'focusBorder': color('--accent'),
    },
  })
  editor.setTheme(name)
}
