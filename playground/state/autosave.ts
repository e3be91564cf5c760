import { effect, signal } from '@preact/signals'
import { summary } from '../words/summary.ts'
import { draftsOf, dropDraft, fingerprintOf, keepDraft, newId } from './drafts.ts'
import type { StoredDraft } from './drafts.ts'
import { language } from './preferences.ts'
import { chosen, evaluation, original, restore, saved, texts } from './store.ts'

/** Drafts of this version from other times and tabs. */
export const others = signal<readonly StoredDraft[]>([])
/** The draft that this page went on with when it was opened. */
export const recovered = signal<StoredDraft | null>(null)
/** Whether there is a draft of this version is known. */
export const searched = signal(false)
/** The browser keeps nothing: private browsing, or no space left. */
export const cannotKeep = signal(false)

const WAIT = 400
let row: { readonly version: string; readonly id: string } | null = null
let timer: ReturnType<typeof setTimeout> | undefined

const versionName = (): string | null => {
  const now = chosen.peek()
  return now === null ? null : `${now.policy.folder}/${now.version}`
}

/** Where this tab remembers its row while it is loaded anew. */
const memoryOf = (version: string): string => `heng.draft ${version}`

function own(version: string, id: string): string {
  row = { version, id }
  try {
    sessionStorage.setItem(memoryOf(version), id)
  } catch {
    // A tab that remembers nothing goes on with the newest draft.
  }
  return id
}

function rowOf(version: string): string {
  if (row?.version === version) return row.id
  const id = own(version, newId())
  void claim(id)
  return id
}

/** The draft of this very tab, else the newest. */
function ofThisTab(version: string, drafts: readonly StoredDraft[]): StoredDraft | undefined {
  const mine = sessionStorage.getItem(memoryOf(version))
  return drafts.find(({ id }) => id === mine) ?? drafts[0]
}

/** Claims a row for this page until it is closed; false when another tab has it, or the browser has no locks. */
function claim(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    if (!('locks' in navigator)) return resolve(false)
    navigator.locks.request(`heng draft ${id}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<never>(() => undefined)
    }).catch(() => resolve(false))
  })
}

async function save(): Promise<void> {
  const version = versionName()
  const now = evaluation.peek()
  if (version === null || now === null) return
  const id = rowOf(version)
  try {
    const changed = Object.keys(texts.peek()).some((file) => texts.peek()[file] !== saved.peek()[file])
    if (!changed) return await dropDraft(id)
    const words = summary(now) ?? { zh: '文字有改动', en: 'the text was changed' }
    await keepDraft({ id, version, base: fingerprintOf(original.peek()), at: Date.now(), language: language.peek(), texts: texts.peek(), summary: { zh: words.zh, en: words.en } })
    cannotKeep.value = false
  } catch {
    cannotKeep.value = true
  }
}

async function recover(version: string): Promise<void> {
  try {
    const drafts = await draftsOf(version)
    if (versionName() !== version) return
    const base = fingerprintOf(original.peek())
    const found = ofThisTab(version, drafts)
    // A draft of a text that has changed since is offered, not put in its place.
    if (found !== undefined && found.base === base && texts.peek() === saved.peek()) {
      await restore(found)
      recovered.value = found
      // The row of a tab that is closed is gone on with; that of an open one stays its own.
      if (await claim(found.id)) own(version, found.id)
    }
    others.value = drafts.filter((each) => each.id !== (row?.version === version ? row.id : null))
  } catch {
    cannotKeep.value = true
  } finally {
    searched.value = true
  }
}

/** Goes on with an earlier draft, as a step that undo takes back. */
export async function resume(draft: StoredDraft): Promise<void> {
  await restore(draft)
}

export async function forget(draft: StoredDraft): Promise<void> {
  await dropDraft(draft.id).catch(() => undefined)
  others.value = others.peek().filter((each) => each.id !== draft.id)
}

/** Keeps the draft shortly after each change, and looks for one when a version is opened. */
export function startAutosave(): void {
  let opened: string | null = null
  effect(() => {
    const version = chosen.value === null ? null : `${chosen.value.policy.folder}/${chosen.value.version}`
    if (version === null || version === opened) return
    opened = version
    recovered.value = null
    others.value = []
    void recover(version)
  })
  effect(() => {
    const now = evaluation.value
    if (now === null || now.texts !== texts.value) return
    clearTimeout(timer)
    timer = setTimeout(() => void save(), WAIT)
  })
  // A page that is closed or put aside may never come back.
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') void save() })
}
