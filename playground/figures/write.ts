import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Texts } from '../state/catalogue.ts'
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
