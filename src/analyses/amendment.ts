import { chineseNumeral } from '../base/chinese-numeral.ts'
import { markOf } from '../source/marks.ts'
import { segmentSource } from '../source/segments.ts'
import { align, likeness, wordDiff } from './word-diff.ts'

/**
 * An amending decision: what is done to each article of an official text, in its order. Quotations are of the text before; each stands
 * once in its article, so that the decision can be carried out by anyone in one way.
 */
export interface AmendingDecision {
  /** What the text calls its parts: （七） is 第（七）项, any other mark 第七条. */
  readonly unit: Unit
  readonly articles: readonly ArticleChange[]
}

export type Unit = 'article' | 'item'

export type ArticleChange =
  | { readonly kind: 'amend'; readonly article: string; readonly operations: readonly Operation[] }
  /** The article as a whole reads otherwise. */
  | { readonly kind: 'rewrite'; readonly article: string; readonly text: string }
  | { readonly kind: 'remove'; readonly article: string }
  /** `after` null: before all others. */
  | { readonly kind: 'add'; readonly article: string; readonly after: string | null; readonly text: string }

export type Operation =
  | { readonly kind: 'replace'; readonly quote: string; readonly text: string }
  | { readonly kind: 'delete'; readonly quote: string }
  | { readonly kind: 'insert'; readonly place: 'before' | 'after'; readonly quote: string; readonly text: string }

interface Article {
  /** `front`, a measure's number, `end`; `c1` for what stands between measures. */
  readonly id: string
  /** Together the articles' texts are the whole text. */
  readonly text: string
  readonly sentences: readonly string[]
}

const WHOLE = 'whole'

/** The text cut into its articles; one alone where their numbers do not tell them apart. */
function articlesOf(text: string): readonly Article[] {
  const segments = segmentSource(text)
  const starts: { id: string; at: number; sentences: number[] }[] = []
  const last = segments.findLastIndex((each) => each.measure !== null)
  segments.forEach((segment, index) => {
    const id = segment.measure ?? (starts.length === 0 || starts.at(-1)?.id === 'front' ? 'front' : index > last ? 'end' : `c${index}`)
    const open = starts.at(-1)
    if (open?.id === id) open.sentences.push(segment.start)
    else starts.push({ id, at: starts.length === 0 ? 0 : segment.start, sentences: [starts.length === 0 ? 0 : segment.start] })
  })
  if (starts.length === 0 || new Set(starts.map((each) => each.id)).size < starts.length) return [{ id: WHOLE, text, sentences: [text] }]
  return starts.map(({ id, at, sentences }, index) => {
    const end = starts[index + 1]?.at ?? text.length
    return { id, text: text.slice(at, end), sentences: sentences.map((start, nth) => text.slice(start, sentences[nth + 1] ?? end)) }
  })
}

function unitOf(text: string): Unit {
  const first = segmentSource(text).find(({ measure }) => measure !== null)
  return first !== undefined && markOf(first.text)?.level === 'bracket' ? 'item' : 'article'
}

/** The decision that makes one official text out of another: `applyAmendment(before, amendment(before, after))` is `after`. */
export function amendment(before: string, after: string): AmendingDecision {
  const [old, now] = [articlesOf(before), articlesOf(after)]
  const unit = unitOf(before)
  const order = align(old.map((each) => each.id), now.map((each) => each.id))
  const kept = new Set(order.filter((step) => step.kind === 'same').map((step) => step.item))
  // Articles that changed places, or a text without articles beside one with them, are taken as one text.
  const mixed = order.some((step) => step.kind === 'new' && old.some((each) => each.id === step.item))
  if (mixed || kept.size === 0) return { unit, articles: before === after ? [] : [changed({ id: WHOLE, text: before, sentences: [before] }, { id: WHOLE, text: after, sentences: [after] })] }
  let previous: string | null = null
  const articles: ArticleChange[] = []
  for (const { kind, item } of order) {
    const [was, is] = [old.find((each) => each.id === item), now.find((each) => each.id === item)]
    if (kind === 'gone') articles.push({ kind: 'remove', article: item })
    else if (kind === 'new') articles.push({ kind: 'add', article: item, after: previous, text: is?.text ?? '' })
    else if (was !== undefined && is !== undefined && was.text !== is.text) articles.push(changed(was, is))
    if (kind !== 'gone') previous = item
  }
  return { unit, articles }
}

/** Below this an article is written anew as a whole. */
const ALIKE = 0.4

function changed(old: Article, now: Article): ArticleChange {
  if (likeness(old.text, now.text) < ALIKE) return { kind: 'rewrite', article: old.id, text: now.text }
  const operations = operationsOf(old.text, hunksOf(old, now))
  // Nothing to quote once: an article that repeats itself throughout.
  return operations === null ? { kind: 'rewrite', article: old.id, text: now.text } : { kind: 'amend', article: old.id, operations }
}

