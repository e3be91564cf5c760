import type { Limit } from '../core/core.ts'
import { LIMIT_KINDS } from '../core/limit-kinds.ts'
import { statementOf } from '../core/limit-statement.ts'
import type { Decision, Line, Note } from './engine.ts'

/** "Something that concerns the whole run: a tie, an outcome that depends on an order that the policy does not give." */

/** The clause, the applicant, its matter where it has one, and the first day of what is paid by period. */
function lineName({ clause, applicant, subject, period }: Line): string {
  return [clause, applicant, ...(subject === applicant ? [] : [subject]), ...(period === null ? [] : [period.from])].join(' ')
}

/** The clause that a limit stands in, or the constraint that it is. */
function placeOf({ id }: Limit): { readonly zh: string; readonly en: string } {
  const statement = statementOf(id)
  return id.includes('#') ? { zh: `条款 ${statement}`, en: `clause ${statement}` } : { zh: `约束 ${statement}`, en: `constraint ${statement}` }
}

/** A limit as a person looks for it: what it is, and where it stands. */
function named(limit: Limit): { readonly zh: string; readonly en: string } {
  const [place, kind] = [placeOf(limit), LIMIT_KINDS[limit.kind]]
  return { zh: `${place.zh} 的${kind.zh}`, en: `${place.en} (${kind.en})` }
}

function note(code: Note['code'], limit: Limit, lines: readonly Line[], zh: (names: string) => string, en: (names: string) => string): Note {
  const names = [...new Set(lines.map(lineName))].sort()
  return { code, limit: limit.id, lines: names, message: { zh: zh(names.join('、')), en: en(names.join(', ')) }, cite: limit.cites[0] ?? null }
}

export function tieNote(limit: Limit, lines: readonly Line[]): Note {
  return note('tie', limit, lines,
    (names) => `${named(limit).zh}的排序在名额边缘并列：${names}；文本没有规定先后，谁得到支持尚不确定`,
    (names) => `${named(limit).en}: a tie at the edge between ${names}; the text gives no order, so who is paid is not determined`)
}

export function excessNote(limit: Limit, lines: readonly Line[]): Note {
  const several = lines.length > 1
  return limit.share.kind === 'none'
    ? note('quota-exceeded', limit, lines,
      (names) => `超过${named(limit).zh}，在数据更正以前均不支持：${names}`,
      (names) => `more than ${named(limit).en} allows; none is paid until the data is corrected: ${names}`)
    : note('quota-exceeded', limit, lines,
      (names) => `可能超过${named(limit).zh}${several ? '，而文本没有规定由谁得到' : ''}：${names}`,
      (names) => `perhaps more than ${named(limit).en} allows${several ? ', and the text does not say who is paid' : ''}: ${names}`)
}

export function exceptionNote(limit: Limit, lines: readonly Line[]): Note {
  return note('exception-used', limit, lines,
    (names) => `按记录在案的例外，${named(limit).zh}不适用于：${names}`,
    (names) => `by a recorded exception, ${named(limit).en} does not apply to: ${names}`)
}

export function unknownDecision(decision: Decision): Note {
  const about = decision.kind === 'exception' ? decision.limit : decision.clause
  const subjects = decision.kind === 'exception' ? decision.subjects : [decision.subject]
  const lines = subjects.map((subject) => [about, ...(decision.applicant === null ? [] : [decision.applicant]), ...(subject === decision.applicant ? [] : [subject])].join(' '))
  return {
    code: 'unknown-decision',
    limit: decision.kind === 'exception' ? decision.limit : null,
    lines,
    message: { zh: `一项决定没有对应的结果，未予采用：${lines.join('、')}`, en: `a decision concerns no line and was not used: ${lines.join(', ')}` },
    cite: null,
  }
}

function yuan(fen: bigint | null, lang: 'zh' | 'en'): string {
  if (fen === null) return lang === 'zh' ? '未定' : 'not stated'
  const cents = fen % 100n === 0n ? '' : `.${(fen % 100n).toString().padStart(2, '0')}`
  return `${(fen / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')}${cents}${lang === 'zh' ? '元' : ' yuan'}`
}

/** "Where the outcome would depend on an order that the policy does not give, that is reported." */
export function orderNote(first: Limit, second: Limit, changed: readonly { readonly here: Line; readonly swapped: Line }[]): Note {
  const text = (lang: 'zh' | 'en'): string => changed
    .map(({ here, swapped }) => `${lineName(here)} ${yuan(here.possible, lang)}${lang === 'zh' ? '／' : ' / '}${yuan(swapped.possible, lang)}`)
    .sort()
    .join(lang === 'zh' ? '；' : '; ')
  return {
    code: 'order-dependent',
    limit: first.id,
    lines: changed.map(({ here }) => lineName(here)).sort(),
    message: {
      zh: `${placeOf(first).zh} 与 ${placeOf(second).zh}（同为${LIMIT_KINDS[first.kind].zh}）的先后影响结果，文本没有规定（前者在先／后者在先）：${text('zh')}`,
      en: `the order of ${placeOf(first).en} and ${placeOf(second).en} (both: ${LIMIT_KINDS[first.kind].en}) matters and the text does not give it (the former first / the latter first): ${text('en')}`,
    },
    cite: first.cites[0] ?? null,
  }
}
