import { ASYMMETRIC_MATCHERS_OBJECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect'
import { use, expect as chaiExpect } from 'chai'

/**
 * As much of vitest as unit tests of the interpreter need, for a worker thread: tests are kept as they are declared, and
 * run one after another by whoever takes them. The matchers are vitest's own.
 */
use(JestExtend)
use(JestChaiExpect)
use(JestAsymmetricMatchers)
export const expect = Object.assign((value: unknown, message?: string) => chaiExpect(value, message), chaiExpect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT) ?? {})

interface Declared {
  readonly name: string
  readonly run: () => unknown
}

let declared: Declared[] = []

export function test(name: string, first: unknown, second?: unknown): void {
  const run = typeof first === 'function' ? first : second
  if (typeof run === 'function') declared.push({ name, run: () => run() })
}

test.each = (rows: readonly unknown[]) => (name: string, run: (...row: unknown[]) => unknown): void => {
  for (const row of rows) declared.push({ name, run: () => run(...(Array.isArray(row) ? row : [row])) })
}

export const it = test

export function describe(_name: string, body: () => void): void {
  body()
}

/** The tests declared since the last call. */
export function taken(): readonly Declared[] {
  const all = declared
  declared = []
  return all
}
