/** The same function, worked out once for each object: what did not change from one key press to the next is the very same object. */
export function perObject<K extends object, V>(of: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, { readonly value: V }>()
  return (object) => {
    const before = known.get(object)
    if (before !== undefined) return before.value
    const value = of(object)
    known.set(object, { value })
    return value
  }
}
