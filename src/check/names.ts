import type { Name } from '../core/core.ts'
import type { Declared, Texts, Word } from '../syntax/tree.ts'

const HAN = /[\u3400-\u9fff\uf900-\ufaff]/

export function isChinese(text: string): boolean {
  return HAN.test(text)
}

/** 厂房 (factory), in either order: the name with Han characters is the Chinese one. */
export function nameOf(declared: Declared): Name {
  const { name, alias } = declared
  if (alias === null) return { zh: name.text, en: name.text }
  return !isChinese(name.text) && isChinese(alias.text) ? { zh: alias.text, en: name.text } : { zh: name.text, en: alias.text }
}

/** A text that was given in one language only stands for both. */
export function textsOf(texts: Texts): Name {
  return { zh: texts.zh.text, en: texts.en === null ? texts.zh.text : texts.en.text }
}

/** One name that identifies and shows itself in both languages, such as a number. */
export function plainName(word: Word): Name {
  return { zh: word.text, en: word.text }
}

const LONGEST_COMPARED = 40

/** How many characters must change to make `b` of `a`, `limit` at most. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    let best = i
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)
      const value = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      next.push(value)
      if (value < best) best = value
    }
    if (best >= limit) return limit
    row = next
  }
  return Math.min(limit, row[b.length] ?? limit)
}

/** The candidate that is most like `text`; null when none is alike. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  if (text.length > LONGEST_COMPARED) return null
  let best: string | null = null
  let least = Math.max(2, Math.ceil(text.length / 2))
  for (const candidate of candidates) {
    if (candidate === text) continue
    const steps = distance(text, candidate, least)
    if (steps < least && steps < Math.max(text.length, candidate.length)) {
      least = steps
      best = candidate
    }
  }
  return best
}

/** The hint of an unknown name, as facts in both languages. */
export function suggestion(near: string | null, otherwise: { readonly zh: string; readonly en: string }): { readonly suggestion: string; readonly suggestion_en: string } {
  return near === null
    ? { suggestion: otherwise.zh, suggestion_en: otherwise.en }
    : { suggestion: `可能想写“${near}”`, suggestion_en: `did you mean “${near}”?` }
}

/** Numbers by their parts, then anything else by its text: 2.1, 2.10, 10.1, X.1. */
export function compareIds(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [x, y] = [left[i] ?? '', right[i] ?? '']
    if (x === y) continue
    const [m, n] = [Number(x), Number(y)]
    const numbers = x !== '' && y !== '' && !Number.isNaN(m) && !Number.isNaN(n)
    if (numbers && m !== n) return m - n
    if (!Number.isNaN(m) !== !Number.isNaN(n) && x !== '' && y !== '') return Number.isNaN(m) ? 1 : -1
    return x < y ? -1 : 1
  }
  return 0
}
