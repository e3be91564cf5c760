/** A text in both languages. */
export interface Text {
  readonly zh: string
  readonly en: string
}

/** The same in both languages: a number, a date, a name that was given. */
export const same = (text: string): Text => ({ zh: text, en: text })

/** Texts one after the other; a plain string is the same in both languages. */
export function concat(...parts: readonly (Text | string)[]): Text {
  return {
    zh: parts.map((part) => (typeof part === 'string' ? part : part.zh)).join(''),
    en: parts.map((part) => (typeof part === 'string' ? part : part.en)).join(''),
  }
}

/** A list in words: 甲、乙、丙 / a, b, c. */
export function listed(texts: readonly Text[]): Text {
  return { zh: texts.map((text) => text.zh).join('、'), en: texts.map((text) => text.en).join(', ') }
}

/** A quotation of the official text. */
export function quoted(text: string): Text {
  return same(`“${text}”`)
}

/** Stands for “_” in what was given until `readable` has written the names: no text of a person holds it. */
const KEPT = '\uE000'

/** An id or a text from a dossier, to be shown as it was given: `readable` leaves its underscores. */
export function asGiven(text: string): string {
  return text.replaceAll('_', KEPT)
}

/** English names are written as one word in a policy (`amount_spent`); a person reads them as words. */
export function readable(text: Text): Text {
  return { zh: text.zh.replaceAll(KEPT, '_'), en: text.en.replaceAll('_', ' ').replaceAll(KEPT, '_') }
}
