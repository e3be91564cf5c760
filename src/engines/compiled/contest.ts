import type { Limit } from '../../core/core.ts'
import type { Line, Missing } from '../engine.ts'
import { FEW } from '../limit-under.ts'
import type { Mate } from './bundles.ts'
import { isSurelyPaid, type Claimant } from './claimants.ts'
import { chosen, isSure, oneABundle, type Rival } from './rivals.ts'
import type { Because, Tally, Whole } from './shares.ts'
import { FALSE, missingOf, TRUE, type Val } from './values.ts'

/** What a line meets under a limit. */
export interface Contest {
  readonly claimant: Claimant
  readonly pool: Pool
  readonly tally: Tally
  /** What the others come to; asked for where the limit does something to the line. */
  readonly details: () => Details
  /** The lines that stay, or go, together with it, and what they come to. */
  readonly mates: readonly Mate[]
  readonly amount: Whole
}

/** Lines that were told apart together: with one key, and those that each of them was compared with besides. */
export interface Pool {
  readonly members: readonly Claimant[]
  readonly others: readonly Claimant[]
}

export interface Details {
  /** Lines that took the place, or may. Of many lines that share a limit they are not named. */
  readonly because: (which: Because) => readonly Line[]
  /** Facts that would decide who comes first, or whether the limit is shared. */
  readonly missing: () => readonly Missing[]
  readonly isKeyOpen: boolean
  readonly isRankOpen: boolean
  readonly tiedWith: (which: Because) => ReadonlySet<Line>
  /** One by one; of many lines that were sorted, none. */
  readonly rivals: readonly Rival[]
  /** Who comes first, or whether the limit is shared, is not decided for all of them. */
  readonly isOpen: boolean
}

const NOBODY: readonly Line[] = []
export const NO_LINES: ReadonlySet<Line> = new Set()
const NO_MISSING: readonly Missing[] = []
const NO_RIVALS: readonly Rival[] = []
export const NO_MATES: readonly Mate[] = []
export const NO_DETAILS: Details = { because: () => NOBODY, missing: () => NO_MISSING, isKeyOpen: false, isRankOpen: false, tiedWith: () => NO_LINES, rivals: NO_RIVALS, isOpen: false }

export function detailsOf(limit: Limit, one: Claimant, rivals: readonly Rival[], mates: readonly Mate[]): Details {
  const isOpen = (rival: Rival): boolean => !isSure(rival) || rival.before === (TRUE | FALSE)
  const lineOf = ({ claimant: { line } }: Rival): Line => line
  return {
    because: (which) => chosen(rivals, which).map(lineOf),
    missing: () => {
      const open = rivals.filter(isOpen)
      return [
        ...(open.length === 0 ? [] : mates.flatMap((mate) => [...mate.missing, ...mate.claimant.line.missing])),
        ...rivals.flatMap(({ missing }) => missing),
        ...(oneABundle(rivals).length < FEW ? rivals.filter((rival) => !isOpen(rival) && (rival.before & TRUE) !== 0 && isUnsettled(limit, rival.claimant)).flatMap(({ claimant: { line } }) => line.missing) : []),
        ...open.flatMap(({ claimant: { rank, line } }) => [...rankMissing(one.rank), ...rankMissing(rank), ...line.missing]),
      ]
    },
    isKeyOpen: rivals.some((rival) => !isSure(rival)),
    isRankOpen: rivals.some(({ before, tied }) => before === (TRUE | FALSE) && !tied),
    tiedWith: (which) => new Set(chosen(rivals, which).filter(({ tied }) => tied).map(lineOf)),
    rivals,
    isOpen: rivals.some(isOpen),
  }
}

/** How much of the limit it takes is not known yet. */
function isUnsettled({ measure }: Limit, { draft, line }: Claimant): boolean {
  return measure === 'count' ? !isSurelyPaid(draft) : line.committed !== line.possible
}

function rankMissing(rank: Val | null): readonly Missing[] {
  return rank === null ? NO_MISSING : missingOf(rank)
}
