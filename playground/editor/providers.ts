import { editor, Emitter, languages, Uri } from 'monaco-editor/editor'
import type { IRange, Position } from 'monaco-editor/editor'
import { TOKEN_KINDS } from '../../src/service/semantic-tokens.ts'
import type { Completion } from '../../src/service/completion-offer.ts'
import type { Hover } from '../../src/service/hover.ts'
import { fixEdits } from '../figures/follow-quotation.ts'
import { applicant, edit, endStep, evaluation, texts } from '../state/store.ts'
import { say } from '../words/say.ts'
import { ask } from '../workers/client.ts'
import type { Asked } from '../workers/service-protocol.ts'
import { toFile, toScreen } from './document.ts'
import { LANGUAGE } from './monaco.ts'
import { rangeOf, screenOf, spanOf } from './screen.ts'
import type { Screen } from './screen.ts'

/** What the language service says, in Monaco's shapes. Every answer is about the text on the screen, or none. */

const changed = new Emitter<void>()
/** The dossiers have been evaluated anew: the notes beside the text may differ. */
export const refreshHints = (): void => changed.fire()

export function asked(model: editor.ITextModel, position: Position): { readonly screen: Screen; readonly ask: Asked } | null {
  const screen = screenOf(model)
  const offset = model.getOffsetAt(position)
  const place = screen === null ? null : toFile(screen.parts, { start: offset, end: offset })
  return screen === null || place === null ? null : { screen, ask: { texts: screen.texts, file: place.file, offset: place.span.start } }
}

const stale = (model: editor.ITextModel, { texts }: Screen): boolean => screenOf(model)?.texts !== texts

function onScreen(model: editor.ITextModel, screen: Screen, file: string, span: { readonly start: number; readonly end: number }): IRange | null {
  const shown = toScreen(screen.parts, { file, span })
  return shown === null ? null : rangeOf(model, shown)
}

// ---------------------------------------------------------------- completion

const KINDS: { readonly [kind in Completion['kind']]: languages.CompletionItemKind } = {
  keyword: languages.CompletionItemKind.Keyword, fact: languages.CompletionItemKind.Field, value: languages.CompletionItemKind.EnumMember, type: languages.CompletionItemKind.Class,
  agency: languages.CompletionItemKind.Module, definition: languages.CompletionItemKind.Function, clause: languages.CompletionItemKind.Reference, unit: languages.CompletionItemKind.Unit,
  quotation: languages.CompletionItemKind.Text, reading: languages.CompletionItemKind.Enum,
}

const completion: languages.CompletionItemProvider = {
  triggerCharacters: ['，', '（', '“'],
  async provideCompletionItems(model, position) {
    const here = asked(model, position)
    if (here === null) return { suggestions: [] }
    const offers = await ask('completion', here.ask)
    if (stale(model, here.screen)) return { suggestions: [], incomplete: true }
    const suggestions = offers.flatMap((offer, index): languages.CompletionItem[] => {
      const range = onScreen(model, here.screen, here.ask.file, offer.span)
      if (range === null) return []
      return [{
        label: { label: offer.text.length > 40 ? `${offer.text.slice(0, 40)}…` : offer.text, description: say(offer.detail) }, kind: KINDS[offer.kind], insertText: offer.text, range,
        filterText: `${offer.text} ${offer.also}`, sortText: String(index).padStart(4, '0'),
      }]
    })
    return { suggestions }
  },
}

// ---------------------------------------------------------------- hover

/** As plain words: nothing in a policy's text is markup. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, '\\$&').replaceAll('\n', '  \n')
const fenced = (text: string): string => `\`\`\`${LANGUAGE}\n${text.replaceAll('```', '')}\n\`\`\``

function paragraphs(hover: Hover): readonly { readonly value: string }[] {
  return [
    { value: `**${plain(say(hover.title))}**` }, ...hover.lines.map((line) => ({ value: plain(say(line)) })),
    ...(hover.code === null ? [] : [{ value: fenced(hover.code) }]), ...(hover.quote === null ? [] : [{ value: `> ${plain(hover.quote)}` }]),
  ]
}

const hover: languages.HoverProvider = {
  async provideHover(model, position) {
    const here = asked(model, position)
    const found = here === null ? null : await ask('hover', here.ask)
    if (here === null || found === null || stale(model, here.screen)) return null
    const range = onScreen(model, here.screen, here.ask.file, found.span)
    return { contents: [...paragraphs(found)], ...(range === null ? {} : { range }) }
  },
}

// ---------------------------------------------------------------- definition

const addressOf = (file: string): Uri => Uri.from({ scheme: 'heng', path: `/${file}` })
export const fileOf = (uri: Uri): string => uri.path.slice(1)

/** What a definition points to is shown by the page; Monaco asks for a text to take its place from. */
function target(file: string, text: string): editor.ITextModel {
  const uri = addressOf(file)
  const known = editor.getModel(uri)
  if (known === null) return editor.createModel(text, file.endsWith('.heng') ? LANGUAGE : 'plaintext', uri)
  if (known.getValue() !== text) known.setValue(text)
  return known
}

