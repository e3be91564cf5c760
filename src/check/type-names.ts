import type { Name } from '../core/core.ts'
import type { Type } from '../values/types.ts'

const PLAIN: { readonly [kind in Exclude<Type['kind'], 'enumeration' | 'matter' | 'integer' | 'quantity' | 'price'>]: Name } = {
  boolean: { zh: '是或否', en: 'yes or no' },
  money: { zh: '金额', en: 'money' },
  ratio: { zh: '比例', en: 'a ratio' },
  date: { zh: '日期', en: 'a date' },
  duration: { zh: '年月期限', en: 'years or months' },
  days: { zh: '天数', en: 'a number of days' },
  text: { zh: '文字', en: 'a text' },
  identifier: { zh: '标识', en: 'an identifier' },
}

/** A type as an office would call it. */
export function typeName(type: Type): Name {
  switch (type.kind) {
    case 'integer':
      return type.unit === null ? { zh: '整数', en: 'a whole number' } : { zh: `整数（${type.unit}）`, en: `a whole number (${type.unit})` }
    case 'quantity':
      return { zh: `数量（${type.unit}）`, en: `a quantity (${type.unit})` }
    case 'price':
      return { zh: `单价（元/${type.unit}）`, en: `a price (yuan/${type.unit})` }
    case 'enumeration':
      return { zh: `“${type.name}”的取值`, en: `a value of “${type.name}”` }
    case 'matter':
      return { zh: `“${type.name}”`, en: `“${type.name}”` }
    default:
      return PLAIN[type.kind]
  }
}

/** The unit that a number of this type is written with, as an example; null where there is none. */
export function unitOf(type: Type): { readonly unit: string; readonly example: (value: string) => string } | null {
  const after = (unit: string) => ({ unit, example: (value: string) => `${value}${unit}` })
  switch (type.kind) {
    case 'money':
      return after('元')
    case 'quantity':
      return after(type.unit)
    case 'price':
      return after(`元/${type.unit}`)
    case 'duration':
      return after('年')
    case 'days':
      return after('日')
    case 'integer':
      return type.unit === null ? null : after(type.unit)
    default:
      return null
  }
}
