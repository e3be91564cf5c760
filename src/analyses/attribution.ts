import type { Policy } from '../core/core.ts'
import type { Engine, Input, Result } from '../engines/engine.ts'
import { floor, rational, subtract, type Rational } from '../values/rational.ts'
import { editsBetween, incompatible, withEdits, type Edit } from './edits.ts'

/**
 * Each edit's share of what a change of the policy does, independent of the order in which the edits are thought of: the mean, over all
 * orders, of what the edit adds to those before it (the Shapley value). Shares add up to the change exactly; in whole fen they are rounded
 * down, and the fen that are left go to the edits with the largest remainders, of equal ones to the earlier in the text.
 */
export type Attribution =
  | { readonly kind: 'shares'; readonly edits: readonly Edit[]; /** Figures of one statement are taken as one edit, since there were too many. */ readonly grouped: boolean; readonly total: Share; readonly applicants: readonly ApplicantShare[] }
  | { readonly kind: 'refused'; readonly reason: 'too-many' | 'vocabulary' | 'engine'; readonly count: number; readonly names: readonly string[] }

export interface Share {
  readonly committed: Split
  readonly possible: Split
}

export interface ApplicantShare extends Share {
  readonly id: string
}

/** One change, in fen, split over the edits in their order. */
export interface Split {
  readonly change: bigint
  readonly exact: readonly Rational[]
  /** Whole fen that add up to `change`. */
  readonly shares: readonly bigint[]
}

/** So many edits take 256 evaluations. */
export const MOST_EDITS = 8

/** @param input dossiers read with the vocabulary of both versions (`jointPolicy`) */
export function attribution(engine: Engine, before: Policy, after: Policy, input: Input): Attribution {
  const names = incompatible(before, after)
  if (names.length > 0) return { kind: 'refused', reason: 'vocabulary', count: names.length, names: names.map((each) => each.zh) }
  const single = editsBetween(before, after)
  const edits = single.length > MOST_EDITS ? editsBetween(before, after, false) : single
  if (edits.length > MOST_EDITS) return { kind: 'refused', reason: 'too-many', count: edits.length, names: [] }
  const worths: (readonly bigint[])[] = []
  for (let subset = 0; subset < 2 ** edits.length; subset += 1) {
    const made = new Set(edits.filter((_, at) => (subset >> at) % 2 === 1).map((each) => each.id))
    const outcome = engine.evaluate(withEdits(before, after, edits, made), input)
    if (outcome.kind === 'refusal') return { kind: 'refused', reason: 'engine', count: outcome.refusals.length, names: outcome.refusals.map((each) => each.message.zh) }
    worths.push(amountsOf(outcome.result))
  }
  const splits = shapley(edits.length, worths)
  const share = (at: number): Share => ({ committed: splits[at] ?? NOTHING, possible: splits[at + 1] ?? NOTHING })
  return { kind: 'shares', edits, grouped: edits !== single, total: share(0), applicants: input.applicants.map(({ id }, index) => ({ id, ...share(2 + 2 * index) })) }
}

/** Both versions in one: what dossiers are read with. */
export function jointPolicy(before: Policy, after: Policy): Policy {
  const edits = editsBetween(before, after)
  return withEdits(before, after, edits, new Set(edits.map((each) => each.id)))
}

const NOTHING: Split = { change: 0n, exact: [], shares: [] }

/** Committed and possible, of all and of each applicant, in one row. */
function amountsOf({ totals, applicants }: Result): readonly bigint[] {
  return [totals, ...applicants.map((each) => each.total)].flatMap(({ committed, possible }) => [committed, possible])
}

/**
 * Shapley values of several quantities at once.
 * @param worths by subset of the edits, as bits; each row holds the quantities
 */
export function shapley(edits: number, worths: readonly (readonly bigint[])[]): readonly Split[] {
  const factorials = [1n]
  for (let n = 1; n <= edits; n += 1) factorials.push((factorials[n - 1] ?? 1n) * BigInt(n))
  const orders = factorials[edits] ?? 1n
  const sizes = worths.map((_, subset) => bits(subset))
  return (worths[0] ?? []).map((first, quantity) => {
    const worth = (subset: number): bigint => worths[subset]?.[quantity] ?? 0n
    const exact = Array.from({ length: edits }, (_, edit) => {
      let sum = 0n
      for (let subset = 0; subset < worths.length; subset += 1) {
        if ((subset >> edit) % 2 === 1) continue
        const size = sizes[subset] ?? 0
        sum += (factorials[size] ?? 1n) * (factorials[edits - size - 1] ?? 1n) * (worth(subset | (1 << edit)) - worth(subset))
      }
      return rational(sum, orders)
    })
    const change = worth(worths.length - 1) - first
    return { change, exact, shares: toTheFen(exact, change) }
  })
}

function bits(subset: number): number {
  let count = 0
  for (let rest = subset; rest > 0; rest >>= 1) count += rest % 2
  return count
}

/** Largest remainder. `exact` adds up to `sum`. */
function toTheFen(exact: readonly Rational[], sum: bigint): readonly bigint[] {
  const floors = exact.map(floor)
  const remainders = exact.map((each, at) => subtract(each, rational(floors[at] ?? 0n)))
  const left = Number(sum - floors.reduce((total, each) => total + each, 0n))
  const by = remainders.map((rest, at) => ({ rest, at })).sort((a, b) => {
    const [left, right] = [a.rest.n * b.rest.d, b.rest.n * a.rest.d]
    return left > right ? -1 : left < right ? 1 : a.at - b.at
  })
  const raised = new Set(by.slice(0, left).map((each) => each.at))
  return floors.map((each, at) => (raised.has(at) ? each + 1n : each))
}
