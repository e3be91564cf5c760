import { signal } from '@preact/signals'
import type { Text } from '../../src/explain/text.ts'
import { opened } from '../state/catalogue.ts'
import type { PolicyEntry, PolicyTexts, Texts } from '../state/catalogue.ts'
import { chosen, keptAs, openVersion, original, others, renames, saved, texts } from '../state/store.ts'
import { keepUnderNewNames, ownText } from '../dossiers/mine.ts'
import { ask } from '../workers/client.ts'
import type { DirectoryHandle } from './disk.ts'
import { handOver } from './hand-over.ts'
import { isRefused, noPolicy } from './limits.ts'
import type { Refused } from './limits.ts'
import { servedPolicy } from './server.ts'
import { entryFrom, policyFrom } from './split.ts'

export type Kept =
  | { readonly kind: 'kept' }
  /** Changed elsewhere since they were read: nothing is written. */
  | { readonly kind: 'conflict'; readonly files: readonly string[] }
  | { readonly kind: 'failed'; readonly words: Text }

/** A policy of one's own, and where its changes are kept. */
interface Own {
  readonly name: string
  texts: PolicyTexts
  /** Null: it came from an archive, and goes back into one. */
  readonly save: ((version: string, files: Texts, shared: Texts) => Promise<Kept>) | null
}

const OWN = 'own.json'
const own = new Map<PolicyEntry, Own>()

/** What opening or saving came to, as long as it is news. */
export const folderNews = signal<{ readonly text: Text; readonly bad: boolean } | null>(null)
export const saving = signal(false)

const news = (zh: string, en: string, bad = false): void => { folderNews.value = { text: { zh, en }, bad } }

function add(policy: Own): PolicyEntry {
  const entry: PolicyEntry = { ...entryFrom(policy.name, policy.texts), load: () => Promise.resolve(policy.texts) }
  own.set(entry, policy)
  opened.value = [entry, ...opened.value.filter((each) => each.folder !== entry.folder)]
  return entry
}

async function open(policy: Own): Promise<void> {
  const entry = add(policy)
  const version = entry.versions[0]
  if (version !== undefined) await openVersion(entry, version.name)
  news(`已打开 ${policy.name}。`, `${policy.name} is open.`)
}

/** Puts the folder that `heng play` serves first among the policies. */
export async function openServed(): Promise<void> {
  const served = await servedPolicy()
  if (served !== null) add({ name: served.name, texts: served.texts, save: served.save })
}

function refused({ refused: text }: Refused): void {
  folderNews.value = { text, bad: true }
}

export async function openDisk(root: DirectoryHandle): Promise<void> {
  const { readDisk, writeDisk } = await import('./disk.ts')
  const read = await readDisk(root)
  if (isRefused(read)) return refused(read)
  const policy = policyFrom(root.name, read)
  if (policy === null) return refused(noPolicy())
  const known: Record<string, string> = { ...read }
  await open({
    ...policy,
    save: async (version, files, shared) => {
      const path = (name: string): string => Object.keys(known).find((each) => each === `${version}/${name}` || each.endsWith(`/${version}/${name}`)) ?? (policy.name === version ? name : `${version}/${name}`)
      const beside = (name: string): string => Object.keys(known).find((each) => each === name || each.endsWith(`/${name}`)) ?? name
      const all = Object.fromEntries([...Object.entries(files).map(([name, text]) => [path(name), text]), ...Object.entries(shared).map(([name, text]) => [beside(name), text])])
      const kept = await writeDisk(root, all, known)
      if (kept.kind === 'kept') Object.assign(known, all)
      return kept
    },
  })
}

export async function openZip(file: File): Promise<void> {
  const { readZip } = await import('./zip.ts')
  const read = readZip(new Uint8Array(await file.arrayBuffer()))
  if (isRefused(read)) return refused(read)
  const policy = policyFrom(file.name.replace(/\.zip$/i, ''), read)
  if (policy === null) return refused(noPolicy())
  await open({ ...policy, save: null })
}

const surfaceOf = (files: Texts): 'zh' | 'en' => (/^policy\b/m.test(files['policy.heng'] ?? '') ? 'en' : 'zh')

/** The draft in the surface of its files: what changed in it, by file. */
async function changedFiles(now: Texts): Promise<Texts> {
  const before = saved.peek()
  const names = Object.keys(now).filter((name) => now[name] !== before[name])
  if (names.length === 0) return {}
  const surface = surfaceOf(original.peek())
  const [stored = now] = surfaceOf(now) === surface ? [now] : await ask('translate', { texts: [now], to: surface })
  return Object.fromEntries(names.map((name) => [name, stored[name] ?? '']))
}

