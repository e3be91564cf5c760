import { computed, effect, signal } from '@preact/signals'
import { handOver } from '../folder/own.ts'
import { chosen, ownDossiers } from '../state/store.ts'

/** A value as the form holds it: null is 未知; what is not there was not asked. The intake reads it. */
export type FormValue = string | number | boolean | null | { readonly state: 'not-applicable' }
export type FormFacts = Readonly<Record<string, FormValue>>

export interface OwnMatter {
  readonly kind: string
  readonly id: string
  readonly facts: FormFacts
}

/** A dossier of one's own, names in Chinese. */
export interface OwnDossier {
  readonly id: string
  readonly facts: FormFacts
  readonly matters: readonly OwnMatter[]
}

const MOST_BYTES = 4 * 1024 * 1024

export const mine = signal<readonly OwnDossier[]>([])
/** The one whose form is open. */
export const editing = signal<string | null>(null)
export const importFailed = signal(false)
/** What the intake is given. */
export const ownText = computed(() => JSON.stringify({ applicants: mine.value }))

const keyOf = (folder: string): string => `heng.dossiers.${folder}`

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

function isValue(value: unknown): value is FormValue {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || (isObject(value) && value['state'] === 'not-applicable')
}

function factsFrom(value: unknown): FormFacts | null {
  if (value === undefined) return {}
  if (!isObject(value)) return null
  const entries = Object.entries(value)
  return entries.every(([, each]) => isValue(each)) ? Object.fromEntries(entries.flatMap(([name, each]) => (isValue(each) ? [[name, each]] : []))) : null
}

/** Dossiers from a text; null when it is none of them. What is wrong with a value is for the intake to say. */
export function dossiersFrom(text: string): readonly OwnDossier[] | null {
  if (text.length > MOST_BYTES) return null
  try {
    const value: unknown = JSON.parse(text)
    const list = isObject(value) ? value['applicants'] : value
    return Array.isArray(list) ? list.map(dossierFrom) : null
  } catch {
    return null
  }
}

/** Throws for what has not the form of a dossier. */
function dossierFrom(value: unknown): OwnDossier {
  const facts = isObject(value) ? factsFrom(value['facts']) : null
  if (!isObject(value) || typeof value['id'] !== 'string' || facts === null) throw new Error('no dossier')
  const matters = value['matters'] ?? []
  if (!Array.isArray(matters)) throw new Error('no matters')
  return { id: value['id'], facts, matters: matters.map(matterFrom) }
}

function matterFrom(value: unknown): OwnMatter {
  const facts = isObject(value) ? factsFrom(value['facts']) : null
  if (!isObject(value) || typeof value['kind'] !== 'string' || typeof value['id'] !== 'string' || facts === null) throw new Error('no matter')
  return { kind: value['kind'], id: value['id'], facts }
}

/** Keeps the dossiers in this browser, for each policy its own. They are in no link and in no archive. */
export function startDossiers(): void {
  let folder: string | null = null
  effect(() => {
    const now = chosen.value?.policy.folder ?? null
    if (now === null || now === folder) return
    folder = now
    editing.value = null
    try {
      mine.value = dossiersFrom(localStorage.getItem(keyOf(now)) ?? '[]') ?? []
    } catch {
      mine.value = []
    }
  })
  effect(() => {
    const all = mine.value
    if (folder === null) return
    ownDossiers.value = all.length === 0 ? null : ownText.peek()
    try {
      if (all.length === 0) localStorage.removeItem(keyOf(folder))
      else localStorage.setItem(keyOf(folder), JSON.stringify({ applicants: all }))
    } catch {
      // They last as long as the page, and can be exported.
    }
  })
}

function freeName(taken: readonly string[], stem: string): string {
  for (let count = 1; ; count += 1) if (!taken.includes(`${stem}${count}`)) return `${stem}${count}`
}

export function addDossier(): void {
  const id = freeName(mine.peek().map((each) => each.id), '自填')
  mine.value = [...mine.peek(), { id, facts: {}, matters: [] }]
  editing.value = id
}

export function dropDossier(id: string): void {
  mine.value = mine.peek().filter((each) => each.id !== id)
  if (editing.peek() === id) editing.value = null
}

function change(id: string, to: (dossier: OwnDossier) => OwnDossier): void {
  mine.value = mine.peek().map((each) => (each.id === id ? to(each) : each))
}

export function addMatter(id: string, kind: string): void {
  change(id, (dossier) => ({ ...dossier, matters: [...dossier.matters, { kind, id: freeName(dossier.matters.map((each) => each.id), kind), facts: {} }] }))
}

export function dropMatter(id: string, matter: string): void {
  change(id, (dossier) => ({ ...dossier, matters: dossier.matters.filter((each) => each.id !== matter) }))
}

/** Sets a fact of the applicant (`subject` its id) or of a matter; undefined: not asked. */
export function setFact(id: string, subject: string, field: string, value: FormValue | undefined): void {
  const set = (facts: FormFacts): FormFacts => {
    const rest = Object.entries(facts).filter(([name]) => name !== field)
    return Object.fromEntries(value === undefined ? rest : [...rest, [field, value]])
  }
  change(id, (dossier) => (subject === id ? { ...dossier, facts: set(dossier.facts) } : { ...dossier, matters: dossier.matters.map((each) => (each.id === subject ? { ...each, facts: set(each.facts) } : each)) }))
}

export function exportDossiers(): void {
  handOver('dossiers.json', new Blob([`${JSON.stringify({ applicants: mine.peek() }, null, 2)}\n`], { type: 'application/json' }))
}

export async function importDossiers(file: File): Promise<void> {
  const read = file.size > MOST_BYTES ? null : dossiersFrom(await file.text())
  importFailed.value = read === null
  if (read === null) return
  const taken = mine.peek().map((each) => each.id)
  mine.value = [...mine.peek(), ...read.filter((each) => !taken.includes(each.id))]
}
