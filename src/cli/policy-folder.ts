import { join } from 'node:path'
import { kindOf, namesIn, readText } from './io.ts'
import { BadInput } from './misuse.ts'

/** The main file of every version. */
const MAIN = 'policy.heng'

/** A version of a policy as it stands on disk. */
export interface PolicyFolder {
  readonly folder: string
  /** Names relative to the folder, sorted. */
  readonly files: readonly { readonly file: string; readonly text: string }[]
  /** The official text; null when there is none. */
  readonly source: string | null
}

function versionsIn(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => kindOf(join(folder, name, MAIN)) === 'file').map((name) => join(folder, name))
}

/** The folder of one version; says which there are when several, and what is wrong when none. */
export function resolveFolder(path: string): string {
  const kind = kindOf(path)
  if (kind === 'nothing') throw new BadInput({ zh: `没有这个文件夹：${path}`, en: `no such folder: ${path}` })
  if (kind === 'file') throw new BadInput({ zh: `请给出版本的文件夹，而不是文件：${path}`, en: `give the folder of a version, not a file: ${path}` })
  if (kindOf(join(path, MAIN)) === 'file') return path
  const versions = versionsIn(path)
  if (versions.length === 0) throw new BadInput({ zh: `${path} 里没有 ${MAIN}`, en: `there is no ${MAIN} in ${path}` })
  throw new BadInput({
    zh: `${path} 里有${versions.length === 1 ? '一个版本' : '几个版本'}，请写明是哪一个：\n${versions.map((name) => `  ${name}`).join('\n')}`,
    en: `${path} holds ${versions.length === 1 ? 'a version' : 'several versions'}; say which:\n${versions.map((name) => `  ${name}`).join('\n')}`,
  })
}

/** Reads a version. Throws `BadInput` where it cannot. */
export function readPolicyFolder(path: string): PolicyFolder {
  const folder = resolveFolder(path)
  const files = namesIn(folder)
    .filter((name) => name.endsWith('.heng') && kindOf(join(folder, name)) === 'file')
    .map((file) => ({ file, text: readText(join(folder, file)) }))
  const source = join(folder, 'source.txt')
  return { folder, files, source: kindOf(source) === 'file' ? readText(source) : null }
}
