import { join } from 'node:path'
import { lineStarts, positionAt } from '../base/span.ts'
import { columnsOf } from '../base/width.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { hintOf, messageOf, severityOf } from '../diagnostics/render.ts'
import type { Json } from './json.ts'
import type { PolicyFolder } from './policy-folder.ts'
import type { Context, Paint } from './verb.ts'

/** A diagnostic with its place for a person: lines and columns counted from 1. */
interface Located {
  readonly diagnostic: Diagnostic
  readonly path: string
  readonly line: number
  readonly column: number
  /** The text of the line, and the marked columns of the terminal below it. */
  readonly text: string
  readonly from: number
  readonly to: number
}

function locate(folder: PolicyFolder, diagnostic: Diagnostic): Located {
  const text = folder.files.find((each) => each.file === diagnostic.file)?.text ?? ''
  const starts = lineStarts(text)
  const { line, column } = positionAt(starts, diagnostic.span.start)
  const start = starts[line - 1] ?? 0
  const lineText = text.slice(start, starts[line] === undefined ? text.length : (starts[line] ?? 0) - 1).replace(/\r$/, '')
  const { start: from, end } = columnsOf(lineText, { start: diagnostic.span.start - start, end: Math.min(diagnostic.span.end - start, lineText.length) })
  return { diagnostic, path: join(folder.folder, diagnostic.file), line, column, text: lineText, from, to: Math.max(end, from + 1) }
}

const SEVERITY = { error: { zh: '错误', en: 'error' }, warning: { zh: '警告', en: 'warning' }, information: { zh: '提示', en: 'note' } } as const

function paintOf(severity: keyof typeof SEVERITY, paint: Paint): (text: string) => string {
  return severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.dim
}

/** The line with carets under what is meant. Tabs are shown as one blank so that the carets stand below. */
export function prettyDiagnostic(folder: PolicyFolder, diagnostic: Diagnostic, { say, language }: Context, paint: Paint): string {
  const at = locate(folder, diagnostic)
  const severity = severityOf(diagnostic.code)
  const number = String(at.line)
  const margin = ' '.repeat(number.length)
  const mark = paintOf(severity, paint)
  return [
    `${paint.bold(`${at.path}:${at.line}:${at.column}`)} ${mark(say(SEVERITY[severity]))} ${messageOf(diagnostic, language)} ${paint.dim(`[${diagnostic.code}]`)}`,
    `${paint.dim(`${number} │`)} ${at.text.replaceAll('\t', ' ')}`,
    `${paint.dim(`${margin} │`)} ${' '.repeat(at.from)}${mark('^'.repeat(at.to - at.from))}`,
    `${paint.dim(`${margin} ╰`)} ${hintOf(diagnostic, language)}`,
    '',
  ].join('\n')
}

export function compactDiagnostic(folder: PolicyFolder, diagnostic: Diagnostic, { language }: Context): string {
  const at = locate(folder, diagnostic)
  return `${at.path}:${at.line}:${at.column}: ${severityOf(diagnostic.code)}: ${messageOf(diagnostic, language)} [${diagnostic.code}]`
}

export function jsonDiagnostic(folder: PolicyFolder, diagnostic: Diagnostic): Json {
  const at = locate(folder, diagnostic)
  return {
    code: diagnostic.code, severity: severityOf(diagnostic.code), file: at.path, line: at.line, column: at.column, start: diagnostic.span.start, end: diagnostic.span.end,
    message: { zh: messageOf(diagnostic, 'zh'), en: messageOf(diagnostic, 'en') }, hint: { zh: hintOf(diagnostic, 'zh'), en: hintOf(diagnostic, 'en') }, facts: { ...diagnostic.facts }, fixes: diagnostic.fixes.length,
  }
}