/** A stretch of the old text and what stands in its place. */
interface Hunk {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Sentence by sentence, then within sentences that are still alike. */
function hunksOf(old: Article, now: Article): readonly Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let gone: string[] = []
  let added: string[] = []
  const flush = (): void => {
    while (gone.length > 0 || added.length > 0) {
      const [first, other] = [gone[0], added[0]]
      if (first !== undefined && other !== undefined && likeness(first, other) >= ALIKE) {
        hunks.push(...within(first, other, at))
        gone.shift()
        added.shift()
        at += first.length
      } else if (first !== undefined && (other === undefined || gone.slice(1).some((each) => likeness(each, other) >= ALIKE) || !added.some((each) => likeness(first, each) >= ALIKE))) {
        hunks.push({ start: at, end: at + first.length, text: '' })
        gone.shift()
        at += first.length
      } else {
        hunks.push({ start: at, end: at, text: other ?? '' })
        added.shift()
      }
    }
  }
  for (const { kind, item } of align(old.sentences, now.sentences)) {
    if (kind === 'gone') gone.push(item)
    else if (kind === 'new') added.push(item)
    else {
      flush()
      at += item.length
    }
  }
  flush()
  return hunks
}

function within(before: string, after: string, offset: number): readonly Hunk[] {
  const hunks: Hunk[] = []
  let at = offset
  for (const { kind, text } of wordDiff(before, after)) {
    const last = hunks.at(-1)
    if (kind === 'same') at += text.length
    else if (kind === 'gone') {
      hunks.push({ start: at, end: at + text.length, text: '' })
      at += text.length
    } else if (last !== undefined && last.end === at && last.text === '') hunks[hunks.length - 1] = { ...last, text }
    else hunks.push({ start: at, end: at, text })
  }
  return hunks
}

/** What is put in is put beside words that one recognises. */
const SHORTEST_ANCHOR = 4
const BOUNDARY = /[，。；、：！？“”‘’（）\n]/

/** Quotations that stand once: what is changed, and as much around it as that takes, up to the marks between phrases. */
function operationsOf(text: string, hunks: readonly Hunk[]): readonly Operation[] | null {
  const wide: Quoted[] = []
  for (const hunk of joinTouching(hunks)) {
    const quoted = widened(text, hunk)
    if (quoted === null) return null
    const last = wide.at(-1)
    if (last === undefined || last.end <= quoted.start) wide.push(quoted)
    else {
      const joint = widened(text, merge(text, last.hunk, hunk))
      if (joint === null) return null
      wide[wide.length - 1] = joint
    }
  }
  // A quotation that was widened by the one after it may reach into the one before.
  const overlapping = wide.findIndex((each, at) => at > 0 && each.start < (wide[at - 1]?.end ?? 0))
  if (overlapping === -1) return wide.map((each) => operation(text, each))
  const [first, second] = [wide[overlapping - 1], wide[overlapping]]
  if (first === undefined || second === undefined) return null
  return operationsOf(text, [...wide.slice(0, overlapping - 1).map((each) => each.hunk), merge(text, first.hunk, second.hunk), ...wide.slice(overlapping + 1).map((each) => each.hunk)])
}

interface Quoted {
  readonly start: number
  readonly end: number
  readonly hunk: Hunk
}

function joinTouching(hunks: readonly Hunk[]): readonly Hunk[] {
  const result: Hunk[] = []
  for (const hunk of hunks) {
    const last = result.at(-1)
    if (last !== undefined && last.end === hunk.start && last.end > last.start && (last.text !== '') === (hunk.text !== '')) result[result.length - 1] = { start: last.start, end: hunk.end, text: last.text + hunk.text }
    else result.push(hunk)
  }
  return result
}

function merge(text: string, first: Hunk, second: Hunk): Hunk {
  return { start: first.start, end: second.end, text: first.text + text.slice(first.end, second.start) + second.text }
}

/** Blanks at its ends are no part of what a reader sees quoted. */
function once(text: string, whole: string): boolean {
  const quote = whole.trim()
  const at = text.indexOf(quote)
  return quote !== '' && at !== -1 && text.indexOf(quote, at + 1) === -1
}

function widened(text: string, hunk: Hunk): Quoted | null {
  let { start, end } = hunk
  const enough = (): boolean => once(text, text.slice(start, end)) && (hunk.start < hunk.end || text.slice(start, end).trim().length >= SHORTEST_ANCHOR)
  // What is put in needs a neighbour to be put after, or before.
  if (start === end) start = phraseStart(text, start)
  if (start === end) end = phraseEnd(text, end)
  for (let left = true; !enough(); left = !left) {
    if (start === 0 && end === text.length) return null
    if (left ? start > 0 : end === text.length) start = phraseStart(text, start)
    else end = phraseEnd(text, end)
  }
  return { start, end, hunk }
}

/** Where the phrase before a place begins: after the nearest mark that is not at the place itself. */
function phraseStart(text: string, from: number): number {
  let at = from - 1
  while (at > 0 && !BOUNDARY.test(text.charAt(at - 1))) at -= 1
  return Math.max(0, at)
}

function phraseEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && !BOUNDARY.test(text.charAt(at))) at += 1
  return Math.min(text.length, at)
}

