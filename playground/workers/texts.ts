import { SOURCE_FILE } from '../state/source-file.ts'

/** A policy's texts by file. */
export type Texts = Readonly<Record<string, string>>

export interface Compilable {
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly source: string | null
}

/** The files in the order of their names, as the command line reads them. */
export function compilable(texts: Texts): Compilable {
  const names = Object.keys(texts).filter((name) => name.endsWith('.heng')).sort()
  return { files: names.map((file) => ({ file, text: texts[file] ?? '' })), source: texts[SOURCE_FILE] ?? null }
}

export function sameTexts(a: Texts, b: Texts): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
