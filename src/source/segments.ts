import { isWider, linesOf, measureLevel } from './marks.ts'
import type { Level, Line } from './marks.ts'
import { sentencesOf } from './sentences.ts'
import type { Sentence } from './sentences.ts'

export type SegmentKind = 'front' | 'heading' | 'sentence' | 'responsibility'

/**
 * A piece of an official text: `text` is exactly the slice [start, end) of UTF-16 code units, without blanks at its ends. A number
 * or mark (1. 第一条 （一）) belongs to the piece that it stands before. Together the segments hold everything but blanks, in order.
 *
 *     0.1, 0.2, …   front matter                      c1, c2, …   headings of parts and chapters
 *     3             the heading of measure 3          3.1, 3.2, … its sentences, counted after the heading
 *     3.r           its line of responsible units     9           a sentence after the last measure, 8
 */
export interface Segment {
  readonly id: string
  readonly kind: SegmentKind
  /** The measure's number; null outside measures. */
  readonly measure: string | null
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A measure's first sentence is its heading when it is at most this long, has no punctuation inside, and another sentence follows. */
const LONGEST_HEADING = 24
const INNER_PUNCTUATION = /[，,；;：:]/

/** Cuts an official text into its segments. Any text is accepted. */
export function segmentSource(text: string): readonly Segment[] {
  const lines = linesOf(text)
  const level = measureLevel(lines)
  const state: State = { text, segments: [], front: 0, chapters: 0, measure: null, closing: false }
  const lastMark = lines.findLastIndex((line) => line.mark !== null && line.mark.level === level)
  for (const [index, line] of lines.entries()) {
    if (level !== null && line.mark !== null && startsMeasure(line, level, state)) openMeasure(state, line, line.mark.number)
    else if (level !== null && line.mark !== null && isWider(line.mark.level, level)) addChapter(state, line)
    else {
      // “（责任单位：……）” ends a measure; what follows the last one is about the whole document.
      if (index > lastMark && state.segments.at(-1)?.kind === 'responsibility') closeMeasures(state)
      addLine(state, line)
    }
  }
  return state.segments
}

interface OpenMeasure {
  readonly id: string
  readonly number: number
  sentences: number
  responsibilities: number
}

interface State {
  readonly text: string
  readonly segments: Segment[]
  front: number
  chapters: number
  measure: OpenMeasure | null
  /** Past the last measure. */
  closing: boolean
}

function add(state: State, span: { readonly start: number; readonly end: number }, id: string, kind: SegmentKind, measure: string | null): void {
  const { start, end } = span
  state.segments.push({ id, kind, measure, start, end, text: state.text.slice(start, end) })
}

/** A number that does not rise is a list within the measure, not a new one. */
function startsMeasure(line: Line, level: Level, state: State): boolean {
  return line.mark?.level === level && line.mark.number > (state.measure?.number ?? 0)
}

function openMeasure(state: State, line: Line, number: number): void {
  state.measure = { id: String(number), number, sentences: 0, responsibilities: 0 }
  state.closing = false
  const [first, ...rest] = sentencesOf(state.text, line.start, line.end)
  if (first === undefined) return
  if (!isHeading(state.text, first, line, rest.length > 0)) return addLine(state, line)
  add(state, first, state.measure.id, 'heading', state.measure.id)
  for (const sentence of rest) addSentence(state, sentence)
}

function closeMeasures(state: State): void {
  if (state.measure === null || state.closing) return
  state.closing = true
  state.measure.sentences = 0
}

function isHeading(text: string, first: Sentence, line: Line, more: boolean): boolean {
  const words = text.slice(line.start + (line.mark?.length ?? 0), first.end).trim()
  if (words.length > LONGEST_HEADING || INNER_PUNCTUATION.test(words)) return false
  return more || !/[。！？]$/.test(words)
}

function addChapter(state: State, line: Line): void {
  for (const sentence of sentencesOf(state.text, line.start, line.end)) {
    state.chapters += 1
    add(state, sentence, `c${state.chapters}`, 'heading', null)
  }
}

function addLine(state: State, line: Line): void {
  for (const sentence of sentencesOf(state.text, line.start, line.end)) addSentence(state, sentence)
}

function addSentence(state: State, sentence: Sentence): void {
  const { measure } = state
  if (measure === null) {
    state.front += 1
    return add(state, sentence, `0.${state.front}`, 'front', null)
  }
  if (state.closing) {
    measure.sentences += 1
    return add(state, sentence, String(measure.number + measure.sentences), 'sentence', null)
  }
  if (sentence.responsibility) {
    measure.responsibilities += 1
    const suffix = measure.responsibilities === 1 ? 'r' : `r${measure.responsibilities}`
    return add(state, sentence, `${measure.id}.${suffix}`, 'responsibility', measure.id)
  }
  measure.sentences += 1
  add(state, sentence, `${measure.id}.${measure.sentences}`, 'sentence', measure.id)
}
