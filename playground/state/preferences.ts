import { effect, signal } from '@preact/signals'
import type { Signal } from '@preact/signals'

/** The browser may forbid storage, or it may be full: then a choice lasts as long as the page. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(`heng.${key}`)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(`heng.${key}`, value)
  } catch {
    // Nothing is lost but the memory of a choice.
  }
}

/** A choice that is remembered; a stored value that is not one of the choices counts as none. */
function remembered<T extends string>(key: string, choices: readonly T[], otherwise: T): Signal<T> {
  const stored = read(key)
  const choice = signal<T>(choices.find((each) => each === stored) ?? otherwise)
  effect(() => write(key, choice.value))
  return choice
}

export type Language = 'zh' | 'en'
export type Theme = 'system' | 'light' | 'dark'

export const language = remembered<Language>('language', ['zh', 'en'], 'zh')
export const theme = remembered<Theme>('theme', ['system', 'light', 'dark'], 'system')
/** How clauses are written: in the editor, or in a plain text area, which every aid to reading knows. */
export const writing = remembered<'editor' | 'plain'>('writing', ['editor', 'plain'], 'editor')
export type TourStep = '1' | '2' | '3' | '4' | 'done'
export const tour = remembered<TourStep>('tour', ['1', '2', '3', '4', 'done'], '1')
export const hintSeen = remembered<'yes' | 'no'>('hint-seen', ['yes', 'no'], 'no')

/** The widths of the paper and of the code as shares of the whole; the effect has the rest. */
export interface Shares {
  readonly source: number
  readonly code: number
}

export const LEAST_SHARE = 0.18

function readShares(): Shares {
  const [source = NaN, code = NaN] = (read('panes') ?? '').split(' ').map(Number)
  return fitting(source, code) ? { source, code } : { source: 0.39, code: 0.27 }
}

function fitting(source: number, code: number): boolean {
  return source >= LEAST_SHARE && code >= LEAST_SHARE && source + code <= 1 - LEAST_SHARE
}

export const shares = signal<Shares>(readShares())

/** Takes the nearest widths that leave each view its least. */
export function setShares(source: number, code: number): void {
  const first = Math.min(Math.max(source, LEAST_SHARE), 1 - 2 * LEAST_SHARE)
  const second = Math.min(Math.max(code, LEAST_SHARE), 1 - LEAST_SHARE - first)
  shares.value = { source: first, code: second }
  write('panes', `${first.toFixed(4)} ${second.toFixed(4)}`)
}
