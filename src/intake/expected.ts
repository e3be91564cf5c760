import { unreachable } from '../base/invariant.ts'
import { unitName } from '../core/unit-name.ts'
import type { Type } from '../values/types.ts'
import type { Text } from './problem.ts'
import { unitsOf } from './value.ts'
import type { Vocabulary } from './vocabulary.ts'

const LONGEST_LIST = 12

function list(words: readonly string[], joint: string): string {
  return words.length > LONGEST_LIST ? `${words.slice(0, LONGEST_LIST).join(joint)}${joint}…` : words.join(joint)
}

/** What a fact of this type looks like, for a message, a form or a schema. */
export function expectedOf(type: Type, vocabulary: Vocabulary): Text {
  switch (type.kind) {
    case 'boolean':
      return { zh: '是或否（true / false）', en: 'yes or no (true / false)' }
    case 'integer': {
      const [zh, en] = unitsOf(type, vocabulary)
      return zh === undefined
        ? { zh: '不小于零的整数', en: 'a whole number that is not negative' }
        : { zh: `以“${zh}”计的整数，如 10 或“10${zh}”`, en: `a whole number of ${en ?? zh}, such as 10 or “10${zh}”` }
    }
    case 'quantity': {
      const { zh, en } = unitName(vocabulary.policy, type.unit)
      return { zh: `以“${zh}”计的数量，如“12.5${zh}”`, en: `a quantity in ${en}, such as “12.5 ${en}”` }
    }
    case 'money':
      return { zh: '金额：以元计的数（至多两位小数），或带单位的文字，如“50万元”', en: 'an amount: a number of yuan with at most two decimals, or a text with its unit, such as “50万元” or “500,000 yuan”' }
    case 'price':
      return { zh: `单价，如“0.8元/${type.unit}”`, en: `a price, such as “0.8 yuan/${unitName(vocabulary.policy, type.unit).en}”` }
    case 'ratio':
      return { zh: '比例，如“30%”、“6‰”或 0.3', en: 'a ratio, such as “30%”, “6‰” or 0.3' }
    case 'date':
      return { zh: '存在的一天，如“2026-01-01”', en: 'a day that exists, such as “2026-01-01”' }
    case 'duration':
      return { zh: '期限，如“3年”或“30个月”', en: 'a duration, such as “3 years” or “30 months”' }
    case 'days':
      return { zh: '天数，如“30日”', en: 'a number of days, such as “30 days”' }
    case 'text':
      return { zh: '文字', en: 'a text' }
    case 'identifier':
      return { zh: '标识（文字）', en: 'an identifier (a text)' }
    case 'enumeration': {
      const values = vocabulary.enumerations.get(type.name)?.enumeration.values ?? []
      return { zh: list(values.map(({ zh }) => zh), '、'), en: list(values.map(({ en }) => en), ', ') }
    }
    case 'matter': {
      const name = vocabulary.matters.get(type.name)?.entity.name ?? { zh: type.name, en: type.name }
      return { zh: `该申请人一个“${name.zh}”的编号`, en: `the id of a ${name.en} of this applicant` }
    }
    default:
      return unreachable(type)
  }
}
