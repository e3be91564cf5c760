import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../properties/policies.ts'

/** A mutant that no test can tell from the original, because it does the same, and why. */
interface Survivor {
  readonly where: string
  readonly id: string
  readonly reason: string
}

const survivors: readonly Survivor[] = JSON.parse(readFileSync(join(root(), 'test/mutants/survivors.json'), 'utf8'))

function isListed(where: string, id: string): boolean {
  return survivors.some((one) => one.where === where && one.id === id && one.reason !== '')
}

/** What differs from the list: mutants that survive without a reason, and listed ones that are killed after all. */
export function unkilled(where: string, alive: readonly string[], tried: readonly string[]): { readonly new: readonly string[]; readonly killed: readonly string[] } {
  const listed = survivors.filter((one) => one.where === where).map(({ id }) => id)
  return {
    new: alive.filter((id) => !isListed(where, id)),
    killed: listed.filter((id) => tried.includes(id) && !alive.includes(id)),
  }
}

/** About `many` of them, spread evenly: always the same ones. */
export function sample<T>(all: readonly T[], many: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / many))
  return all.filter((_, i) => i % step === Math.floor(step / 2)).slice(0, many)
}
