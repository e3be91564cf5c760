import type { Span } from '../base/span.ts'
import type { Code, Facts } from './codes.ts'

export type Language = 'zh' | 'en'

/** Replaces `span` of `file` with `text`. */
export interface Edit {
  readonly file: string
  readonly span: Span
  readonly text: string
}

export interface Fix {
  readonly title: { readonly zh: string; readonly en: string }
  readonly edits: readonly Edit[]
}

/** What is wrong, where, and what to write instead. The words are made from `code` and `facts` by `render.ts`. */
export interface Diagnostic {
  readonly code: Code
  readonly file: string
  /** Absolute in the file. */
  readonly span: Span
  readonly facts: Facts
  readonly fixes: readonly Fix[]
}
