import { expect } from 'vitest'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'

export interface Marked {
  readonly text: string
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** Takes the marks ⟦ ⟧ out of a text and gives the spans that they enclosed, in the order of their ends. */
export function unmark(marked: string): Marked {
  const open: number[] = []
  const spans: { start: number; end: number }[] = []
  let text = ''
  for (const character of marked) {
    const start = character === '⟧' ? open.pop() : undefined
    if (character === '⟦') open.push(text.length)
    else if (start !== undefined) spans.push({ start, end: text.length })
    else text += character
  }
  return { text, spans }
}

/** `text` with ⟦ ⟧ around each span. */
export function mark(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const marks = spans.flatMap(({ start, end }) => [{ at: end, sign: '⟧' }, { at: start, sign: '⟦' }]).sort((a, b) => b.at - a.at || (a.sign < b.sign ? 1 : -1))
  return marks.reduce((marked, { at, sign }) => marked.slice(0, at) + sign + marked.slice(at), text)
}

/** `diagnose` reports exactly `codes`, in the order of the text, at the marked places: expectReports('给予 ⟦40% 的 总投入⟧', ['share-without-cap'], diagnose). */
export function expectReports(marked: string, codes: readonly string[], diagnose: (text: string) => readonly Diagnostic[]): void {
  const { text } = unmark(marked)
  const found = [...diagnose(text)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
  expect(mark(text, found.map(({ span }) => span))).toBe(marked)
  expect(found.map(({ code }) => code)).toEqual(codes)
}
