import { unreachable } from '../../src/base/invariant.ts'

/**
 * What of plain data is another one than before. An answer is sent to the page as this: what both sides have already is neither copied
 * nor compared again, and stays the same object there.
 */
export type Difference =
  | { readonly kind: 'whole'; readonly value: unknown }
  | { readonly kind: 'fields'; readonly fields: readonly (readonly [string, Difference])[] }
  | { readonly kind: 'items'; readonly length: number; readonly items: readonly (readonly [number, Difference])[] }

type Fields = Readonly<Record<string, unknown>>

/** null: nothing differs. */
export function differenceOf(before: unknown, after: unknown): Difference | null {
  if (Object.is(before, after)) return null
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return { kind: 'whole', value: after }
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after)
  if (Array.isArray(before) || Array.isArray(after)) return { kind: 'whole', value: after }
  return ofRecords(before as Fields, after as Fields)
}

function ofLists(before: readonly unknown[], after: readonly unknown[]): Difference | null {
  const items: (readonly [number, Difference])[] = []
  for (const [index, each] of after.entries()) {
    const difference = index < before.length ? differenceOf(before[index], each) : { kind: 'whole' as const, value: each }
    if (difference !== null) items.push([index, difference])
  }
  return items.length === 0 && before.length === after.length ? null : { kind: 'items', length: after.length, items }
}

function ofRecords(before: Fields, after: Fields): Difference | null {
  const keys = Object.keys(after)
  if (keys.length !== Object.keys(before).length || !keys.every((key) => Object.hasOwn(before, key))) return { kind: 'whole', value: after }
  const fields: (readonly [string, Difference])[] = []
  for (const key of keys) {
    const difference = differenceOf(before[key], after[key])
    if (difference !== null) fields.push([key, difference])
  }
  return fields.length === 0 ? null : { kind: 'fields', fields }
}

/** `before` as it is after the difference, which is one of the very same value: what does not differ is the same object. */
export function withDifference<T>(before: T, difference: Difference | null): T {
  return changed(before, difference) as T
}

function changed(before: unknown, difference: Difference | null): unknown {
  if (difference === null) return before
  switch (difference.kind) {
    case 'whole': return difference.value
    case 'fields': {
      const fields = before as Fields
      return { ...fields, ...Object.fromEntries(difference.fields.map(([key, each]) => [key, changed(fields[key], each)])) }
    }
    case 'items': {
      const list = (before as readonly unknown[]).slice(0, difference.length)
      for (const [index, each] of difference.items) list[index] = changed(list[index], each)
      return list
    }
    default: return unreachable(difference)
  }
}
