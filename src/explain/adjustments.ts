import type { Limit, LimitKind, Period, Policy, ReadingRef } from '../core/core.ts'
import { expressionText } from '../core/expression-text.ts'
import { LIMIT_KINDS } from '../core/limit-kinds.ts'
import type { Adjustment, Line } from '../engines/engine.ts'
import { rationalFromText } from '../values/rational.ts'
import { money, moneyRange } from './money.ts'
import { type Text, asGiven, concat, listed } from './text.ts'
import { showValue } from './value.ts'

/** So many lines and grants are named; of more only the number. */
const NAMED = 3

/** A line, or an earlier grant with its day, as `Adjustment.because` names it. The clause is left out where it is the line's own. */
function other(line: Line, reference: string): Text {
  const [clause = '', ...rest] = reference.split(' ')
  const day = rest.length > 1 && /^\d{4}-\d{2}-\d{2}$/.test(rest.at(-1) ?? '') ? rest.at(-1) : undefined
  const subject = asGiven((day === undefined ? rest : rest.slice(0, -1)).join(' '))
  if (day !== undefined) return { zh: `${day}按第${clause}条拨付的一笔（${subject}）`, en: `the grant of ${day} under clause ${clause} (${subject})` }
  if (clause === line.clause) return { zh: subject, en: subject }
  return { zh: `第${clause}条（${subject}）`, en: `clause ${clause} (${subject})` }
}

/** Codes of limits that leave out what comes later: the others that are told of come first. */
const FIRST_COME: ReadonlySet<string> = new Set(['quota-full', 'used-up', 'higher-kept', 'earlier-kept'])

function others(line: Line, code: string, because: readonly string[]): Text {
  const count = because.length
  if (count <= NAMED) return listed(because.map((reference) => other(line, reference)))
  if (FIRST_COME.has(code)) return { zh: `另有${count}项在先`, en: `${count} others come first` }
  return code === 'tie' ? { zh: `另有${count}项在先或者并列`, en: `${count} others come first or rank the same` } : { zh: `另有${count}项`, en: `${count} others` }
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
  // Of equal amounts one stays as well.
  'higher-kept': { zh: '只保留金额最高的一项', en: 'only the highest amount stays' },
  'earlier-kept': { zh: '已保留更早的一项', en: 'an earlier one stays' },
  'too-many': { zh: '超过名额，更正以前都不给', en: 'there are more than places: none is paid until this is corrected' },
  'not-whole': { zh: '所余不够给整笔', en: 'what is left is not enough for the whole' },
  'whole-unknown': { zh: '所余够不够给整笔还不清楚', en: 'whether what is left is enough for the whole is not known yet' },
  'used-up': { zh: '限额已经用完', en: 'the limit is used up' },
  tie: { zh: '名次相同，原文没有说谁在先', en: 'the rank is the same, and the text does not say who comes first' },
  'key-unknown': { zh: '是不是同一对象还不清楚', en: 'whether it is the same subject is not known yet' },
  'rank-unknown': { zh: '名次还不能排定', en: 'the ranking is not settled yet' },
  'limit-unknown': { zh: '限额是多少还不清楚', en: 'how high the limit is is not known yet' },
  'widening-undecided': { zh: '限额可以放宽，要由主管部门决定', en: 'the limit may be widened: the authority has yet to decide' },
  'widening-too-high': { zh: '决定放宽到的数额高于原文允许的，不予采用', en: 'the limit was widened beyond what the text allows; the decision is not followed' },
  'reach-unknown': { zh: '这项限额是否适用还不清楚', en: 'whether this limit applies is not known yet' },
  'others-undetermined': { zh: '还有待定的会占用限额', en: 'others that are undetermined may take the place' },
  'higher-elsewhere': { zh: '同一事项在别处所得不低于此', en: 'the same thing gets as much or more elsewhere' },
  'elsewhere-unknown': { zh: '同一事项在别处所得多少还不清楚', en: 'what the same thing gets elsewhere is not known yet' },
  'no-order': { zh: '合计超过限额，原文没有规定如何分配', en: 'together they exceed the limit, and the text does not say how it is shared' },
  'shared-pro-rata': { zh: '资金不足，按同一比例减少', en: 'the money does not suffice: all are reduced in the same proportion' },
}

/** Money is short where a budget is; any other limit is reached. */
const REDUCED: Text = { zh: '合计超过限额，按同一比例减少', en: 'together they exceed the limit: all are reduced in the same proportion' }

/** The limit that made the adjustment: several may share an id, each under its own readings. */
function limitOf(policy: Policy, line: Line, { constraint, kind }: Adjustment, readings: readonly ReadingRef[]): Limit | null {
  const chosen = (ref: ReadingRef): boolean => readings.some((each) => each.ambiguity === ref.ambiguity && each.reading === ref.reading)
  return policy.limits.find((limit) => limit.id === constraint && limit.kind === kind && limit.clauses.includes(line.clause) && limit.under.every(chosen)) ?? null
}

const PERIODS: Readonly<Record<Period, Text>> = { ever: { zh: '', en: '' }, year: { zh: '每年', en: 'a year ' }, month: { zh: '每月', en: 'a month ' } }

