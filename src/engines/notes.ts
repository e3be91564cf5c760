import type { Limit } from '../core/core.ts'
import type { Decision, Line, Note } from './engine.ts'

/** "Something that concerns the whole run: a tie, an outcome that depends on an order that the policy does not give." */

export function lineName(line: Line): string {
  return `${line.clause} ${line.subject}`
}

function note(code: Note['code'], limit: Limit, lines: readonly Line[], zh: (names: string) => string, en: (names: string) => string): Note {
  const names = [...new Set(lines.map(lineName))].sort()
  return { code, limit: limit.id, lines: names, message: { zh: zh(names.join('、')), en: en(names.join(', ')) }, cite: limit.cites[0] ?? null }
}

export function tieNote(limit: Limit, lines: readonly Line[]): Note {
  return note('tie', limit, lines,
    (names) => `约束 ${limit.id} 的排序在名额边缘并列：${names}；文本没有规定先后，谁得到支持尚不确定`,
    (names) => `constraint ${limit.id}: a tie at the edge between ${names}; the text gives no order, so who is paid is not determined`)
}

export function excessNote(limit: Limit, lines: readonly Line[]): Note {
  return limit.share.kind === 'none'
    ? note('quota-exceeded', limit, lines,
      (names) => `超过约束 ${limit.id} 的限额，在数据更正以前均不支持：${names}`,
      (names) => `more than constraint ${limit.id} allows; none is paid until the data is corrected: ${names}`)
    : note('quota-exceeded', limit, lines,
      (names) => `可能超过约束 ${limit.id} 的限额，而文本没有规定由谁得到：${names}`,
      (names) => `perhaps more than constraint ${limit.id} allows, and the text does not say who is paid: ${names}`)
}

export function exceptionNote(limit: Limit, lines: readonly Line[]): Note {
  return note('exception-used', limit, lines,
    (names) => `按记录在案的例外，约束 ${limit.id} 不适用于：${names}`,
    (names) => `by a recorded exception, constraint ${limit.id} does not apply to: ${names}`)
}

export function unknownDecision(decision: Decision): Note {
  const about = decision.kind === 'exception' ? decision.limit : decision.clause
  const lines = decision.kind === 'exception' ? decision.subjects.map((subject) => `${about} ${subject}`) : [`${about} ${decision.subject}`]
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
      zh: `约束 ${first.id} 与 ${second.id} 的先后影响结果，文本没有规定（先 ${first.id}／先 ${second.id}）：${text('zh')}`,
      en: `the order of constraints ${first.id} and ${second.id} matters and the text does not give it (${first.id} first / ${second.id} first): ${text('en')}`,
    },
    cite: first.cites[0] ?? null,
  }
}
