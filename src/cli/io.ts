import { readFileSync, readdirSync, statSync } from 'node:fs'
import { BadInput } from './misuse.ts'

/** Where a verb writes and what it knows of its surroundings; tests give their own. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => void
  /** Diagnostics, progress. */
  readonly err: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly outIsTerminal: boolean
  readonly errIsTerminal: boolean
  /** Columns of the terminal; 100 where there is none. */
  readonly columns: number
  /** Of the program. */
  readonly version: string
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

const reasonOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What stands at a path: a file, a folder or nothing. */
export function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

/** The bytes of a file. Throws `BadInput` with the reason in words. */
export function readBytes(path: string): Uint8Array {
  const kind = kindOf(path)
  if (kind === 'nothing') throw new BadInput({ zh: `没有这个文件：${path}`, en: `no such file: ${path}` })
  if (kind === 'folder') throw new BadInput({ zh: `这是文件夹，不是文件：${path}`, en: `this is a folder, not a file: ${path}` })
  try {
    return readFileSync(path)
  } catch (error) {
    throw new BadInput({ zh: `读不了文件：${path}（${reasonOf(error)}）`, en: `cannot read ${path} (${reasonOf(error)})` })
  }
}

/** The text of a UTF-8 file. Throws `BadInput` for another encoding. */
export function readText(path: string): string {
  const bytes = readBytes(path)
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BadInput({ zh: `不是UTF-8编码的文本：${path}。请另存为UTF-8`, en: `${path} is not UTF-8 text; save it as UTF-8` })
  }
}

/** The names in a folder, sorted. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw new BadInput({ zh: `读不了文件夹：${folder}（${reasonOf(error)}）`, en: `cannot read the folder ${folder} (${reasonOf(error)})` })
  }
}
