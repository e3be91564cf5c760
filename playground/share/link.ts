import { deflateSync, inflateSync } from 'fflate'
import type { Patch, Replaced } from './patch.ts'

/** The part of a link behind `#`: `draft=` and the patch as JSON, UTF-8, deflated, in base64 that addresses may hold. */
export const PREFIX = '#draft='

/** Of what a link may unfold to: a hostile link cannot fill the memory. */
const MOST_BYTES = 1_000_000
/** What chat programs still take; above it a file is the better way. */
export const LONGEST_LINK = 8_000

export function encodePatch(patch: Patch): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(patch)), { level: 9 })
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return PREFIX + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The patch of a link; null when the link is broken. */
export function decodePatch(hash: string): Patch | null {
  if (!hash.startsWith(PREFIX)) return null
  try {
    const binary = atob(hash.slice(PREFIX.length).replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(inflateSync(bytes, { out: new Uint8Array(MOST_BYTES) }))
    const value: unknown = JSON.parse(text)
    return isPatch(value) ? value : null
  } catch {
    return null
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isReplaced = (value: unknown): value is Replaced => isRecord(value) && isText(value['key']) && isText(value['was']) && isText(value['text'])

function listOf(value: unknown, fits: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= 2000 && value.every(fits)
}

function isPatch(value: unknown): value is Patch {
  return isRecord(value) && listOf(value['statements'], isReplaced) && listOf(value['sentences'], isReplaced)
    && listOf(value['removed'], (each) => isRecord(each) && isText(each['key']) && isText(each['was']))
    && listOf(value['added'], (each) => isRecord(each) && isText(each['file']) && isText(each['text']) && (each['after'] === null || isText(each['after'])))
}
