import { columnsOf } from '../base/width.ts'
import { lineStarts, positionAt } from '../base/span.ts'
import type { Position } from '../base/span.ts'
import { CODES } from './codes.ts'
import type { Code, Facts } from './codes.ts'
import type { CodeEntry, Severity } from './entry.ts'
import type { Diagnostic, Language } from './diagnostic.ts'

export function severityOf(code: Code): Severity {
  return CODES[code].severity
}

/** What is wrong, in one sentence. */
export function messageOf(diagnostic: Pick<Diagnostic, 'code' | 'facts'>, language: Language): string {
  return filled(entryOf(diagnostic.code)[language].message, diagnostic.facts, language)
}

/** What to write instead. */
export function hintOf(diagnostic: Pick<Diagnostic, 'code' | 'facts'>, language: Language): string {
  return filled(entryOf(diagnostic.code)[language].hint, diagnostic.facts, language)
}

function entryOf(code: Code): CodeEntry {
  return CODES[code]
}

/** `{name}` from the facts; in English `name_en` where there is one. A placeholder without a fact stays. */
function filled(template: string, facts: Facts, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String((language === 'en' ? facts[`${name}_en`] : undefined) ?? facts[name] ?? whole))
}

const SEVERITY: { readonly [severity in Severity]: { readonly zh: string; readonly en: string } } = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'note' },
}
const HINT = { zh: '提示', en: 'hint' } as const

export interface RenderOptions {
  readonly language: Language
  /** The texts of the files that diagnostics can be about, by name. */
  readonly texts: ReadonlyMap<string, string>
  /** Puts colour around a text; the identity without colour. */
  readonly paint?: (text: string, as: Severity | 'place' | 'faint') => string
}

const PLAIN = (text: string): string => text

/** A diagnostic for a terminal: place and message, the line with carets under the passage, the hint. */
export function renderDiagnostic(diagnostic: Diagnostic, { language, texts, paint = PLAIN }: RenderOptions): string {
  const { file, code, span } = diagnostic
  const severity = severityOf(code)
  const text = texts.get(file)
  const at = text === undefined ? null : positionAt(lineStarts(text), Math.min(span.start, text.length))
  const place = at === null ? file : `${file}:${at.line}:${at.column}`
  const head = `${paint(place, 'place')} ${paint(`${SEVERITY[severity][language]}[${code}]`, severity)} ${messageOf(diagnostic, language)}`
  const excerpt = text === undefined || at === null ? [] : excerptOf(text, at, span.end, (line) => paint(line, severity), (line) => paint(line, 'faint'))
  const advice = hintOf(diagnostic, language)
  return [head, ...excerpt, ...(advice === '' ? [] : [`  ${HINT[language]}${language === 'zh' ? '：' : ': '}${advice}`])].join('\n')
}

const WIDEST = 120
const TAB = /\t/g

/** The first line of the passage and a line of carets that lines up under full-width text. */
function excerptOf(text: string, at: Position, end: number, caret: (line: string) => string, faint: (line: string) => string): readonly string[] {
  const start = lineStarts(text)[at.line - 1] ?? 0
  const newline = text.indexOf('\n', start)
  const line = text.slice(start, newline === -1 ? text.length : newline).replace(/\r$/, '').replace(TAB, ' ')
  const from = Math.min(at.column - 1, line.length)
  const to = Math.max(from, Math.min(line.length, end - start))
  const window = windowOf(line, from)
  const shown = line.slice(window.start, window.end)
  const columns = columnsOf(shown, { start: from - window.start, end: Math.min(to, window.end) - window.start })
  const number = String(at.line)
  const gutter = ' '.repeat(number.length)
  return [
    `${faint(`  ${number} │`)} ${shown}`,
    `${faint(`  ${gutter} │`)} ${' '.repeat(columns.start)}${caret('^'.repeat(Math.max(1, columns.end - columns.start)))}`,
  ]
}

/** A long line is shown from a little before the passage. */
function windowOf(line: string, from: number): { readonly start: number; readonly end: number } {
  if (line.length <= WIDEST) return { start: 0, end: line.length }
  const start = from <= WIDEST / 2 ? 0 : Math.min(from - WIDEST / 4, Math.max(0, line.length - WIDEST))
  return { start, end: Math.min(line.length, start + WIDEST) }
}
