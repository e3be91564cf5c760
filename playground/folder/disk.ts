import type { Text } from '../../src/explain/text.ts'
import type { Texts } from '../state/catalogue.ts'
import { decode, isHostile, isWanted, MOST_BYTES, MOST_FILES, MOST_IN_ALL, notUtf8, tooLarge, tooMany } from './limits.ts'
import type { Refused } from './limits.ts'
import type { Kept } from './own.ts'

interface Handle {
  readonly kind: 'file' | 'directory'
  readonly name: string
}

/** What this page uses of the File System Access API, which not every browser has. */
export interface DirectoryHandle extends Handle {
  readonly values: () => AsyncIterable<Handle>
  readonly getDirectoryHandle: (name: string, options?: { readonly create?: boolean }) => Promise<DirectoryHandle>
  readonly getFileHandle: (name: string, options?: { readonly create?: boolean }) => Promise<FileHandle>
}

interface FileHandle extends Handle {
  readonly getFile: () => Promise<Blob>
  readonly createWritable: () => Promise<{ readonly write: (text: string) => Promise<void>; readonly close: () => Promise<void> }>
}

type Pick = (options: { readonly mode: 'readwrite'; readonly id: string }) => Promise<DirectoryHandle>

/** Asks for a folder; undefined where the browser cannot, null when the drafter thought better of it. */
export function folderPicker(): (() => Promise<DirectoryHandle | null>) | undefined {
  const { showDirectoryPicker: pick } = window as typeof window & { readonly showDirectoryPicker?: Pick }
  if (pick === undefined) return undefined
  return () => pick.call(window, { mode: 'readwrite', id: 'heng' }).catch((problem: unknown) => {
    if (problem instanceof DOMException && problem.name === 'AbortError') return null
    throw problem
  })
}

const DEEPEST = 4

/** The texts below a folder, by path. */
export async function readDisk(root: DirectoryHandle): Promise<Texts | Refused> {
  const texts: Record<string, string> = {}
  let [count, size] = [0, 0]
  const walk = async (folder: DirectoryHandle, above: string, depth: number): Promise<Refused | null> => {
    for await (const { kind, name } of folder.values()) {
      count += 1
      if (count > MOST_FILES) return tooMany()
      const path = above + name
      if (isHostile(path)) continue
      if (kind === 'directory') {
        const problem = depth < DEEPEST && !name.startsWith('.') && name !== 'node_modules' ? await walk(await folder.getDirectoryHandle(name), `${path}/`, depth + 1) : null
        if (problem !== null) return problem
      } else if (isWanted(path)) {
        const file = await (await folder.getFileHandle(name)).getFile()
        size += file.size
        if (file.size > MOST_BYTES || size > MOST_IN_ALL) return tooLarge(path)
        const text = decode(new Uint8Array(await file.arrayBuffer()))
        if (text === null) return notUtf8(path)
        texts[path] = text
      }
    }
    return null
  }
  return (await walk(root, '', 0)) ?? texts
}

async function fileAt(root: DirectoryHandle, path: string, create: boolean): Promise<FileHandle> {
  const names = path.split('/')
  let folder = root
  for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create })
  return folder.getFileHandle(names.at(-1) ?? '', { create })
}

async function textAt(root: DirectoryHandle, path: string): Promise<string | null> {
  try {
    return await (await (await fileAt(root, path, false)).getFile()).text()
  } catch {
    return null
  }
}

const failed = (reason: string): Text => ({ zh: `没有写成：${reason}`, en: `Writing failed: ${reason}` })

/** Writes texts, all or none; `known` is what was read of them. */
export async function writeDisk(root: DirectoryHandle, texts: Texts, known: Texts): Promise<Kept> {
  const conflicts: string[] = []
  for (const path of Object.keys(texts)) if ((await textAt(root, path)) !== (known[path] ?? null)) conflicts.push(path)
  if (conflicts.length > 0) return { kind: 'conflict', files: conflicts }
  try {
    for (const [path, text] of Object.entries(texts)) {
      const writable = await (await fileAt(root, path, true)).createWritable()
      await writable.write(text)
      await writable.close()
    }
    return { kind: 'kept' }
  } catch (problem) {
    return { kind: 'failed', words: failed(problem instanceof Error ? problem.message : String(problem)) }
  }
}