function operation(text: string, { start, end, hunk }: Quoted): Operation {
  const quote = text.slice(start, end)
  if (start === hunk.start && end === hunk.end && hunk.text === '') return { kind: 'delete', quote }
  if (hunk.start === hunk.end && hunk.start === end) return { kind: 'insert', place: 'after', quote, text: hunk.text }
  if (hunk.start === hunk.end && hunk.start === start) return { kind: 'insert', place: 'before', quote, text: hunk.text }
  return { kind: 'replace', quote, text: text.slice(start, hunk.start) + hunk.text + text.slice(hunk.end, end) }
}

/** Why a decision cannot be carried out on a text. */
export interface Misfit {
  readonly article: string
  /** Null: the article itself is not there. */
  readonly quote: string | null
  readonly found: number
}

/** Carries out a decision: the text as amended, or the first quotation that does not stand exactly once. */
export function applyAmendment(before: string, { articles }: AmendingDecision): { readonly text: string } | { readonly misfit: Misfit } {
  const whole = articles.some((each) => each.article === WHOLE)
  const texts = (whole ? [{ id: WHOLE, text: before }] : articlesOf(before)).map(({ id, text }) => ({ id, text }))
  for (const change of articles) {
    if (change.kind === 'add') {
      const at = change.after === null ? 0 : texts.findIndex((each) => each.id === change.after) + 1
      if (change.after !== null && at === 0) return { misfit: { article: change.after, quote: null, found: 0 } }
      texts.splice(at, 0, { id: change.article, text: change.text })
      continue
    }
    const at = texts.findIndex((each) => each.id === change.article)
    const article = texts[at]
    if (article === undefined) return { misfit: { article: change.article, quote: null, found: 0 } }
    if (change.kind === 'remove') texts.splice(at, 1)
    else if (change.kind === 'rewrite') texts[at] = { id: article.id, text: change.text }
    else {
      const done = operate(article.text, change.operations)
      if (typeof done !== 'string') return { misfit: { article: article.id, ...done } }
      texts[at] = { id: article.id, text: done }
    }
  }
  return { text: texts.map((each) => each.text).join('') }
}

/** All quotations are looked for in the text as it was. */
function operate(text: string, operations: readonly Operation[]): string | { readonly quote: string; readonly found: number } {
  const places: { readonly at: number; readonly operation: Operation }[] = []
  for (const operation of operations) {
    const found = text.split(operation.quote).length - 1
    if (operation.quote === '' || found !== 1) return { quote: operation.quote, found }
    places.push({ at: text.indexOf(operation.quote), operation })
  }
  let result = text
  for (const { at, operation } of places.sort((a, b) => b.at - a.at)) {
    const { quote } = operation
    const put = operation.kind === 'replace' ? operation.text : operation.kind === 'delete' ? '' : operation.place === 'after' ? quote + operation.text : operation.text + quote
    result = result.slice(0, at) + put + result.slice(at + quote.length)
  }
  return result
}

// ---------------------------------------------------------------- in words

/** Quotation marks within a quotation are single ones. */
function quoted(text: string): string {
  return `“${text.trim().replaceAll('“', '‘').replaceAll('”', '’')}”`
}

function named(article: string, unit: Unit): string {
  if (/^\d{1,3}$/.test(article)) return unit === 'item' ? `第（${chineseNumeral(Number(article))}）项` : `第${chineseNumeral(Number(article))}条`
  return { front: '条文之前的文字', end: '条文之后的文字', [WHOLE]: '全文' }[article] ?? '各条之间的文字'
}

function operationWords(operation: Operation, first: string): string {
  switch (operation.kind) {
    case 'replace':
      return `将${first}${quoted(operation.quote)}修改为${quoted(operation.text)}`
    case 'delete':
      return `删去${first}${quoted(operation.quote)}`
    case 'insert':
      return `在${first}${quoted(operation.quote)}${operation.place === 'after' ? '之后' : '之前'}增加${quoted(operation.text)}`
  }
}

function articleWords(change: ArticleChange, unit: Unit): string {
  switch (change.kind) {
    case 'amend':
      return stopped(change.operations.map((each, at) => operationWords(each, at === 0 ? `${named(change.article, unit)}中的` : '')).join('；'))
    case 'rewrite':
      return stopped(`将${named(change.article, unit)}修改为：${quoted(change.text)}`)
    case 'remove':
      return `删去${named(change.article, unit)}。`
    case 'add':
      return stopped(`${change.after === null || !/^\d/.test(change.after) ? '' : `在${named(change.after, unit)}之后`}增加一${unit === 'item' ? '项' : '条'}，作为${named(change.article, unit)}：${quoted(change.text)}`)
  }
}

/** A full stop, unless the sentence that is quoted at the end has one. */
const stopped = (words: string): string => (words.endsWith('。”') ? words : `${words}。`)

/** The decision's wording: one item for each article, numbered where there are several. */
export function amendmentWords({ unit, articles }: AmendingDecision): readonly string[] {
  const items = articles.map((each) => articleWords(each, unit))
  return items.length > 1 ? items.map((each, at) => `${chineseNumeral(at + 1)}、${each}`) : items
}