/** The dossiers and distributions with the names that the draft has given, those that differ; and the dossiers of one's own. */
async function renamedFiles(now: Texts): Promise<{ readonly shared: Texts; readonly mine: string | null }> {
  if (renames.peek().length === 0) return { shared: {}, mine: null }
  const asked = (files: Texts): Promise<Texts> => ask('renameFiles', { texts: now, others: files, renames: renames.peek() }, 'long')
  const [shared, own] = await Promise.all([asked(others.peek()), asked({ [OWN]: ownText.peek() })])
  return { shared, mine: own[OWN] ?? null }
}

/** What was not renamed along, in words; empty where nothing was renamed. */
function leftBehind(versions: readonly string[], version: string): Text {
  if (renames.peek().length === 0) return { zh: '', en: '' }
  const others = versions.filter((each) => each !== version)
  return {
    zh: `改名已写进 JSON 材料和示例人口。CSV、NDJSON 材料${others.length === 0 ? '' : `，以及其他版本（${others.join('、')}）`}没有改，请自行核对；示例人口中改名的事实按新名称重新抽样。`,
    en: ` The new names are in the JSON dossiers and the sample population. CSV and NDJSON dossiers${others.length === 0 ? '' : ` and the other versions (${others.join(', ')})`} still have the old ones; the renamed facts of the sample population are drawn anew.`,
  }
}

/** Keeps the draft where its policy came from; without such a place it leaves as an archive. */
export async function saveDraft(): Promise<void> {
  const now = chosen.peek()
  const policy = now === null ? undefined : own.get(now.policy)
  if (now === null || saving.peek()) return
  if (policy?.save == null) return downloadZip()
  saving.value = true
  try {
    const shown = texts.peek()
    const files = await changedFiles(shown)
    if (Object.keys(files).length === 0) return news('没有需要保存的改动。', 'There is nothing to save.')
    const { shared, mine } = await renamedFiles(shown)
    const kept = await policy.save(now.version, files, shared)
    if (kept.kind === 'conflict') return news(`没有保存：${kept.files.join('、')} 已在别处改动。请先下载压缩包留底，再重新打开文件夹。`, `Not saved: ${kept.files.join(', ')} changed elsewhere meanwhile. Download the archive to keep your draft, then open the folder again.`, true)
    if (kept.kind === 'failed') return void (folderNews.value = { text: kept.words, bad: true })
    const stored = { ...policy.texts.versions[now.version], ...files }
    policy.texts = { others: { ...policy.texts.others, ...shared }, versions: { ...policy.texts.versions, [now.version]: stored } }
    const left = leftBehind(Object.keys(policy.texts.versions), now.version)
    if (mine !== null) keepUnderNewNames(mine)
    keptAs(shown, stored, policy.texts.others)
    const names = [...Object.keys(files), ...Object.keys(shared)]
    news(`已保存：${names.join('、')}。${left.zh}`, `Saved: ${names.join(', ')}.${left.en}`)
  } finally {
    saving.value = false
  }
}

/** Hands the policy over as an archive, the draft in its place. */
export async function downloadZip(): Promise<void> {
  const now = chosen.peek()
  if (now === null) return
  const [{ writeZip }, loaded, files, { shared }] = await Promise.all([import('./zip.ts'), now.policy.load(), changedFiles(texts.peek()), renamedFiles(texts.peek())])
  const versions = { ...loaded.versions, [now.version]: { ...loaded.versions[now.version], ...files } }
  const all = { ...loaded.others, ...shared, ...Object.fromEntries(Object.entries(versions).flatMap(([version, each]) => Object.entries(each).map(([name, text]) => [`${version}/${name}`, text]))) }
  handOver(`${now.policy.folder}.zip`, new Blob([new Uint8Array(writeZip(now.policy.folder, all))], { type: 'application/zip' }))
  const left = leftBehind(Object.keys(loaded.versions), now.version)
  news(`已下载 ${now.policy.folder}.zip，草稿的改动在里面。${left.zh}`, `${now.policy.folder}.zip was downloaded with the draft in it.${left.en}`)
}

/** Whether saving writes into a folder. */
export function savesInto(entry: PolicyEntry | undefined): boolean {
  return entry !== undefined && own.get(entry)?.save != null
}

/** Ctrl+S keeps the draft, whatever view has the keyboard. */
export function listenForSave(): void {
  window.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    void saveDraft()
  }, { capture: true })
}
