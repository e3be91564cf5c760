import { effect, signal } from '@preact/signals'
import { editor } from 'monaco-editor/editor'
import type { Span } from '../../src/base/span.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import { clauseOf, entryOfClause } from '../panels/focus.ts'
import { followLiteral } from '../panels/code/follow-literal.ts'
import { showAll } from '../panels/code/show-all.ts'
import type { Texts } from '../state/catalogue.ts'
import { editBetween, editsBetween } from '../state/edits.ts'
import { language } from '../state/preferences.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import { applicant, chosen, edit, endStep, evaluation, focus, focusOn, texts, waiting } from '../state/store.ts'
import type { Evaluation } from '../workers/protocol.ts'
import { movedParts, textOf, toFile, toScreen } from './document.ts'
import type { Part } from './document.ts'
import { showFindings } from './findings.ts'
import { fileOf, refreshHints } from './providers.ts'
import { rangeOf, setScreen } from './screen.ts'

/** The notes beside the text are drawn anew when the hands rest. */
const REST = 400
/** What is to be brought in sight once it is shown. */
const reveal = signal<Part | null>(null)

function partsFor(now: Evaluation, clause: string | null, all: boolean): readonly Part[] {
  if (all) return [...new Set(now.outline.map(({ file }) => file))].map((file) => ({ file, span: { start: 0, end: (now.texts[file] ?? '').length } }))
  const entry = entryOfClause(now, clause)
  return entry === null ? [] : [{ file: entry.file, span: entry.span }]
}

/**
 * Ties an editor to the draft. The draft is what holds; the editor shows parts of it and hands its edits over. While an input method composes,
 * nothing passes either way. The page's history is the only one.
 */
