import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { boxesOf, disjoint } from '../conditions.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'
import type { SharingItem } from '../piece.ts'
import { compatible } from '../to-core/guards.ts'

interface Stated extends SharingItem {
  readonly entry: Entry
}

/** Every 分担 of the policy, in the order of the files. */
export function sharingsIn(entries: readonly Entry[]): readonly Stated[] {
  return entries.flatMap((entry) => (entry.piece.content.kind === 'constraint' ? entry.piece.content.sharing.map((one) => ({ ...one, entry })) : []))
}

/** Two rules about who pays one clause that may both apply: the second of each two is reported. */
export function sharingOverlaps(entries: readonly Entry[]): readonly Diagnostic[] {
  const all = sharingsIn(entries)
  return all.flatMap((second, at) => {
    const clause = all.slice(0, at).flatMap((first) => meetingOf(first, second))[0]
    return clause === undefined ? [] : [placed(finding('sharing-overlap', second.span, { id: clause }), second.entry.file, second.entry.placed.start)]
  })
}

/** The clauses that both may be about at once. */
function meetingOf({ sharing: a }: Stated, { sharing: b }: Stated): readonly string[] {
  if (!compatible(a.under, b.under)) return []
  return a.clauses.filter((id) => b.clauses.includes(id) && !disjoint(boxesOf(condition(a, id)), boxesOf(condition(b, id))))
}

function condition({ when }: Stated['sharing'], id: string): Parameters<typeof boxesOf>[0] {
  const own = when?.[id]
  return own === undefined ? [] : [own]
}
