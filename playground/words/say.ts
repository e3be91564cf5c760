import type { Text } from '../../src/explain/text.ts'
import { language } from '../state/preferences.ts'

/** A text in the language of the page; a component that calls it is drawn anew when the language changes. */
export function say(text: Text): string {
  return text[language.value]
}

/** Replaces {name} in both languages. */
export function fill(text: Text, facts: Readonly<Record<string, string | number>>): Text {
  const replace = (template: string): string => template.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole))
  return { zh: replace(text.zh), en: replace(text.en) }
}