/** The largest amount: as it is written, or what it came to and how it is written. */
function maxText(policy: Policy, { max }: Limit, allowed: bigint | null): Text {
  if (max.kind === 'literal') return showValue(policy, max.type, max.value)
  const written = expressionText(policy, max)
  if (allowed === null) return written
  const value = showValue(policy, max.type, allowed.toString())
  return { zh: `${value.zh}（${written.zh}）`, en: `${value.en} (${written.en})` }
}

/** What a limit says: “每年最多10项”, “同一地块最高50万元”. Null where the largest amount is not a plain figure. */
function ruleText(policy: Policy, line: Line, limit: Limit, allowed: bigint | null): Text | null {
  const period = limit.period === null ? PERIODS.ever : PERIODS[limit.period]
  const max = maxText(policy, limit, allowed)
  if (limit.measure === 'count') return limit.kind === 'quota' ? { zh: `${period.zh}最多${max.zh}`, en: `at most ${max.en} ${period.en}`.trim() } : null
  const key = (limit.key[line.clause] ?? []).flatMap((each) => (each.kind === 'field' ? [expressionText(policy, each)] : []))
  const same: Text = key.length === 0 ? { zh: '', en: '' } : { zh: `同一${listed(key).zh}`, en: ` for the same ${listed(key).en}` }
  return { zh: `${same.zh}${period.zh}最高${max.zh}`, en: `at most ${max.en}${period.en === '' ? '' : ` ${period.en.trim()}`}${same.en}` }
}

function whole(text: string): bigint | null {
  const number = rationalFromText(text)
  return number?.d === 1n ? number.n : null
}

/** How much of a limit others have taken: what is left is what the line gets. */
function taken({ after, because, max }: Adjustment, limit: Limit, line: Line): Text | null {
  const most = limit.max.kind === 'literal' ? whole(limit.max.value) : max
  if (limit.measure !== 'amount' || most === null || because.length === 0 || after.committed !== after.possible) return null
  const used = money(most - after.committed)
  const who = others(line, 'capped', because)
  return because.length > NAMED ? { zh: `其他${because.length}项已占${used.zh}`, en: `${because.length} others take ${used.en} of it` } : { zh: `${who.zh}已占${used.zh}`, en: `${who.en} takes ${used.en} of it` }
}

/** Why an adjustment was made, in a phrase. */
export function adjustmentWhy(policy: Policy, line: Line, adjustment: Adjustment, readings: readonly ReadingRef[]): Text {
  const limit = limitOf(policy, line, adjustment, readings)
  const rule = limit === null ? null : ruleText(policy, line, limit, adjustment.max)
  if (adjustment.code === 'capped' && limit !== null && rule !== null) {
    if (adjustment.widened !== null) {
      const to = money(adjustment.widened)
      return { zh: `${rule.zh}，经决定放宽至${to.zh}`, en: `${rule.en}; widened by decision to ${to.en}` }
    }
    const used = taken(adjustment, limit, line)
    return used === null ? rule : { zh: `${rule.zh}，${used.zh}`, en: `${rule.en}; ${used.en}` }
  }
  const why = adjustment.code === 'shared-pro-rata' && adjustment.kind !== 'budget' ? REDUCED : (CODES[adjustment.code] ?? WHY[adjustment.kind])
  const full = rule !== null && adjustment.kind === 'quota' ? { zh: `${rule.zh}，${why.zh}`, en: `${rule.en}; ${why.en}` } : why
  if (adjustment.because.length === 0) return full
  const named = others(line, adjustment.code, adjustment.because)
  return concat(full, { zh: `：${named.zh}`, en: `: ${named.en}` })
}

/** An adjustment as a sentence that quotes the rule: what was before, what is after, and why. */
export function adjustmentText(policy: Policy, line: Line, adjustment: Adjustment, readings: readonly ReadingRef[]): Text {
  const why = adjustmentWhy(policy, line, adjustment, readings)
  const before = moneyRange(adjustment.before.committed, adjustment.before.possible)
  const after = moneyRange(adjustment.after.committed, adjustment.after.possible)
  const changed: Text = before.zh === after.zh ? { zh: `仍为${after.zh}`, en: `still ${after.en}` } : { zh: `原为${before.zh}，现为${after.zh}`, en: `before ${before.en}, now ${after.en}` }
  const name = limitOf(policy, line, adjustment, readings)?.inPrinciple === true
    ? concat({ zh: '原则上', en: 'in principle, ' }, LIMIT_KINDS[adjustment.kind])
    : LIMIT_KINDS[adjustment.kind]
  const quote: Text = adjustment.cite === null || adjustment.cite.quote === line.cite?.quote
    ? { zh: '', en: '' }
    : { zh: `（第${adjustment.cite.sentence}句“${adjustment.cite.quote}”）`, en: ` (sentence ${adjustment.cite.sentence}, “${adjustment.cite.quote}”)` }
  return { zh: `${name.zh}${quote.zh}：${changed.zh}，因为${why.zh}`, en: `${name.en}${quote.en}: ${changed.en}, because ${why.en}` }
}
