import type { Symbols } from './symbols.ts'

/** The Chinese spelling of a declared name, whichever was written. */
export function canonical(symbols: Symbols, text: string): string {
  return symbols.chinese.get(text) ?? text
}
