import { deflateSync, inflateSync } from 'fflate'
import { dossiersIn } from '../dossiers/read.ts'
import type { OwnDossier } from '../dossiers/read.ts'
import { PREFIX } from './address.ts'
import type { Patch, Replaced } from './patch.ts'

/** Of what a link may unfold to: a hostile link cannot fill the memory. */
const MOST_BYTES = 1_000_000

/** A draft on its way to another visitor. */
export interface Sent {
  readonly patch: Patch
  /** The mark of the whole text that the draft is a change of; null: an earlier kind of link, which had none. */
  readonly base: string | null
  /** Dossiers of the sender's own: none, unless that was asked for. */
  readonly dossiers: readonly OwnDossier[]
}

export function encodeLink({ patch, base, dossiers }: Sent): string {
  const value = { ...patch, base, ...(dossiers.length === 0 ? {} : { dossiers }) }
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(value)), { level: 9 })
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** What a link brings; null when it is broken. */
export function decodeLink(hash: string): Sent | null {
  if (!hash.startsWith(PREFIX)) return null
  try {
    const binary = atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) }))
    return sentFrom(JSON.parse(text))
  } catch {
    return null
  }
}

function sentFrom(value: unknown): Sent | null {
  if (!isRecord(value) || !isPatch(value)) return null
  const { base = null, dossiers = [] } = value
  if (base !== null && !isText(base)) return null
  const { statements, sentences, added, removed } = value
  return { patch: { statements, sentences, added, removed }, base, dossiers: dossiersIn(dossiers) }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isReplaced = (value: unknown): value is Replaced => isRecord(value) && isText(value['key']) && isText(value['was']) && isText(value['text'])

function listOf(value: unknown, fits: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 2000 && value.every(fits)
}

function isPatch(value: Readonly<Record<string, unknown>>): value is Readonly<Record<string, unknown>> & Patch {
  return listOf(value['statements'], isReplaced) && listOf(value['sentences'], isReplaced)
    && listOf(value['removed'], (each) => isRecord(each) && isText(each['key']) && isText(each['was']))
    && listOf(value['added'], (each) => isRecord(each) && isText(each['file']) && isText(each['text']) && (each['after'] === null || isText(each['after'])))
}
