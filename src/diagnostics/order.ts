import type { Diagnostic } from './diagnostic.ts'

/** Orders diagnostics by file as given (others, such as the official text, last), then by place, then by code. */
export function byPlace(files: readonly string[]): (a: Diagnostic, b: Diagnostic) => number {
  const rank = new Map(files.map((file, index) => [file, index]))
  const of = (file: string): number => rank.get(file) ?? files.length
  return (a, b) => of(a.file) - of(b.file) || a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}
