import type { Text } from '../../src/explain/text.ts'
import type { Edition } from '../words/versions.ts'
import type { PolicyEntry, PolicyTexts, Texts, TourEdit, VersionEntry } from '../state/catalogue.ts'

const MAIN = 'policy.heng'
const EDITION = /^[ \t]*(?:文本|edition)[ \t]+(\S+)/m
const EDITIONS: Readonly<Record<string, Edition>> = {
  正式文本: 'official', 征求意见稿: 'draft', 示例修订: 'illustrative-amendment', 示范文本: 'model-text',
  official_text: 'official', consultation_draft: 'draft', illustrative_amendment: 'illustrative-amendment', model_text: 'model-text',
}
const TITLE = /(?:标题|title)\s+“((?:[^“”]|“[^“”]*”)*)”(?:\s*\/\s*“((?:[^“”]|“[^“”]*”)*)”)?/

function within(texts: Texts, prefix: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => path.startsWith(prefix)).map(([path, text]) => [path.slice(prefix.length), text]))
}

/** A folder with a policy.heng is a version; every other text belongs to the policy as a whole. Paths have slashes. */
export function splitPolicy(texts: Texts): PolicyTexts {
  const names = Object.keys(texts).filter((path) => path.endsWith(`/${MAIN}`)).map((path) => path.slice(0, -MAIN.length - 1))
  const versions = Object.fromEntries(names.map((name) => [name, within(texts, `${name}/`)]))
  const others = Object.fromEntries(Object.entries(texts).filter(([path]) => !names.some((name) => path.startsWith(`${name}/`))))
  return { versions, others }
}

function titleOf(header: string, otherwise: string): Text {
  const match = TITLE.exec(header)
  const zh = match?.[1] ?? otherwise
  return { zh, en: match?.[2] ?? zh }
}

/** The official draft comes first: it is what a link without a version means. */
function order(a: string, b: string): number {
  const late = (name: string): number => (/amendment|revised/.test(name) ? 1 : 0)
  return late(a) - late(b) || (a < b ? -1 : 1)
}

/** Null where the folder has no tour.json, or not one that can be read. */
function tourFrom(text: string | undefined): TourEdit | null {
  if (text === undefined) return null
  try {
    const { version, clause, from, to }: Partial<Record<string, unknown>> = JSON.parse(text)
    return typeof version === 'string' && typeof clause === 'string' && typeof from === 'string' && typeof to === 'string' ? { version, clause, from, to } : null
  } catch {
    return null
  }
}

export function entryFrom(folder: string, texts: PolicyTexts): Omit<PolicyEntry, 'load'> {
  const names = Object.keys(texts.versions).sort(order)
  const versions: VersionEntry[] = names.map((name) => ({ name, title: titleOf(texts.versions[name]?.[MAIN] ?? '', name), edition: EDITIONS[EDITION.exec(texts.versions[name]?.[MAIN] ?? '')?.[1] ?? ''] ?? null }))
  return { folder, title: versions[0]?.title ?? { zh: folder, en: folder }, tour: tourFrom(texts.others['tour.json']), versions }
}

/**
 * A policy from the texts of a folder or an archive, whatever stands above it: the folder's name, and its texts by version.
 * Null when there is no policy.heng in it.
 */
export function policyFrom(name: string, texts: Texts): { readonly name: string; readonly texts: PolicyTexts } | null {
  let [folder, rest] = [name, texts]
  for (;;) {
    const mains = Object.keys(rest).filter((path) => path === MAIN || path.endsWith(`/${MAIN}`))
    if (mains.length === 0) return null
    if (mains.includes(MAIN)) return { name: folder, texts: alone(folder, rest) }
    if (mains.some((path) => path.split('/').length === 2)) return { name: folder, texts: splitPolicy(rest) }
    // All of it stands in a folder: that one is meant.
    const top = mains[0]?.split('/')[0] ?? ''
    folder = top
    rest = within(rest, `${top}/`)
  }
}

/** A single version, its dossiers beside or in it. */
function alone(name: string, texts: Texts): PolicyTexts {
  const shared = (path: string): boolean => path.startsWith('dossiers/') || path === 'population.json'
  const entries = Object.entries(texts)
  return { versions: { [name]: Object.fromEntries(entries.filter(([path]) => !shared(path))) }, others: Object.fromEntries(entries.filter(([path]) => shared(path))) }
}
