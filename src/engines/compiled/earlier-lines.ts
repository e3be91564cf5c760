import type { Citation } from '../../core/core.ts'
import type { Line, Missing, Trace } from '../engine.ts'
import type { Draft } from './drafts.ts'
import type { Frame, Period } from './frame.ts'

/**
 * The lines of an edited clause, with what they have in common with those that it made before the edit: a line that came out the same is the
 * very same object, and one that did not stands in the same frame. So limits see which lines an edit has changed.
 */
export function takenOver(lines: readonly Draft[], earlier: readonly Draft[]): readonly Draft[] {
  return lines.map((draft, at) => {
    const here = earlier[at]
    const before = here !== undefined && isSameFrame(draft.frame, here.frame) ? here : earlier.find(({ frame }) => isSameFrame(draft.frame, frame))
    return before === undefined ? draft : isSameDraft(draft, before) ? before : { ...draft, frame: before.frame }
  })
}

function isSameFrame(a: Frame, b: Frame): boolean {
  return a.subject === b.subject && a.past === b.past && a.applicant === b.applicant && a.matters === b.matters && isSamePeriod(a.period, b.period)
}

/** Of a term whose beginning is not known that is not asked. */
function isSamePeriod(a: Period | null, b: Period | null): boolean {
  if (a === b) return true
  if (a?.kind === 'known' && b?.kind === 'known') return a.day === b.day && a.period.number === b.period.number && a.period.from === b.period.from && a.period.until === b.period.until
  return false
}

function isSameDraft(a: Draft, b: Draft): boolean {
  return a.clauseAt === b.clauseAt && a.payments === b.payments && a.settled === b.settled && a.money === b.money && isSameLine(a.line, b.line)
}

/** Of two lines of one clause in one frame, before the limits. */
function isSameLine(a: Line, b: Line): boolean {
  return a.standing === b.standing && a.kind === b.kind && a.committed === b.committed && a.possible === b.possible && a.status === b.status && a.duration === b.duration
    && isSameList(a.possibleStatuses, b.possibleStatuses, (x, y) => x === y) && isSameList(a.missing, b.missing, isSameMissing) && isSameCite(a.cite, b.cite) && isSameTrace(a.trace, b.trace)
}

function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (x: T, y: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((one, at) => isSame(one, b[at] as T)))
}

function isSameMissing(a: Missing, b: Missing): boolean {
  return a === b || (a.entity === b.entity && a.field === b.field && a.subject === b.subject && a.state === b.state && a.judgedBy === b.judgedBy)
}

/** Two quotations of the same words in the same place. */
export function isSameCite(a: Citation | null, b: Citation | null): boolean {
  return a === b || (a !== null && b !== null && a.sentence === b.sentence && a.start === b.start && a.end === b.end && a.quote === b.quote)
}

/** The trace of a line names its clause only. */
function isSameTrace(a: Trace, b: Trace): boolean {
  return a === b || (a.id === b.id && a.node === b.node && a.label.zh === b.label.zh && a.label.en === b.label.en)
}
