import { signal } from '@preact/signals'
import type { editor, IRange } from 'monaco-editor/editor'
import type { Span } from '../../src/base/span.ts'
import type { Texts } from '../state/catalogue.ts'
import type { Part } from './document.ts'

/** The editor on the screen: what it shows, and of which texts. */
export interface Screen {
  readonly model: editor.ITextModel
  readonly parts: readonly Part[]
  readonly texts: Texts
}

let current: Screen | null = null
/** The texts that the screen shows: an edit made elsewhere comes to it a frame after its answer. */
export const onScreen = signal<Texts | null>(null)

export function setScreen(screen: Screen | null): void {
  current = screen
  onScreen.value = screen?.texts ?? null
}

/** What is on the screen, if `model` is what it shows and the input method is not at work in it. */
export function screenOf(model: editor.ITextModel): Screen | null {
  return current !== null && current.model === model ? current : null
}

export function spanOf(model: editor.ITextModel, range: IRange): Span {
  return { start: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }), end: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }) }
}

export function rangeOf(model: editor.ITextModel, span: Span): IRange {
  const [start, end] = [model.getPositionAt(span.start), model.getPositionAt(span.end)]
  return { startLineNumber: start.lineNumber, startColumn: start.column, endLineNumber: end.lineNumber, endColumn: end.column }
}
