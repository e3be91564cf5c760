/** What can be written as JSON; whole numbers of any size as bigint. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * JSON text, two blanks an indent. A bigint is written as an integer with all its digits; members that are undefined are left out.
 */
export function toJson(value: Json, indent = ''): string {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${indent}  `
  if (isList(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => inner + toJson(item, inner)).join(',\n')}\n${indent}]`
  }
  const members = Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [`${inner}${JSON.stringify(key)}: ${toJson(item, inner)}`]))
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
