/**
 * `after`, with every part that equals the part at the same place of `before` replaced by that very part: what did not change is the same
 * object, and is not drawn again. Plain data only.
 */
export function shareStructure<T>(before: T, after: T): T {
  return shared(before, after) as T
}

function shared(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return after
  if (Array.isArray(after)) return Array.isArray(before) ? sharedList(before, after) : after
  return Array.isArray(before) ? after : sharedRecord(before as Fields, after as Fields)
}

type Fields = Readonly<Record<string, unknown>>

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const list = after.map((each, index) => shared(before[index], each))
  return list.length === before.length && list.every((each, index) => each === before[index]) ? before : list
}

function sharedRecord(before: Fields, after: Fields): Fields {
  const keys = Object.keys(after)
  const record = Object.fromEntries(keys.map((key) => [key, shared(before[key], after[key])]))
  return keys.length === Object.keys(before).length && keys.every((key) => key in before && record[key] === before[key]) ? before : record
}
