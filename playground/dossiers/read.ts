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

export const MOST_BYTES = 4 * 1024 * 1024

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
    return dossiersIn(isObject(value) ? value['applicants'] : value)
  } catch {
    return null
  }
}

/** Throws for what has not the form of dossiers. */
export function dossiersIn(list: unknown): readonly OwnDossier[] {
  if (!Array.isArray(list)) throw new Error('no list')
  return list.map(dossierFrom)
}

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
