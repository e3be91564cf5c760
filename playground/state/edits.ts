import type { Span } from '../../src/base/span.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Texts } from './catalogue.ts'

/** The texts after the edits, whose spans are all of the texts before. */
export function applyEdits(texts: Texts, edits: readonly Edit[]): Texts {
  const changed: Record<string, string> = { ...texts }
  for (const edit of [...edits].sort((a, b) => b.span.start - a.span.start)) {
    const text = changed[edit.file]
    if (text === undefined) continue
    changed[edit.file] = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
  }
  return changed
}

/** What became of one text: the part that differs, as one edit; null when nothing does. */
export function editBetween(file: string, before: string, after: string): Edit | null {
  if (before === after) return null
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  let tail = 0
  while (tail < most - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail += 1
  return { file, span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) }
}

export function editsBetween(before: Texts, after: Texts): readonly Edit[] {
  return Object.keys(after).flatMap((file) => {
    const edit = editBetween(file, before[file] ?? '', after[file] ?? '')
    return edit === null ? [] : [edit]
  })
}

function moveOffset(offset: number, file: string, edits: readonly Edit[], side: 'start' | 'end'): number {
  let moved = offset
  for (const edit of edits) {
    if (edit.file !== file) continue
    const { start, end } = edit.span
    const grown = edit.text.length - (end - start)
    if (end <= offset && !(side === 'start' && start === end && end === offset)) moved += grown
    // Inside a replaced part: a start goes to its start, an end to its new end.
    else if (start < offset) moved += side === 'start' ? start - offset : start + edit.text.length - offset
  }
  return moved
}

/** Where a span is after edits, all of whose spans are of the text before. A span that was replaced exactly covers what replaced it. */
export function moveSpan(span: Span, file: string, edits: readonly Edit[]): Span {
  const exact = edits.some((edit) => edit.file === file && edit.span.start === span.start && edit.span.end === span.end)
  const others = exact ? edits.filter((edit) => edit.file !== file || edit.span.start !== span.start || edit.span.end !== span.end) : edits
  const start = moveOffset(span.start, file, others, 'start')
  if (exact) {
    const own = edits.find((edit) => edit.file === file && edit.span.start === span.start && edit.span.end === span.end)
    return { start, end: start + (own?.text.length ?? 0) }
  }
  return { start, end: Math.max(start, moveOffset(span.end, file, others, 'end')) }
}
