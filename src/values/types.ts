/** The types of facts and expressions. Plain data; two types are equal when `sameType` says so. */
export type Type =
  | { readonly kind: 'boolean' }
  /** A whole number, possibly of something: 10项. */
  | { readonly kind: 'integer'; readonly unit: string | null }
  /** An exact decimal with a unit: 12.5吨. */
  | { readonly kind: 'quantity'; readonly unit: string }
  /** Fen. */
  | { readonly kind: 'money' }
  /** Fen for one unit of a quantity: 0.8元/吨. */
  | { readonly kind: 'price'; readonly unit: string }
  /** A plain fraction: 30%, 6‰. */
  | { readonly kind: 'ratio' }
  /** A day, `YYYY-MM-DD`. */
  | { readonly kind: 'date' }
  /** Whole months; 3年 is 36 of them. */
  | { readonly kind: 'duration' }
  /** Whole days; never converted to months. */
  | { readonly kind: 'days' }
  | { readonly kind: 'text' }
  | { readonly kind: 'identifier' }
  | { readonly kind: 'enumeration'; readonly name: string }
  | { readonly kind: 'matter'; readonly name: string }

export function sameType(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false
  if ('unit' in a) return a.unit === (b as { unit: string | null }).unit
  if ('name' in a) return a.name === (b as { name: string }).name
  return true
}

/** Types whose values are exact numbers at run time. */
export function isNumeric(type: Type): boolean {
  switch (type.kind) {
    case 'integer':
    case 'quantity':
    case 'money':
    case 'price':
    case 'ratio':
    case 'duration':
    case 'days':
      return true
    default:
      return false
  }
}
