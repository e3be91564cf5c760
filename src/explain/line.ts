import type { Citation, Policy, ReadingRef } from '../core/core.ts'
import type { Line, LinePeriod } from '../engines/engine.ts'
import { adjustmentText } from './adjustments.ts'
import { bill } from './bill.ts'
import { questionText } from './missing.ts'
import { STANDINGS, agencies, clauseOf, measureOf, sentence } from './names.ts'
import { benefit } from './outcome.ts'
import { payerTexts } from './payers.ts'
import { eachText, periodsText } from './periods.ts'
import { quotedReasons } from './reasons.ts'
import { type Text, asGiven, readable } from './text.ts'

/** One part of an explanation: what it is about, and its sentences. */
export interface Part {
  readonly about: 'quote' | 'reasons' | 'bill' | 'adjustments' | 'payers' | 'questions' | 'decision' | 'readings' | 'units'
  readonly title: Text
  readonly sentences: readonly Text[]
}

export interface Explanation {
  readonly clause: string
  readonly subject: string
  /** The result in one sentence. */
  readonly heading: Text
  readonly parts: readonly Part[]
}

/** Ends a sentence, unless it ends with a mark of its own. */
function closed(text: Text): Text {
  const { zh, en } = readable(text)
  return { zh: /[。？！]”?$/.test(zh) ? zh : `${zh}。`, en: /[。.?!]”?$/.test(en) ? en : `${en}.` }
}

/** The same, and English starts with a capital. */
function stop(text: Text): Text {
  const { zh, en } = closed(text)
  return { zh, en: `${en.slice(0, 1).toUpperCase()}${en.slice(1)}` }
}

/** How the sentences of a part are written: a sum is no sentence, and a question starts with an id, which is as it was given. */
const WRITTEN: Readonly<Partial<Record<Part['about'], (text: Text) => Text>>> = { bill: readable, questions: closed }

/** @param periods those that it is about, where the clause pays by period */
function heading(policy: Policy, line: Line, periods: readonly LinePeriod[]): Text {
  const name = clauseOf(policy, line.clause)?.name ?? { zh: '', en: '' }
  const one = line.standing === 'fails' || line.standing === 'withdrawn' ? null : benefit(policy, line)
  const gives = one !== null && periods.length > 1 && (line.kind === 'grant' || line.kind === 'ceiling') ? eachText(periods, line) : one
  const which = periods.length === 0 ? { zh: '', en: '' } : periodsText(periods)
  const [standing, subject] = [STANDINGS[line.standing], asGiven(line.subject)]
  return {
    zh: `第${line.clause}条 ${name.zh}（${subject}${which.zh === '' ? '' : `，${which.zh}`}）：${standing.zh}${gives === null ? '' : `，${gives.zh}`}`,
    en: `Clause ${line.clause} ${name.en} (${subject}${which.en === '' ? '' : `, ${which.en}`}): ${standing.en}${gives === null ? '' : `, ${gives.en}`}`,
  }
}

function decision(policy: Policy, line: Line): readonly Text[] {
  if (line.standing !== 'awaits-decision') return []
  const lead = agencies(policy, measureOf(policy, line.clause)?.responsible ?? [])
  const who: Text = lead.zh === '' ? { zh: '主管部门', en: 'the authority' } : lead
  if (line.possible === null) return [{ zh: `由${who.zh}决定是否给予、给予多少；原文没有规定金额`, en: `${who.en} to decide whether and how much; the text states no amount` }]
  const most = benefit(policy, { ...line, committed: line.possible })
  return [{ zh: `由${who.zh}决定${most === null ? '' : `，最高${most.zh}`}`, en: `for ${who.en} to decide${most === null ? '' : `, at most ${most.en}`}` }]
}

function units(policy: Policy, line: Line): readonly Text[] {
  const measure = measureOf(policy, line.clause)
  if (measure === null || measure.responsible.length === 0) return []
  const lead = agencies(policy, measure.responsible)
  const helping = agencies(policy, measure.cooperating)
  return [{
    zh: `责任单位：${lead.zh}${helping.zh === '' ? '' : `；配合单位：${helping.zh}`}`,
    en: `lead units: ${lead.en}${helping.en === '' ? '' : `; cooperating units: ${helping.en}`}`,
  }]
}

function quotation(cite: Citation): Text {
  return { zh: `${sentence(cite).zh}：“${cite.quote}”`, en: `${sentence(cite).en}: “${cite.quote}”` }
}

const SHORTAGE: ReadonlySet<string> = new Set(['undetermined', 'awaits-decision', 'holds'])

/**
 * A line in plain sentences, both languages: what came out, the sentences of the text, why, the sum, what limits did to it,
 * what is still to be asked and who decides. The amounts are exact.
 * @param readings the readings that counted in the run
 * @param periods of lines that are explained alike, all of them
 */
export function explainLine(policy: Policy, line: Line, readings: readonly ReadingRef[], periods: readonly LinePeriod[] = line.period === null ? [] : [line.period]): Explanation {
  const clause = clauseOf(policy, line.clause)
  const cites = clause?.cites ?? (line.cite === null ? [] : [line.cite])
  const parts: readonly Part[] = [
    { about: 'quote', title: { zh: '原文', en: 'Text' }, sentences: cites.map(quotation) },
    { about: 'reasons', title: { zh: '理由', en: 'Reasons' }, sentences: quotedReasons(policy, line, line.reasons) },
    { about: 'bill', title: { zh: '计算', en: 'Sum' }, sentences: clause === null || line.standing === 'fails' || line.standing === 'withdrawn' ? [] : bill(policy, clause, line, readings) },
    { about: 'adjustments', title: { zh: '限制', en: 'Limits' }, sentences: line.adjustments.map((adjustment) => adjustmentText(policy, line, adjustment, readings)) },
    { about: 'payers', title: { zh: '由谁负担', en: 'Who pays' }, sentences: payerTexts(policy, line, readings) },
    { about: 'questions', title: { zh: '还要知道', en: 'Still to be known' }, sentences: SHORTAGE.has(line.standing) ? line.missing.map((each) => questionText(policy, each)) : [] },
    { about: 'decision', title: { zh: '待决定', en: 'To be decided' }, sentences: decision(policy, line) },
    { about: 'units', title: { zh: '单位', en: 'Units' }, sentences: units(policy, line) },
  ]
  return {
    clause: line.clause,
    subject: line.subject,
    heading: stop(heading(policy, line, periods)),
    parts: parts.filter((part) => part.sentences.length > 0).map((part) => ({ ...part, sentences: part.sentences.map(WRITTEN[part.about] ?? stop) })),
  }
}
