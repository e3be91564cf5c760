import type { Language } from '../diagnostics/diagnostic.ts'
import type { Text } from '../explain/text.ts'
import type { Io } from './io.ts'

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  /** What stands after it in the usage line: FILE, DATE. */
  readonly value?: string
  /** The values that it takes, where they are few. */
  readonly values?: readonly string[]
  readonly help: Text
}

/** What a verb is given: its positional arguments and options, checked against what it declares. */
export interface Given {
  readonly positionals: readonly string[]
  readonly text: (option: string) => string | null
  readonly texts: (option: string) => readonly string[]
  readonly flag: (option: string) => boolean
}

export interface Context {
  readonly io: Io
  readonly language: Language
  /** The text in the language of this run. */
  readonly say: (text: Text) => string
  /** Colours, when results go to a terminal. */
  readonly paint: Paint
  /** Colours, when diagnostics go to a terminal. */
  readonly paintErr: Paint
}

export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
}

/** 0 fine, 1 findings, 2 misuse or bad input. */
export type ExitCode = 0 | 1 | 2

export interface Verb {
  readonly name: string
  readonly summary: Text
  /** Positional arguments as the usage line shows them; those in brackets may be left out. */
  readonly positionals: readonly string[]
  readonly options: { readonly [name: string]: Option }
  /** The formats of the result, the default first. */
  readonly formats: readonly string[]
  /** Arguments after `heng` that run in a checkout. */
  readonly example: readonly string[]
  readonly run: (given: Given, context: Context) => ExitCode | Promise<ExitCode>
}

/** Colours where a terminal shows them and nobody asked for none (NO_COLOR); otherwise the text as it is. */
export function paintFor(terminal: boolean, env: Io['env']): Paint {
  const on = terminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
  const style = (open: number, close: number) => (text: string): string => (on && text !== '' ? `\u001B[${open}m${text}\u001B[${close}m` : text)
  return { bold: style(1, 22), dim: style(2, 22), red: style(31, 39), green: style(32, 39), yellow: style(33, 39) }
}
