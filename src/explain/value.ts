import { COUNT_UNITS } from '../../grammar/units.ts'
import type { Policy } from '../core/core.ts'
import { isShort } from '../core/expression-text.ts'
import { unitName } from '../core/unit-name.ts'
import { rational, rationalFromText } from '../values/rational.ts'
import type { Type } from '../values/types.ts'
import { billAmount, decimal, money } from './money.ts'
import { type Text, asGiven, same } from './text.ts'

/** Months in words: 2年, 2年6个月, 30 months. */
export function months(count: bigint): Text {
  const years = count / 12n
  const rest = count % 12n
  const zh = years === 0n ? `${rest}个月` : rest === 0n ? `${years}年` : `${years}年${rest}个月`
  const yearsEn = years === 0n ? '' : `${years} ${years === 1n ? 'year' : 'years'}`
  const restEn = rest === 0n && years !== 0n ? '' : `${rest} ${rest === 1n ? 'month' : 'months'}`
  return { zh, en: [yearsEn, restEn].filter((part) => part !== '').join(' ') }
}

/** A number with its unit. What Chinese counts in has an English plural; a policy's own units are written as it names them. */
function counted(policy: Policy, number: string, unit: string): Text {
  const { en } = unitName(policy, unit)
  return { zh: `${number}${unit}`, en: `${number} ${number === '1' && Object.hasOwn(COUNT_UNITS, unit) ? en.replace(/s$/, '') : en}` }
}

/** A value of a type, from its canonical text, as a person reads it. */
export function showValue(policy: Policy, type: Type, text: string): Text {
  const number = rationalFromText(text)
  switch (type.kind) {
    case 'boolean':
      return text === 'true' ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
    case 'money':
      if (number === null) return same(text)
      return number.d === 1n ? money(number.n) : billAmount(number)
    case 'price':
      if (number === null) return same(text)
      return { zh: `${billAmount(number).zh}/${type.unit}`, en: `${billAmount(number).en}/${unitName(policy, type.unit).en}` }
    case 'ratio':
      return same(number === null ? text : `${decimal(rational(number.n * 100n, number.d))}%`)
    case 'duration':
      return number === null || number.d !== 1n ? same(text) : months(number.n)
    case 'days':
      return { zh: `${text}日`, en: `${text} days` }
    case 'integer':
    case 'quantity':
      if (type.unit === null) return same(number === null || isShort(number) ? text : decimal(number))
      return counted(policy, number === null ? text : decimal(number), type.unit)
    case 'enumeration': {
      const value = policy.enumerations.find((each) => each.name.zh === type.name)?.values.find((each) => each.zh === text)
      return value ?? same(text)
    }
    case 'date':
      return same(text)
    case 'text':
    case 'identifier':
    case 'matter':
      return same(asGiven(text))
  }
}
