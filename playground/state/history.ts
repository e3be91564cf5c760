import type { Texts } from './catalogue.ts'

/** A state of the draft that undo comes back to. Texts are shared between states, so a state costs little. */
export interface Draft {
  readonly texts: Texts
  /** The clause in focus when it was made. */
  readonly clause: string | null
}

export interface History {
  readonly past: readonly Draft[]
  readonly present: Draft
  readonly future: readonly Draft[]
  /** What the last step was about: further edits of the same thing join it. Null: the next edit is a step of its own. */
  readonly about: string | null
}

const LONGEST = 500

export function begin(texts: Texts): History {
  return { past: [], present: { texts, clause: null }, future: [], about: null }
}

export function record(history: History, draft: Draft, about: string | null): History {
  const joins = about !== null && about === history.about
  return { past: joins ? history.past : [...history.past, history.present].slice(-LONGEST), present: draft, future: [], about }
}

export function undo(history: History): History {
  const last = history.past.at(-1)
  if (last === undefined) return history
  return { past: history.past.slice(0, -1), present: last, future: [history.present, ...history.future], about: null }
}

export function redo(history: History): History {
  const [next, ...rest] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future: rest, about: null }
}

/** Ends the step: the next edit is a new one. */
export function settle(history: History): History {
  return history.about === null ? history : { ...history, about: null }
}

/** The same history in other words: every text translated. */
export function translated(history: History, translate: (texts: Texts) => Texts): History {
  const draft = (each: Draft): Draft => ({ ...each, texts: translate(each.texts) })
  return { past: history.past.map(draft), present: draft(history.present), future: history.future.map(draft), about: null }
}
