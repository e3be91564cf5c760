import type { Limit } from '../../core/core.ts'
import { groupBy } from '../groups.ts'
import { bundleText, isByClause, payeeOf, steadyClauses } from '../limit-under.ts'
import type { Claimant, Whole } from './contenders.ts'
import { keyText, sameKey } from './ledger.ts'
import { TRUE, type Truth, type Value } from './values.ts'

/**
 * "不重复享受" chooses between clauses, not between the months of one: the lines of one clause to one subject with one key
 * stay, or go, together, and what they come to together is compared. Under every other limit each line stands for itself.
 */
export interface Bundle {
  readonly claimant: Claimant
  readonly mates: readonly Mate[]
  /** What it comes to. */
  readonly amount: Whole
  /** Of its lines, those that certainly are, and those that may be of it. */
  readonly ranks: { readonly sure: readonly Rank[]; readonly maybe: readonly Rank[] }
  /** Null: no other line is paid together with it. */
  readonly payee: string | null
  /** One for lines that certainly are of one bundle. */
  readonly name: string
}

type Rank = Claimant['rank']

/** Another line of the bundle, or perhaps of it. */
export interface Mate {
  readonly claimant: Claimant
  readonly same: Truth
  readonly missing: Value['missing']
}

export type BundleOf = (one: Claimant) => Bundle

export function bundlesAmong(limit: Limit, all: readonly Claimant[]): BundleOf {
  if (!isByClause(limit)) return alone
  const [steady, nameOf] = [steadyClauses(limit), bundleNames(limit)]
  const byPayee = groupBy(all, ({ draft: { line } }) => payeeOf(line))
  const found = new Map([...byPayee].flatMap(([payee, alike]) => alike.map((one) => [one, bundle(one, alike, steady, payee, nameOf(one))] as const)))
  return (one) => found.get(one) ?? alone(one)
}

function alone(claimant: Claimant): Bundle {
  const { at, rank, draft: { line } } = claimant
  return { claimant, mates: [], amount: { low: line.committed, high: line.possible }, ranks: { sure: [rank], maybe: [rank] }, payee: null, name: String(at) }
}

function bundle(one: Claimant, alike: readonly Claimant[], steady: ReadonlySet<string>, payee: string, name: string): Bundle {
  const mates = alike.flatMap((claimant): readonly Mate[] => {
    const { same, missing } = steady.has(one.draft.line.clause) ? { same: TRUE, missing: [] } : sameKey(one.key, claimant.key)
    return claimant.at === one.at || !same.canBeTrue ? [] : [{ claimant, same, missing }]
  })
  const low = mates.filter(isSureMate).reduce((sum, { claimant }) => sum + claimant.draft.line.committed, one.draft.line.committed)
  const high = mates.reduce<Whole['high']>((sum, { claimant: { draft: { line } } }) => (sum === null || line.possible === null ? null : sum + line.possible), one.draft.line.possible)
  const ranks = { sure: distinctRanks([one, ...mates.filter(isSureMate).map(({ claimant }) => claimant)]), maybe: distinctRanks([one, ...mates.map(({ claimant }) => claimant)]) }
  return { claimant: one, mates, amount: { low, high }, ranks, payee, name }
}

function distinctRanks(all: readonly Claimant[]): readonly Rank[] {
  return [...groupBy(all, ({ at, rank }) => (rank === null ? null : keyText([rank]) ?? at)).values()].flatMap((same) => same.slice(0, 1).map(({ rank }) => rank))
}

/** Lines whose keys may differ are each named for themselves. */
export function bundleNames(limit: Limit): (one: Claimant) => string {
  const steady = steadyClauses(limit)
  return ({ at, key, draft: { line } }) => (isByClause(limit) ? bundleText(steady, line, keyText(key)) : null) ?? String(at)
}

function isSureMate({ same }: Mate): boolean {
  return !same.canBeFalse
}
