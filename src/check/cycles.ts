/** The circles in a graph, each once, by the nodes on it in order. Linear; no recursion, however long a chain is. */
export function cycles<T>(nodes: readonly T[], next: (node: T) => readonly T[]): readonly (readonly T[])[] {
  const found: (readonly T[])[] = []
  const done = new Set<T>()
  for (const root of nodes) {
    if (done.has(root)) continue
    const path: { readonly node: T; readonly rest: T[] }[] = [{ node: root, rest: [...next(root)] }]
    const onPath = new Set<T>([root])
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.rest.shift()
      if (step === undefined) {
        path.pop()
        onPath.delete(top.node)
        done.add(top.node)
      } else if (onPath.has(step)) {
        const nodesOnPath = path.map((one) => one.node)
        found.push(nodesOnPath.slice(nodesOnPath.indexOf(step)))
      } else if (!done.has(step)) {
        path.push({ node: step, rest: [...next(step)] })
        onPath.add(step)
      }
    }
  }
  return found
}