export function bind(instance: editor.IStandaloneCodeEditor, model: editor.ITextModel): () => void {
  let parts: readonly Part[] = []
  /** The texts that the editor shows. */
  let known: Texts = texts.peek()
  let shown = ''
  let composing = false
  let taking = false
  let queued = false
  /** An edit from elsewhere went over the edge of a part: only a new answer can say where the parts are. */
  let lost = false

  const publish = (): void => setScreen({ model, parts, texts: known })

  /** Brings the model to what the draft says, by the least change, so that the cursor stays. */
  function reflect(): void {
    queued = false
    if (composing || model.isDisposed()) return
    const now = texts.peek()
    const edits = now === known ? [] : editsBetween(known, now)
    if (!showAll.peek() && edits.some((each) => parts.some((part) => crosses(each, part)))) {
      const answer = evaluation.peek()
      if (answer !== null && answer.texts === now && !waiting.peek()) return anchor(answer)
      lost = true
      return setScreen(null)
    }
    parts = movedParts(parts, edits)
    known = now
    if (showAll.peek()) parts = parts.map(({ file }) => ({ file, span: { start: 0, end: (known[file] ?? '').length } }))
    write()
  }

  function write(): void {
    shown = textOf(parts, known)
    const change = editBetween('', model.getValue(), shown)
    if (change !== null) {
      taking = true
      model.applyEdits([{ range: rangeOf(model, change.span), text: change.text, forceMoveMarkers: true }])
      taking = false
    }
    publish()
    mark()
  }

  function queue(): void {
    if (queued) return
    queued = true
    queueMicrotask(reflect)
  }

  /** The same once the frame that is being made is on the screen. */
  function queueAfterFrame(): void {
    requestAnimationFrame(() => setTimeout(queue))
  }

  function anchor(now: Evaluation): void {
    parts = partsFor(now, focus.peek().clause, showAll.peek())
    known = now.texts
    lost = false
    write()
  }

  function mark(): void {
    const now = evaluation.peek()
    if (now !== null && now.texts === known) showFindings(model, parts, now)
  }

  /** Hands edits of the screen over to the draft. What is not within one file is taken back. */
  function take(changes: readonly { readonly span: Span; readonly text: string }[]): void {
    if (lost) return
    const edits = changes.map(({ span, text }): Edit | null => {
      const place = toFile(parts, span)
      return place === null ? null : { ...place, text }
    })
    const [only] = edits
    const place = only?.file
    if (edits.every((each) => each !== null)) {
      const all = edits.length === 1 && only != null ? followLiteral(evaluation.peek()?.figures ?? [], texts.peek(), only) : edits
      const before = texts.peek()
      edit(all, `text ${place ?? ''} ${showAll.peek() ? '' : focus.peek().clause}`)
      // The exact edits say better than a comparison of the texts where the parts are now.
      if (texts.peek() !== before && known === before) {
        parts = movedParts(parts, all)
        known = texts.peek()
      }
    }
    queue()
  }

  const listening = [
    model.onDidChangeContent(({ changes }) => {
      if (taking || composing) return
      take(changes.map(({ rangeOffset, rangeLength, text }) => ({ span: { start: rangeOffset, end: rangeOffset + rangeLength }, text })))
    }),
    instance.onDidCompositionStart(() => { composing = true }),
    instance.onDidCompositionEnd(() => {
      composing = false
      const change = editBetween('', shown, model.getValue())
      if (change === null) queue()
      else take([change])
    }),
    instance.onDidBlurEditorText(endStep),
    instance.onDidFocusEditorText(reflect),
    instance.onDidChangeCursorPosition(({ reason, position }) => {
      if (reason === editor.CursorChangeReason.ContentFlush) return
      const now = evaluation.peek()
      const offset = model.getOffsetAt(position)
      const place = toFile(parts, { start: offset, end: offset })
      if (!showAll.peek() || now === null || place === null || !instance.hasTextFocus()) return
      const entry = now.outline.find((each) => each.id !== null && each.file === place.file && each.span.start <= place.span.start && place.span.end <= each.span.end)
      if (entry?.id != null) focusOn(entry.id, null, false)
    }),
    editor.registerEditorOpener({
      openCodeEditor(_source, resource, at) {
        if (resource.toString() === model.uri.toString()) return false
        const target = editor.getModel(resource)
        const position = at === undefined ? null : 'lineNumber' in at ? at : { lineNumber: at.startLineNumber, column: at.startColumn }
        if (target === null || position === null) return false
        go(fileOf(resource), target.getOffsetAt(position))
        return true
      },
    }),
  ]

  let anchored = ''
  let notes: ReturnType<typeof setTimeout> | undefined
  const stop = [
    effect(() => {
      const now = evaluation.value
      const name = [chosen.value?.policy.folder, chosen.value?.version, language.value, showAll.value, showAll.value ? '' : focus.value.clause].join(' ')
      if (now === null || now.texts !== texts.value) return
      const answered = !waiting.value
      if (composing) return
      if (lost && answered && name === anchored) anchor(now)
      else if (name !== anchored) {
        anchored = name
        anchor(now)
        show()
      } else {
        // What is edited elsewhere is shown here in the frame after its answer: that never waits for it to be drawn.
        if (instance.hasTextFocus()) queue()
        else if (answered) queueAfterFrame()
        clearTimeout(notes)
        if (answered) notes = setTimeout(refreshHints, REST)
      }
    }),
    effect(() => { if (applicant.value !== undefined) refreshHints() }),
    effect(() => {
      const { clause, scroll } = focus.value
      if (scroll === 0 || !showAll.value || clause === null) return
      const now = evaluation.peek()
      const entry = now === null ? null : entryOfClause(now, clause)
      if (entry !== null && !instance.hasTextFocus()) reveal.value = { file: entry.file, span: entry.span }
      show()
    }),
  ]

  function show(): void {
    const wanted = reveal.peek()
    const at = wanted === null ? null : toScreen(parts, { file: wanted.file, span: { start: wanted.span.start, end: wanted.span.start } })
    if (at === null) return
    reveal.value = null
    const position = model.getPositionAt(at.start)
    instance.setPosition(position)
    instance.revealPositionInCenter(position)
  }

  /** Shows a place that a definition points to: a sentence in the paper, or a statement. */
  function go(file: string, offset: number): void {
    const now = evaluation.peek()
    if (now === null) return
    if (file === SOURCE_FILE) return toSentence(now, offset)
    const entry = now.outline.find((each) => each.file === file && each.span.start <= offset && offset <= each.span.end)
    reveal.value = { file, span: { start: offset, end: offset } }
    if (entry?.id != null && !showAll.peek() && entryOfClause(now, entry.id)?.key === entry.key) focusOn(entry.id)
    else showAll.value = true
    show()
    instance.focus()
  }

  return () => {
    for (const one of listening) one.dispose()
    for (const end of stop) end()
    clearTimeout(notes)
    setScreen(null)
  }
}

/** Whether an edit reaches over an edge of a part. */
function crosses({ file, span }: Edit, part: Part): boolean {
  if (file !== part.file || span.end < part.span.start || span.start > part.span.end) return false
  return span.start < part.span.start || span.end > part.span.end
}

function toSentence(now: Evaluation, offset: number): void {
  const segment = now.segments.find(({ span }) => span.start <= offset && offset < span.end)
  if (segment === undefined) return
  const clause = clauseOf(now, segment)
  if (clause !== null) focusOn(clause)
  requestAnimationFrame(() => {
    const sentence = document.querySelector<HTMLElement>(`[data-segment="${CSS.escape(segment.id)}"]`)
    sentence?.scrollIntoView({ block: 'center' })
    sentence?.animate([{ backgroundColor: 'var(--chosen-edge)' }, { backgroundColor: 'transparent' }], { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 900 })
  })
}