const definition: languages.DefinitionProvider = {
  async provideDefinition(model, position) {
    const here = asked(model, position)
    const found = here === null ? null : await ask('definition', here.ask)
    if (here === null || found === null || stale(model, here.screen)) return null
    const shown = onScreen(model, here.screen, found.file, found.span)
    if (shown !== null) return { uri: model.uri, range: shown }
    const other = target(found.file, here.screen.texts[found.file] ?? '')
    return { uri: other.uri, range: rangeOf(other, found.span) }
  },
}

/** The places of the name at the cursor, as far as they are shown. */
const highlights: languages.DocumentHighlightProvider = {
  async provideDocumentHighlights(model, position) {
    const here = asked(model, position)
    const found = here === null ? [] : await ask('references', here.ask)
    if (here === null || stale(model, here.screen)) return []
    return found.flatMap(({ file, span }) => {
      const range = onScreen(model, here.screen, file, span)
      return range === null ? [] : [{ range }]
    })
  },
}

// ---------------------------------------------------------------- fixes, formatting, folding

const APPLY = 'heng.apply'

const actions: languages.CodeActionProvider = {
  provideCodeActions(model, range, { markers }) {
    const screen = screenOf(model)
    const known = evaluation.peek()
    const place = screen === null ? null : toFile(screen.parts, spanOf(model, range))
    if (known === null || place === null) return { actions: [], dispose: () => undefined }
    const near = known.findings.filter(({ file, span }) => file === place.file && span.start <= place.span.end && place.span.start <= span.end)
    const found = near.flatMap((finding) => finding.fixes.map((fix): languages.CodeAction => ({
      title: say(fix.title), kind: 'quickfix', diagnostics: markers.filter(({ code }) => code === finding.code), isPreferred: finding.fixes[0] === fix,
      command: { id: APPLY, title: say(fix.title), arguments: [fix.edits] },
    })))
    return { actions: found, dispose: () => undefined }
  },
}

const formatting: languages.DocumentFormattingEditProvider = {
  async provideDocumentFormattingEdits(model) {
    const screen = screenOf(model)
    if (screen === null) return []
    const files = [...new Set(screen.parts.map(({ file }) => file))]
    const answers = await Promise.all(files.map((file) => ask('formatting', { texts: screen.texts, file })))
    if (stale(model, screen)) return []
    return answers.flat().flatMap(({ file, span, text }) => {
      const range = onScreen(model, screen, file, span)
      return range === null ? [] : [{ range, text }]
    })
  },
}

const folding: languages.FoldingRangeProvider = {
  async provideFoldingRanges(model) {
    const screen = screenOf(model)
    if (screen === null) return []
    const files = [...new Set(screen.parts.map(({ file }) => file))]
    const answers = await Promise.all(files.map(async (file) => ({ file, folds: await ask('folding', { texts: screen.texts, file }) })))
    return stale(model, screen) ? [] : answers.flatMap(({ file, folds }) => {
      const text = screen.texts[file] ?? ''
      const starts = lineStarts(text)
      return folds.flatMap(({ first, last, kind }) => {
        const range = onScreen(model, screen, file, { start: starts[first - 1] ?? 0, end: starts[last - 1] ?? 0 })
        return range === null ? [] : [{ start: range.startLineNumber, end: range.endLineNumber, ...(kind === 'comment' ? { kind: languages.FoldingRangeKind.Comment } : {}) }]
      })
    })
  },
}

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
}

// ---------------------------------------------------------------- colours, notes beside the text

