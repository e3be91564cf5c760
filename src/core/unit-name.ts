import type { Name, Policy } from './core.ts'

/** A unit of a type, in both languages. */
export function unitName(policy: Pick<Policy, 'units'>, unit: string): Name {
  return policy.units.find(({ zh }) => zh === unit) ?? { zh: unit, en: unit }
}
