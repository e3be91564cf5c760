import type { LimitKind, Policy } from '../core/core.ts'
import type { Adjustment, Line } from '../engines/engine.ts'
import { moneyRange } from './money.ts'
import { LIMIT_KINDS } from './names.ts'
import { type Text, concat, listed } from './text.ts'

/** So many lines and grants are named; of more only the number is. */
const NAMED = 3

/** A line, or an earlier grant with its day, as `Adjustment.because` names it. The clause is left out where it is the line's own. */
function other(line: Line, reference: string): Text {
  const [clause = '', ...rest] = reference.split(' ')
  const day = rest.length > 1 && /^\d{4}-\d{2}-\d{2}$/.test(rest.at(-1) ?? '') ? rest.at(-1) : undefined
  const subject = (day === undefined ? rest : rest.slice(0, -1)).join(' ')
  if (day !== undefined) return { zh: `${day}按第${clause}条拨付的一笔（${subject}）`, en: `the grant of ${day} under clause ${clause} (${subject})` }
  if (clause === line.clause) return { zh: subject, en: subject }
  return { zh: `第${clause}条（${subject}）`, en: `clause ${clause} (${subject})` }
}

function others(line: Line, because: readonly string[]): Text {
  const named = listed(because.slice(0, because.length > NAMED + 1 ? NAMED : undefined).map((reference) => other(line, reference)))
  return because.length > NAMED + 1 ? { zh: `${named.zh}等${because.length}项`, en: `${named.en} and ${because.length - NAMED} more` } : named
}

/** Why a limit touched the line, by the limit's kind. */
const WHY: Readonly<Record<LimitKind, Text>> = {
  once: { zh: '同一对象只给一次', en: 'it is given once only' },
  cap: { zh: '以最高金额为限', en: 'the highest amount is the limit' },
  quota: { zh: '名额已满', en: 'the places are all taken' },
  'non-cumulation': { zh: '同一对象不重复支持', en: 'the same subject is not supported twice' },
  'total-cap': { zh: '几项合计以最高金额为限', en: 'the highest amount in all is the limit' },
  budget: { zh: '当年资金以预算为限', en: 'the budget of the year is the limit' },
}

/** Codes that say more than the kind of limit does. */
const CODES: Readonly<Record<string, Text>> = {
  'quota-full': { zh: '名额已满', en: 'the places are all taken' },
  'already-granted': { zh: '以前已经给过', en: 'it was given before' },
  'higher-kept': { zh: '已保留金额更高的一项', en: 'a higher amount stays' },
  'earlier-kept': { zh: '已保留更早的一项', en: 'an earlier one stays' },
  'too-many': { zh: '超过名额，更正以前都不给', en: 'there are more than places: none is paid until this is corrected' },
  'used-up': { zh: '限额已经用完', en: 'the limit is used up' },
  tie: { zh: '名次相同，原文没有说谁在先', en: 'the rank is the same, and the text does not say who comes first' },
  'key-unknown': { zh: '是不是同一对象还不清楚', en: 'whether it is the same subject is not known yet' },
  'rank-unknown': { zh: '名次还不能排定', en: 'the ranking is not settled yet' },
  'limit-unknown': { zh: '限额是多少还不清楚', en: 'how high the limit is is not known yet' },
  'others-undetermined': { zh: '还有待定的会占用限额', en: 'others that are undetermined may take the place' },
  'shared-pro-rata': { zh: '资金不足，按同一比例减少', en: 'the money does not suffice: all are reduced in the same proportion' },
}

/** Why an adjustment was made, in a phrase. */
export function adjustmentWhy(line: Line, adjustment: Adjustment): Text {
  const why = CODES[adjustment.code] ?? WHY[adjustment.kind]
  if (adjustment.because.length === 0) return why
  const named = others(line, adjustment.because)
  return concat(why, { zh: `：${named.zh}`, en: `: ${named.en}` })
}

/** An adjustment as a sentence that quotes the rule: what was before, what is after, and why. */
export function adjustmentText(policy: Policy, line: Line, adjustment: Adjustment): Text {
  const why = adjustmentWhy(line, adjustment)
  const before = moneyRange(adjustment.before.committed, adjustment.before.possible)
  const after = moneyRange(adjustment.after.committed, adjustment.after.possible)
  const changed: Text = before.zh === after.zh ? { zh: `仍为${after.zh}`, en: `still ${after.en}` } : { zh: `原为${before.zh}，现为${after.zh}`, en: `before ${before.en}, now ${after.en}` }
  const name = policy.limits.find((each) => each.id === adjustment.constraint)?.inPrinciple === true
    ? concat({ zh: '原则上', en: 'in principle, ' }, LIMIT_KINDS[adjustment.kind])
    : LIMIT_KINDS[adjustment.kind]
  const quote: Text = adjustment.cite === null || adjustment.cite.quote === line.cite?.quote
    ? { zh: '', en: '' }
    : { zh: `（第${adjustment.cite.sentence}句“${adjustment.cite.quote}”）`, en: ` (sentence ${adjustment.cite.sentence}, “${adjustment.cite.quote}”)` }
  return { zh: `${name.zh}${quote.zh}：${changed.zh}，因为${why.zh}`, en: `${name.en}${quote.en}: ${changed.en}, because ${why.en}` }
}
