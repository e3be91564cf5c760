import { CODES, type Code, type Facts } from './codes.ts'
import type { Diagnostic, Language } from './diagnostic.ts'
import type { Severity } from './entry.ts'

export function severityOf(code: Code): Severity {
  return CODES[code].severity
}

/** The template with its {names} replaced from the facts; in English a fact `x_en` stands for `x` where there is one. */
function fill(template: string, facts: Facts, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const own = language === 'en' && Object.hasOwn(facts, `${name}_en`) ? facts[`${name}_en`] : undefined
    const value = own ?? (Object.hasOwn(facts, name) ? facts[name] : undefined)
    return value === undefined ? placeholder : String(value)
  })
}

/** What is wrong, in one sentence. */
export function messageOf({ code, facts }: Pick<Diagnostic, 'code' | 'facts'>, language: Language): string {
  return fill(CODES[code][language].message, facts, language)
}

/** What to write instead. */
export function hintOf({ code, facts }: Pick<Diagnostic, 'code' | 'facts'>, language: Language): string {
  return fill(CODES[code][language].hint, facts, language)
}
