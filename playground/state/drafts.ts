import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Text } from '../../src/explain/text.ts'
import type { Texts } from './catalogue.ts'
import type { Language } from './preferences.ts'

/**
 * Drafts in the browser's own storage. Each opened page has a row of its own, so that a second tab never overwrites the first;
 * the newest row of a version is the one that an opened page goes on with.
 */
export interface StoredDraft {
  readonly id: string
  /** `FOLDER/VERSION`. */
  readonly version: string
  /** The saved text that the draft is a change of, see {@link fingerprintOf}. */
  readonly base: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly language: Language
  readonly texts: Texts
  /** What it changes, as the top line says it. */
  readonly summary: Text
}

const NAME = 'heng'
const STORE = 'drafts'
/** Of one version; older ones are dropped. */
const MOST = 12

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no storage'))
    request.onblocked = () => reject(new Error('blocked'))
  })
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = act(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
      transaction.onerror = () => reject(transaction.error ?? new Error('failed'))
    })
  } finally {
    database.close()
  }
}

/** What is read back may have been written by an older page: only what has the form of a draft counts. */
function isDraft(value: unknown): value is StoredDraft {
  if (typeof value !== 'object' || value === null) return false
  const draft = value as Partial<StoredDraft>
  return typeof draft.id === 'string' && typeof draft.version === 'string' && typeof draft.base === 'string' && typeof draft.at === 'number' && (draft.language === 'zh' || draft.language === 'en')
    && typeof draft.texts === 'object' && draft.texts !== null && Object.values(draft.texts).every((text) => typeof text === 'string') && typeof draft.summary?.zh === 'string'
}

/** The drafts of a version, the newest first. Rejects where the browser has no storage. */
export async function draftsOf(version: string): Promise<readonly StoredDraft[]> {
  const all = await inStore<unknown[]>('readonly', (store) => store.getAll())
  return all.filter(isDraft).filter((draft) => draft.version === version).sort((a, b) => b.at - a.at)
}

export async function keepDraft(draft: StoredDraft): Promise<void> {
  await inStore('readwrite', (store) => store.put(draft))
  for (const old of (await draftsOf(draft.version)).slice(MOST)) await dropDraft(old.id)
}

export async function dropDraft(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id))
}

export function fingerprintOf(texts: Texts): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(Object.keys(texts).sort().map((file) => [file, texts[file]])))))
}

export function newId(): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(12)))
}
