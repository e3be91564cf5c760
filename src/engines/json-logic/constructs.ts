import type { Name } from '../../core/core.ts'

/** What JSON Logic, or this translation into it, cannot say. */
export const CONSTRUCTS = {
  'nested-aggregate': { zh: '在一个个数、总和中再数事项', en: 'counting matters inside a count or a sum' },
  'subject-in-aggregate': { zh: '在数事项时与条款的对象相比较', en: 'looking at the clause’s subject while counting matters' },
  'date-arithmetic': { zh: '两个日期相隔的天数，或者若干天前后的日期', en: 'days between two days, or a day so many days before or after' },
  'name': { zh: '含有点号的名称', en: 'a name with a dot in it' },
  'overflow': { zh: '中间结果可能超过 2^53−1', en: 'intermediate results that may pass 2^53 − 1' },
  'unknown-fact': { zh: '尚不知道或不适用的事实', en: 'a fact that is not known or does not apply' },
  'out-of-range': { zh: '超出整数精确范围的数', en: 'a number outside the range in which whole numbers are exact' },
  'ledger': { zh: '以往兑付的记录', en: 'earlier grants' },
  'division': { zh: '除数不大于零', en: 'division by what is not above zero' },
  'too-many': { zh: '超过 1000 个事项的合计', en: 'more than 1,000 matters in a count or a sum' },
  'undetermined': { zh: '不能确定的条件', en: 'a condition that cannot be decided' },
  'decision': { zh: '决定', en: 'a recorded decision' },
  'exception-between-clauses': { zh: '条款之间的例外', en: 'an exception between clauses' },
  'once': { zh: '一次性', en: 'a payment that is made once' },
  'cap': { zh: '按键累计的最高金额', en: 'a cap over several lines' },
  'quota': { zh: '名额', en: 'a quota over applicants' },
  'non-cumulation': { zh: '不重复支持', en: 'non-cumulation' },
  'total-cap': { zh: '几条合计的最高金额', en: 'a cap over several clauses' },
  'budget': { zh: '预算', en: 'a budget' },
  'limit-for-some-lines': { zh: '只限定部分结果的限额', en: 'a limit that covers some lines only' },
  'widened-limit': { zh: '可以放宽的限额', en: 'a limit that may be widened' },
  'whole': { zh: '不足整笔不给予', en: 'whole lines or nothing' },
  'spared': { zh: '计入合计而不减少的条款', en: 'clauses that count toward a sum and are not reduced' },
  'elsewhere': { zh: '与别处所得相比', en: 'support compared with what is had elsewhere' },
  'cumulable': { zh: '可以并享的几条', en: 'clauses that may be cumulated' },
  'key': { zh: '不能作键的表达式', en: 'an expression that cannot serve as a key' },
  'unstated-amount': { zh: '对没有写明金额的条款设最高金额', en: 'a cap on an amount that is not stated' },
  'period': { zh: '逐月、逐年的给付', en: 'payment by month or by year' },
  'power-condition': { zh: '带条件的“可”', en: 'a power under a condition' },
  'sharing': { zh: '资金分担', en: 'who pays' },
  'repayment': { zh: '退回', en: 'repayment' },
  'reading': { zh: '没有可用的解读', en: 'no reading to take' },
} as const satisfies Record<string, Name>

export type Construct = keyof typeof CONSTRUCTS
