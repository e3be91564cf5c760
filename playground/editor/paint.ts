import { effect } from '@preact/signals'
import type { editor } from 'monaco-editor/editor'
import { applicant, evaluation, texts, waiting } from '../state/store.ts'
import { say } from '../words/say.ts'
import { ask } from '../workers/client.ts'
import { toScreen } from './document.ts'
import { onScreen, rangeOf, screenOf } from './screen.ts'

/** Paints the clauses with what the chosen applicant makes of them: held, failed, open, adjusted, each in words beside it. */
export function paintApplicant(instance: editor.IStandaloneCodeEditor, model: editor.ITextModel): () => void {
  const painted = instance.createDecorationsCollection()
  let latest = 0
  async function draw(id: string): Promise<void> {
    latest += 1
    const mine = latest
    const screen = screenOf(model)
    if (screen === null) return
    const found = await Promise.all(screen.parts.map(async ({ file, span }) => (await ask('paint', { texts: screen.texts, file, range: span, applicant: id })).map((each) => ({ file, ...each }))))
    if (mine !== latest || screenOf(model)?.texts !== screen.texts) return
    painted.set(found.flat().flatMap(({ file, span, as, label }): editor.IModelDeltaDecoration[] => {
      const shown = toScreen(screen.parts, { file, span })
      return shown === null ? [] : [{ range: rangeOf(model, shown), options: { className: `painted-${as}`, after: { content: `\u2002${say(label)}\u2002`, inlineClassName: `painted-label painted-label-${as}` } } }]
    }))
  }
  const stop = effect(() => {
    const id = applicant.value
    if (id === null) {
      latest += 1
      painted.clear()
      return
    }
    // After the edit has come to the editor, which may be a frame later.
    if (evaluation.value?.texts === texts.value && onScreen.value === texts.value && !waiting.value) setTimeout(() => void draw(id))
  })
  return () => {
    latest += 1
    stop()
  }
}
