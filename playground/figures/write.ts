import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Texts } from '../state/catalogue.ts'
import { SOURCE_FILE } from '../state/source-file.ts'
import { applyEdits } from '../state/edits.ts'
import type { Figure, Place } from '../workers/protocol.ts'
import { respell, valueOf } from './number.ts'

const DIGITS = /^\d{1,15}(?:\.\d{1,6})?$/

/** What a person typed into a figure's field, without separators and in half-width digits; null when it is not a number yet. */
export function readDigits(typed: string): string | null {
  const plain = typed.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/[,，\s]/g, '').replace('。', '.')
  return DIGITS.test(plain) ? plain.replace(/^0+(?=\d)/, '') : null
}

/** The edits that give a figure new digits in its unit: in the code, in the quotations and in the official text. */
export function figureEdits(texts: Texts, figure: Figure, digits: string): readonly Edit[] {
  const value = valueOf(digits, figure.unit)
  if (value === null) return []
  return figure.places.flatMap((place): Edit[] => {
    const text = texts[place.file]
    if (text === undefined) return []
    const written = spelling(text, place, value, digits, figure.unit)
    return written === text.slice(place.span.start, place.span.end) ? [] : [{ file: place.file, span: place.span, text: written }]
  })
}

/** In the place's own unit where that is exact (500,000 yuan beside 50万元), else as it was typed. */
function spelling(text: string, place: Place, value: string, digits: string, unit: string): string {
  return respell(value, { ...place, value }, text) ?? digits + unit
}

const FINGERPRINT = /sha256:([0-9a-f]{64})/
const fingerprint = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Edits of the official text, with the one that renews its fingerprint in the header, provided that it was right before. */
export function withFingerprint(texts: Texts, edits: readonly Edit[]): readonly Edit[] {
  const before = texts[SOURCE_FILE]
  if (before === undefined || !edits.some((each) => each.file === SOURCE_FILE)) return edits
  const after = applyEdits(texts, edits)[SOURCE_FILE] ?? ''
  const renewed = Object.entries(texts).flatMap(([file, text]): Edit[] => {
    const match = file.endsWith('.heng') ? FINGERPRINT.exec(text) : null
    if (match === null || match[1] !== fingerprint(before)) return []
    const start = match.index + 'sha256:'.length
    return [{ file, span: { start, end: start + 64 }, text: fingerprint(after) }]
  })
  return [...edits, ...renewed]
}
