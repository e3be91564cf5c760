import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PolicyTexts, Texts } from '../state/catalogue.ts'
import type { Kept } from './own.ts'

/** The folder that `heng play` serves: its address carries a token, which stays in this tab. */
const PREFIX = '#play='
const KEY = 'heng.play'
const API = './api/policy'

interface Served {
  readonly name: string
  readonly versions: Readonly<Record<string, Readonly<Record<string, { readonly text: string; readonly mark: string }>>>>
  readonly others: Texts
}

export interface ServedPolicy {
  readonly name: string
  readonly texts: PolicyTexts
  readonly save: (version: string, files: Texts, shared: Texts) => Promise<Kept>
}

function tokenOf(): string | null {
  try {
    if (location.hash.startsWith(PREFIX)) {
      sessionStorage.setItem(KEY, location.hash.slice(PREFIX.length))
      window.history.replaceState(window.history.state, '', location.pathname + location.search)
    }
    return sessionStorage.getItem(KEY)
  } catch {
    return location.hash.startsWith(PREFIX) ? location.hash.slice(PREFIX.length) : null
  }
}

/** The folder behind this page; null when it was not opened by `heng play`. */
export async function servedPolicy(): Promise<ServedPolicy | null> {
  const token = tokenOf()
  if (token === null) return null
  const headers = { 'x-heng-token': token }
  const response = await fetch(API, { headers }).catch(() => null)
  if (response === null || !response.ok) return null
  const served = await response.json() as Served
  const marks = new Map(Object.entries(served.versions).flatMap(([version, files]) => Object.entries(files).map(([name, { mark }]) => [`${version}/${name}`, mark])))
  const known: Record<string, string> = { ...served.others }
  const markOf = (text: string | undefined): string | null => (text === undefined ? null : bytesToHex(sha256(utf8ToBytes(text))))
  const save = async (version: string, files: Texts, shared: Texts): Promise<Kept> => {
    const body = JSON.stringify({ version, files: Object.fromEntries(Object.entries(files).map(([name, text]) => [name, { text, mark: marks.get(`${version}/${name}`) ?? null }])), shared: Object.fromEntries(Object.entries(shared).map(([name, text]) => [name, { text, mark: markOf(known[name]) }])) })
    const answer = await fetch(API, { method: 'PUT', headers, body }).catch(() => null)
    if (answer === null) return { kind: 'failed', words: { zh: 'heng play 已经结束，没有保存。草稿仍在浏览器里。', en: 'heng play has ended: nothing was saved. The draft is still in the browser.' } }
    const said = await answer.json() as { readonly marks?: Readonly<Record<string, string>>; readonly files?: readonly string[]; readonly message?: { readonly zh: string; readonly en: string } }
    if (answer.status === 409) return { kind: 'conflict', files: said.files ?? [] }
    if (!answer.ok) return { kind: 'failed', words: said.message ?? { zh: `这些文件不能写：${(said.files ?? []).join('、')}`, en: `These files cannot be written: ${(said.files ?? []).join(', ')}` } }
    for (const [name, mark] of Object.entries(said.marks ?? {})) marks.set(`${version}/${name}`, mark)
    Object.assign(known, shared)
    return { kind: 'kept' }
  }
  const versions = Object.fromEntries(Object.entries(served.versions).map(([version, files]) => [version, Object.fromEntries(Object.entries(files).map(([name, { text }]) => [name, text]))]))
  return { name: served.name, texts: { versions, others: served.others }, save }
}
