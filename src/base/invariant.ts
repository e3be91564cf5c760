/** A broken promise of our own code: the only thing that Heng throws. A drafter's mistake is a diagnostic instead. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws unless `condition` holds; `promise` says who promised it. */
export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new InvariantError(promise)
}

/** The end of every switch over `kind`: a new case stops the build here until it has a meaning. */
export function unreachable(value: never): never {
  throw new InvariantError(`no case for ${String((value as { kind?: unknown }).kind ?? value)}`)
}
