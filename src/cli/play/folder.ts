import { createHash, randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { kindOf, namesIn, readText } from '../io.ts'
import { BadInput } from '../misuse.ts'

/** A folder that is played with: its versions, and what belongs to all of them. */
export interface PlayFolder {
  readonly name: string
  /** Version → its folder. */
  readonly versions: ReadonlyMap<string, string>
  /** The one to open. */
  readonly first: string
  /** Where dossiers and distributions lie. */
  readonly shared: string
}

/** Name → text and its mark, by which a later save knows whether the file is still what the page has read. */
export type Files = Readonly<Record<string, { readonly text: string; readonly mark: string }>>

const MAIN = 'policy.heng'
const NAME = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,99}`
/** All that is ever written: the version's own files and its dossiers. */
const WRITABLE = new RegExp(String.raw`^(?:${NAME}\.heng|source\.txt|dossiers/${NAME}\.json)$`, 'u')
const WRITABLE_SHARED = new RegExp(String.raw`^(?:population\.json|dossiers/${NAME}\.json)$`, 'u')
const SHARED = /^(?:population\.json|dossiers\/[^/]+\.json)$/u

/** A version's folder, or one of a policy with several versions. Throws `BadInput` where it is neither. */
export function playFolder(path: string): PlayFolder {
  if (kindOf(path) !== 'folder') throw new BadInput({ zh: `没有这个文件夹：${path}`, en: `no such folder: ${path}` })
  const folder = realpathSync(resolve(path))
  if (kindOf(join(folder, MAIN)) === 'file') {
    const above = dirname(folder)
    return { name: basename(folder), versions: new Map([[basename(folder), folder]]), first: basename(folder), shared: kindOf(join(folder, 'dossiers')) === 'folder' ? folder : above }
  }
  const names = namesIn(folder).filter((name) => kindOf(join(folder, name, MAIN)) === 'file')
  const first = names[0]
  if (first === undefined) throw new BadInput({ zh: `${path} 里没有 ${MAIN}`, en: `there is no ${MAIN} in ${path}` })
  return { name: basename(folder), versions: new Map(names.map((name) => [name, join(folder, name)])), first, shared: folder }
}

export const markOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function filesIn(folder: string, wanted: RegExp): Files {
  const below = kindOf(join(folder, 'dossiers')) === 'folder' ? namesIn(join(folder, 'dossiers')).map((name) => `dossiers/${name}`) : []
  const names = [...namesIn(folder), ...below].filter((name) => wanted.test(name) && kindOf(join(folder, name)) === 'file')
  return Object.fromEntries(names.map((name) => {
    const text = readText(join(folder, name))
    return [name, { text, mark: markOf(text) }]
  }))
}

/** Everything that the page needs. */
export function readPlayFolder(folder: PlayFolder): { readonly name: string; readonly first: string; readonly versions: Readonly<Record<string, Files>>; readonly others: Readonly<Record<string, string>> } {
  const versions = Object.fromEntries([...folder.versions].map(([name, path]) => [name, filesIn(path, WRITABLE)]))
  const others = Object.fromEntries(Object.entries(filesIn(folder.shared, SHARED)).map(([name, { text }]) => [name, text]))
  return { name: folder.name, first: folder.first, versions, others }
}

export interface Save {
  readonly version: string
  /** Name → text, and the mark of what the page had read; null for a file that was not there. */
  readonly files: ToSave
  /** Files that belong to all versions: dossiers and distributions. */
  readonly shared: ToSave
}

export type ToSave = Readonly<Record<string, { readonly text: string; readonly mark: string | null }>>

export type Saved =
  | { readonly kind: 'saved'; readonly marks: Readonly<Record<string, string>> }
  | { readonly kind: 'refused'; readonly files: readonly string[] }
  /** Changed on disk meanwhile: nothing is written. */
  | { readonly kind: 'conflict'; readonly files: readonly string[] }

/** The path of a file that may be written; null for any other. Links are not followed out of the folder. */
function pathOf(folder: string, name: string, writable: RegExp): string | null {
  if (!writable.test(name) || name.includes('..')) return null
  const path = join(folder, ...name.split('/'))
  try {
    if (name.includes('/')) mkdirSync(dirname(path), { recursive: true })
    const parent = realpathSync(dirname(path))
    if (parent !== folder && !parent.startsWith(folder + sep)) return null
  } catch {
    return null
  }
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? null : path
}

function markOnDisk(path: string): string | null {
  return kindOf(path) === 'file' ? markOf(readFileSync(path, 'utf8')) : null
}

/** Writes beside the file first, so that the file is always whole. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`
  try {
    writeFileSync(beside, text, { flag: 'wx' })
    renameSync(beside, path)
  } catch (problem) {
    rmSync(beside, { force: true })
    throw problem
  }
}

interface Target {
  readonly name: string
  readonly path: string | null
  readonly text: string
  readonly mark: string | null
}

/** Saves all of the files or none. */
export function saveFiles(folder: PlayFolder, { version, files, shared }: Save): Saved {
  const root = folder.versions.get(version)
  if (root === undefined) return { kind: 'refused', files: Object.keys(files) }
  const targets = (all: ToSave, within: string, writable: RegExp): readonly Target[] => Object.entries(all).map(([name, file]) => ({ name, path: pathOf(within, name, writable), ...file }))
  const all = [...targets(files, root, WRITABLE), ...targets(shared, folder.shared, WRITABLE_SHARED)]
  const refused = all.filter(({ path }) => path === null)
  if (refused.length > 0) return { kind: 'refused', files: refused.map(({ name }) => name) }
  const changed = all.filter(({ path, mark }) => markOnDisk(path ?? '') !== mark)
  if (changed.length > 0) return { kind: 'conflict', files: changed.map(({ name }) => name) }
  for (const { path, text } of all) writeWhole(path ?? '', text)
  return { kind: 'saved', marks: Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, markOf(text)])) }
}
