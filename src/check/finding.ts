import type { Span } from '../base/span.ts'
import type { Code, Facts } from '../diagnostics/codes.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** A diagnostic with spans relative to its statement: it stays true when the statement moves. */
export interface Finding {
  readonly code: Code
  readonly span: Span
  readonly facts: Facts
  readonly fixes: readonly RelativeFix[]
}

export interface RelativeFix {
  readonly title: { readonly zh: string; readonly en: string }
  readonly edits: readonly { readonly span: Span; readonly text: string }[]
}

/** Findings are collected in the order in which they are met. */
export type Findings = Finding[]

export function finding(code: Code, span: Span, facts: Facts = {}, fixes: readonly RelativeFix[] = []): Finding {
  return { code, span, facts, fixes }
}

/** Writes `text` instead of what stands at `span`. */
export function replacement(span: Span, text: string): RelativeFix {
  return { title: { zh: `改为“${text}”`, en: `write “${text}”` }, edits: [{ span, text }] }
}

export function removal(span: Span, what: string): RelativeFix {
  return { title: { zh: `删去“${what}”`, en: `remove “${what}”` }, edits: [{ span, text: '' }] }
}

export function insertion(at: number, text: string): RelativeFix {
  const shown = text.trim()
  return { title: { zh: `补上“${shown}”`, en: `add “${shown}”` }, edits: [{ span: { start: at, end: at }, text }] }
}

/** The diagnostic in its file, for a statement that starts at `start`. */
export function placed(found: Finding, file: string, start: number): Diagnostic {
  const move = (span: Span): Span => ({ start: span.start + start, end: span.end + start })
  return {
    code: found.code, file, span: move(found.span), facts: found.facts,
    fixes: found.fixes.map((fix) => ({ title: fix.title, edits: fix.edits.map((edit) => ({ file, span: move(edit.span), text: edit.text })) })),
  }
}
