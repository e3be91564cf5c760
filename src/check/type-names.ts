import type { Name } from '../core/core.ts'
import type { Type } from '../values/types.ts'
import type { Symbols } from './symbols.ts'
import { unitNamed } from './units.ts'

/** The English names that a package declares. */
export type English = Pick<Symbols, 'english'>

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
export function typeName(type: Type, names: English): Name {
  switch (type.kind) {
    case 'integer': {
      if (type.unit === null) return { zh: '整数', en: 'a whole number' }
      const unit = unitNamed(names, type.unit)
      return { zh: `整数（${unit.zh}）`, en: `a whole number (${unit.en})` }
    }
    case 'quantity': {
      const unit = unitNamed(names, type.unit)
      return { zh: `数量（${unit.zh}）`, en: `a quantity (${unit.en})` }
    }
    case 'price': {
      const unit = unitNamed(names, type.unit)
      return { zh: `单价（元/${unit.zh}）`, en: `a price (yuan/${unit.en})` }
    }
    case 'enumeration':
      return { zh: `“${type.name}”的取值`, en: `a value of “${names.english.get(type.name) ?? type.name}”` }
    case 'matter':
      return { zh: `“${type.name}”`, en: `“${names.english.get(type.name) ?? type.name}”` }
    default:
      return PLAIN[type.kind]
  }
}

/** The unit that a number of this type is written with; null where there is none. */
export function unitOf(type: Type, names: English): Name | null {
  switch (type.kind) {
    case 'money':
      return { zh: '元', en: 'yuan' }
    case 'quantity':
      return unitNamed(names, type.unit)
    case 'price': {
      const unit = unitNamed(names, type.unit)
      return { zh: `元/${unit.zh}`, en: `yuan/${unit.en}` }
    }
    case 'duration':
      return { zh: '年', en: 'years' }
    case 'days':
      return { zh: '日', en: 'days' }
    case 'integer':
      return type.unit === null ? null : unitNamed(names, type.unit)
    default:
      return null
  }
}