const overtaken = new Emitter<void>()

const tokens: languages.DocumentRangeSemanticTokensProvider = {
  onDidChange: overtaken.event,
  getLegend: () => ({ tokenTypes: [...TOKEN_KINDS], tokenModifiers: [] }),
  async provideDocumentRangeSemanticTokens(model) {
    const screen = screenOf(model)
    if (screen === null) return null
    const files = [...new Set(screen.parts.map(({ file }) => file))]
    const answers = await Promise.all(files.map(async (file) => ({ file, found: await ask('tokens', { texts: screen.texts, file }) })))
    if (stale(model, screen)) {
      // The text on the screen may be the very same, and nobody would ask again.
      setTimeout(() => overtaken.fire(), 50)
      return null
    }
    const shown = answers.flatMap(({ file, found }) => found.flatMap(({ span, kind }) => pieces(model, screen, file, span).map((at) => ({ at, kind })))).sort((a, b) => a.at.start - b.at.start)
    return { data: encoded(model, shown) }
  },
}

/** Monaco's tokens stay within a line: a quotation over several is several tokens. */
function pieces(model: editor.ITextModel, screen: Screen, file: string, span: { readonly start: number; readonly end: number }): readonly { readonly start: number; readonly end: number }[] {
  const shown = toScreen(screen.parts, { file, span })
  if (shown === null) return []
  const found = []
  let { start } = shown
  for (const line of model.getValue().slice(shown.start, shown.end).split('\n')) {
    if (line.length > 0) found.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return found
}

function encoded(model: editor.ITextModel, shown: readonly { readonly at: { readonly start: number; readonly end: number }; readonly kind: (typeof TOKEN_KINDS)[number] }[]): Uint32Array {
  const data: number[] = []
  let [line, column] = [1, 1]
  for (const { at, kind } of shown) {
    const start = model.getPositionAt(at.start)
    data.push(start.lineNumber - line, start.lineNumber === line ? start.column - column : start.column - 1, at.end - at.start, TOKEN_KINDS.indexOf(kind), 0)
    line = start.lineNumber
    column = start.column
  }
  return new Uint32Array(data)
}

const hints: languages.InlayHintsProvider = {
  onDidChangeInlayHints: changed.event,
  async provideInlayHints(model, range) {
    const screen = screenOf(model)
    if (screen === null) return { hints: [], dispose: () => undefined }
    const wanted = spanOf(model, range)
    const answers = await Promise.all(screen.parts.map(async (part) => {
      const shown = toScreen([part], part)
      return shown === null ? [] : (await ask('hints', { texts: screen.texts, file: part.file, range: part.span })).map((hint) => ({ hint, file: part.file }))
    }))
    if (stale(model, screen)) return { hints: [], dispose: () => undefined }
    const found = answers.flat().flatMap(({ hint, file }): languages.InlayHint[] => {
      // Beside what it is for the applicant that was chosen, how it is for all of them would only confuse.
      if (applicant.peek() !== null && hint.kind === 'condition') return []
      const at = toScreen(screen.parts, { file, span: { start: hint.offset, end: hint.offset } })
      return at === null || at.start < wanted.start || at.start > wanted.end ? [] : [{ label: say(hint.label), position: model.getPositionAt(at.start), paddingLeft: true }]
    })
    return { hints: found, dispose: () => undefined }
  },
}

/** Once for the page. */
export function register(): void {
  languages.registerCompletionItemProvider(LANGUAGE, completion)
  languages.registerHoverProvider(LANGUAGE, hover)
  languages.registerDefinitionProvider(LANGUAGE, definition)
  languages.registerDocumentHighlightProvider(LANGUAGE, highlights)
  languages.registerCodeActionProvider(LANGUAGE, actions)
  languages.registerDocumentFormattingEditProvider(LANGUAGE, formatting)
  languages.registerFoldingRangeProvider(LANGUAGE, folding)
  languages.registerDocumentRangeSemanticTokensProvider(LANGUAGE, tokens)
  languages.registerInlayHintsProvider(LANGUAGE, hints)
  editor.registerCommand(APPLY, (_accessor: unknown, edits: Parameters<typeof edit>[0]) => {
    edit(fixEdits(evaluation.peek()?.figures ?? [], texts.peek(), edits))
    endStep()
  })
}
