import { expect } from 'vitest'
import { compile } from '../../src/compile.ts'
import type { Code } from '../../src/diagnostics/codes.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { withPrelude } from '../diagnostics/corpus.ts'

interface Marked {
  readonly text: string
  readonly passages: readonly string[]
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** 给予 ⟦40% 的 总投入⟧: the text without the marks, and what they mark. */
function unmarked(marked: string): Marked {
  const spans: { start: number; end: number }[] = []
  let text = ''
  let start = 0
  for (const character of marked) {
    if (character === '⟦') start = text.length
    else if (character === '⟧') spans.push({ start, end: text.length })
    else text += character
  }
  return { text, spans, passages: spans.map((span) => text.slice(span.start, span.end)) }
}

function diagnosticsOf(text: string, source: string | null): readonly Diagnostic[] {
  return compile({ files: withPrelude(text), source }).diagnostics
}

/** The code is reported at the marked passages and nowhere else in the text. Returns those diagnostics. */
export function expectReports(marked: string, code: Code, source: string | null = null): readonly Diagnostic[] {
  const { text, passages } = unmarked(marked)
  const found = diagnosticsOf(text, source).filter((one) => one.code === code && one.file === 'policy.heng')
  expect(found.map((one) => text.slice(one.span.start, one.span.end))).toEqual(passages)
  return found
}

/** The fix of the only report gives `wanted`, which no longer has the problem. */
export function expectFix(marked: string, code: Code, wanted: string, source: string | null = null): void {
  const [found] = expectReports(marked, code, source)
  const edits = found?.fixes[0]?.edits ?? []
  let { text } = unmarked(marked)
  for (const edit of edits.toSorted((a, b) => b.span.start - a.span.start)) text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)
  expect(text).toBe(wanted)
  expect(diagnosticsOf(text, source).filter((one) => one.code === code)).toEqual([])
}

/** The facts of reports about the official text or the package as a whole. */
export function factsOf(text: string, code: Code, source: string | null = null): readonly Diagnostic['facts'][] {
  return diagnosticsOf(text, source).filter((one) => one.code === code).map((one) => one.facts)
}
