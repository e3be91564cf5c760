import { join } from 'node:path'
import { lineStarts, positionAt } from '../base/span.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { hintOf, messageOf, renderDiagnostic, severityOf } from '../diagnostics/render.ts'
import type { Json } from './json.ts'
import type { PolicyFolder } from './policy-folder.ts'
import type { Context, Paint } from './verb.ts'

const pathOf = ({ folder }: PolicyFolder, file: string): string => join(folder, file)

function textsOf(folder: PolicyFolder): ReadonlyMap<string, string> {
  const source: readonly (readonly [string, string])[] = folder.source === null ? [] : [[pathOf(folder, 'source.txt'), folder.source]]
  return new Map([...folder.files.map(({ file, text }) => [pathOf(folder, file), text] as const), ...source])
}

/** The place, the message, the line with carets under what is meant, the hint; paths as one would type them. */
export function prettyDiagnostic(folder: PolicyFolder, diagnostic: Diagnostic, { language }: Context, paint: Paint): string {
  const colours = { place: paint.bold, faint: paint.dim, error: paint.red, warning: paint.yellow, information: paint.dim } as const
  return `${renderDiagnostic({ ...diagnostic, file: pathOf(folder, diagnostic.file) }, { language, texts: textsOf(folder), paint: (text, as) => colours[as](text) })}\n`
}

function placeOf(folder: PolicyFolder, { file, span }: Diagnostic): { readonly path: string; readonly line: number; readonly column: number } {
  const path = pathOf(folder, file)
  const text = textsOf(folder).get(path) ?? ''
  return { path, ...positionAt(lineStarts(text), Math.min(span.start, text.length)) }
}

export function compactDiagnostic(folder: PolicyFolder, diagnostic: Diagnostic, { language }: Context): string {
  const { path, line, column } = placeOf(folder, diagnostic)
  return `${path}:${line}:${column}: ${severityOf(diagnostic.code)}: ${messageOf(diagnostic, language)} [${diagnostic.code}]`
}

export function jsonDiagnostic(folder: PolicyFolder, diagnostic: Diagnostic): Json {
  const { path, line, column } = placeOf(folder, diagnostic)
  return {
    code: diagnostic.code, severity: severityOf(diagnostic.code), file: path, line, column, start: diagnostic.span.start, end: diagnostic.span.end,
    message: { zh: messageOf(diagnostic, 'zh'), en: messageOf(diagnostic, 'en') }, hint: { zh: hintOf(diagnostic, 'zh'), en: hintOf(diagnostic, 'en') },
    facts: { ...diagnostic.facts }, fixes: diagnostic.fixes.length,
  }
}
