import { computed, effect, signal } from '@preact/signals'
import { handOver } from '../folder/hand-over.ts'
import { chosen, ownDossiers, renames } from '../state/store.ts'
import { dossiersFrom, MOST_BYTES } from './read.ts'
import type { FormFacts, FormValue, OwnDossier } from './read.ts'

export const mine = signal<readonly OwnDossier[]>([])
/** The one whose form is open. */
export const editing = signal<string | null>(null)
export const importFailed = signal(false)
/** What the intake is given. */
export const ownText = computed(() => JSON.stringify({ applicants: mine.value }))

const keyOf = (folder: string): string => `heng.dossiers.${folder}`

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

/** Takes in dossiers that came with a link; one that is there already is not doubled. How many were new. */
export function receiveDossiers(sent: readonly OwnDossier[]): number {
  let all = mine.peek()
  for (const each of sent) {
    const text = JSON.stringify(each)
    if (all.some((known) => JSON.stringify(known) === text)) continue
    all = [...all, all.some(({ id }) => id === each.id) ? { ...each, id: freeName(all.map(({ id }) => id), `${each.id}-`) } : each]
  }
  const count = all.length - mine.peek().length
  if (count > 0) mine.value = all
  return count
}

export function dropDossier(id: string): void {
  mine.value = mine.peek().filter((each) => each.id !== id)
  if (editing.peek() === id) editing.value = null
}

/** Dossiers keep the names of the saved text; the form has those of the draft. */
export const draftName = (name: string): string => renames.value.find(([old]) => old === name)?.[1] ?? name
export const keptName = (name: string): string => renames.peek().find(([, fresh]) => fresh === name)?.[0] ?? name
const factsIn = (facts: FormFacts): FormFacts => Object.fromEntries(Object.entries(facts).map(([field, value]) => [draftName(field), value]))

/** A dossier under the names of the draft; its values are as they are. */
export function underDraftNames(dossier: OwnDossier): OwnDossier {
  if (renames.value.length === 0) return dossier
  return { id: dossier.id, facts: factsIn(dossier.facts), matters: dossier.matters.map((each) => ({ id: each.id, kind: draftName(each.kind), facts: factsIn(each.facts) })) }
}

/** The names of the draft are those of the saved text from now on: the dossiers as they read under them. */
export function keepUnderNewNames(text: string): void {
  mine.value = dossiersFrom(text) ?? mine.peek()
}

function change(id: string, to: (dossier: OwnDossier) => OwnDossier): void {
  mine.value = mine.peek().map((each) => (each.id === id ? to(each) : each))
}

export function addMatter(id: string, kind: string): void {
  change(id, (dossier) => ({ ...dossier, matters: [...dossier.matters, { kind: keptName(kind), id: freeName(dossier.matters.map((each) => each.id), kind), facts: {} }] }))
}

export function dropMatter(id: string, matter: string): void {
  change(id, (dossier) => ({ ...dossier, matters: dossier.matters.filter((each) => each.id !== matter) }))
}

/** Sets a fact of the applicant (`subject` its id) or of a matter; undefined: not asked. */
export function setFact(id: string, subject: string, name: string, value: FormValue | undefined): void {
  const field = keptName(name)
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
