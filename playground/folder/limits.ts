import type { Text } from '../../src/explain/text.ts'

/** What a policy folder may hold: far more than any has, and little enough for a page. */
export const MOST_FILES = 2000
export const MOST_BYTES = 8 * 1024 * 1024
export const MOST_IN_ALL = 32 * 1024 * 1024

const WANTED = /\.(?:heng|txt|json)$/
const NOT_NAMES: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor', '..', '.', ''])

/** Something that is opened and refused: why, in words. */
export interface Refused {
  readonly refused: Text
}

export const refuse = (zh: string, en: string): Refused => ({ refused: { zh, en } })

export function isRefused(value: object): value is Refused {
  return 'refused' in value
}

/** A path that leads anywhere else than below its folder. */
export function isHostile(path: string): boolean {
  return path.includes('\\') || path.includes('\0') || /^[A-Za-z]:/.test(path) || path.split('/').some((name) => NOT_NAMES.has(name))
}

/** Files of other kinds are left where they are, and so is what a system puts beside them. */
export function isWanted(path: string): boolean {
  return WANTED.test(path) && !path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX' || name === 'node_modules')
}

/** The text of a file; null when it is not UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

export const notUtf8 = (path: string): Refused => refuse(`${path} 不是 UTF-8 编码的文本，请另存为 UTF-8。`, `${path} is not UTF-8 text: save it as UTF-8.`)
export const tooLarge = (path: string): Refused => refuse(`${path} 太大，没有打开。`, `${path} is too large and was not opened.`)
export const tooMany = (): Refused => refuse(`文件超过 ${MOST_FILES} 个，没有打开。`, `There are more than ${MOST_FILES} files: nothing was opened.`)
export const noPolicy = (): Refused => refuse('里面没有 policy.heng，不是政策文件夹。', 'There is no policy.heng in it: this is no policy folder.')
