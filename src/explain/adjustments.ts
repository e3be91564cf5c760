import type { LimitKind, Policy } from '../core/core.ts'
import type { Adjustment, Line } from '../engines/engine.ts'
import { moneyRange } from './money.ts'
import { LIMIT_KINDS, clauseOf } from './names.ts'
import { type Text, concat, listed } from './text.ts'

/** A line, or an earlier grant with its day, as `Adjustment.because` names it. */
function other(policy: Policy, reference: string): Text {
  const [clause = '', ...rest] = reference.split(' ')
  const day = rest.length > 1 && /^\d{4}-\d{2}-\d{2}$/.test(rest.at(-1) ?? '') ? rest.at(-1) : undefined
  const subject = (day === undefined ? rest : rest.slice(0, -1)).join(' ')
  const name = clauseOf(policy, clause)?.name
  const zh = `第${clause}条${name === undefined ? '' : `“${name.zh}”`}${subject === '' ? '' : `（${subject}）`}`
  const en = `clause ${clause}${name === undefined ? '' : ` “${name.en}”`}${subject === '' ? '' : ` (${subject})`}`
  return day === undefined ? { zh, en } : { zh: `${day}已按${zh}拨付的一笔`, en: `the grant of ${day} under ${en}` }
}

/** Why a limit touched the line, by the limit's kind. */
const WHY: Readonly<Record<LimitKind, Text>> = {
  once: { zh: '同一对象只给一次', en: 'it is given once only' },
  cap: { zh: '超过最高金额的部分不给', en: 'what is above the highest amount is not given' },
  quota: { zh: '当年名额已满', en: 'the places of the year are all taken' },
  'non-cumulation': { zh: '同一对象不重复支持', en: 'the same subject is not supported twice' },
  'total-cap': { zh: '几项合计超过最高金额的部分不给', en: 'what is above the highest amount in all is not given' },
  budget: { zh: '当年资金已用完', en: 'the money of the year is used up' },
}

/** Codes that say more than the kind of limit does. */
const CODES: Readonly<Record<string, Text>> = {
  'quota-full': { zh: '当年名额已满', en: 'the places of the year are all taken' },
  'already-granted': { zh: '以前已经给过', en: 'it was given before' },
  'higher-kept': { zh: '保留了金额更高的一项', en: 'the higher amount stays' },
  'earlier-kept': { zh: '保留了更早的一项', en: 'the earlier one stays' },
  tie: { zh: '名次相同，原文没有说谁在先', en: 'the rank is the same, and the text does not say who comes first' },
  'key-unknown': { zh: '是不是同一对象还不清楚', en: 'whether it is the same subject is not known yet' },
  'shared-pro-rata': { zh: '资金不足，按同一比例减少', en: 'the money does not suffice: all are reduced in the same proportion' },
  'rank-unknown': { zh: '排名所依据的事实还不清楚', en: 'the fact that it is ranked by is not known yet' },
}

/** Why an adjustment was made, in a phrase. */
export function adjustmentWhy(policy: Policy, adjustment: Adjustment): Text {
  const why = CODES[adjustment.code] ?? WHY[adjustment.kind]
  if (adjustment.because.length === 0) return why
  const others = listed(adjustment.because.map((reference) => other(policy, reference)))
  return concat(why, { zh: `：${others.zh}`, en: `: ${others.en}` })
}

/** An adjustment as a sentence that quotes the rule: what was before, what is after, and why. */
export function adjustmentText(policy: Policy, line: Line, adjustment: Adjustment): Text {
  const why = adjustmentWhy(policy, adjustment)
  const before = moneyRange(adjustment.before.committed, adjustment.before.possible)
  const after = moneyRange(adjustment.after.committed, adjustment.after.possible)
  const changed: Text = before.zh === after.zh ? { zh: `仍为${after.zh}`, en: `still ${after.en}` } : { zh: `由${before.zh}改为${after.zh}`, en: `from ${before.en} to ${after.en}` }
  const name = LIMIT_KINDS[adjustment.kind]
  const cite = adjustment.cite === null || adjustment.cite.quote === line.cite?.quote
    ? { zh: name.zh, en: name.en }
    : { zh: `${name.zh}（第${adjustment.cite.sentence}句“${adjustment.cite.quote}”）`, en: `${name.en} (sentence ${adjustment.cite.sentence}, “${adjustment.cite.quote}”)` }
  return { zh: `${cite.zh}：${changed.zh}，因为${why.zh}`, en: `${cite.en}: ${changed.en}, because ${why.en}` }
}
