import { writeFileSync } from 'node:fs'
import { BadInput } from './misuse.ts'

/** Writes a file; throws `BadInput` where it cannot. */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new BadInput({ zh: `写不了文件：${path}（${reason}）`, en: `cannot write ${path} (${reason})` })
  }
}
