import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { boxesOf } from '../conditions.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'
import { sharingsIn } from './sharing-overlap.ts'

/** A clause for which it is said who pays in some cases and, as far as can be seen, not in all. */
export function sharingGaps(entries: readonly Entry[]): readonly Diagnostic[] {
  const all = sharingsIn(entries)
  const found = new Map<(typeof all)[number], string>()
  for (const id of new Set(all.flatMap(({ sharing }) => sharing.clauses))) {
    const own = all.filter(({ sharing }) => sharing.clauses.includes(id))
    const choices = own.map(({ sharing }) => sharing.under).filter((under) => under.length > 0)
    for (const choice of choices.length === 0 ? [[]] : choices) {
      const kept = own.filter(({ sharing }) => sharing.under.every((ref) => choice.some((one) => one.ambiguity === ref.ambiguity && one.reading === ref.reading)))
      const none = kept.flatMap(({ sharing: { when } }) => {
        const condition = when?.[id]
        return condition === undefined ? [] : [{ expr: condition.expr, negated: !condition.negated }]
      })
      const [first] = kept
      if (first !== undefined && none.length === kept.length && boxesOf(none).length > 0 && !found.has(first)) found.set(first, id)
    }
  }
  return [...found].map(([{ span, entry }, id]) => placed(finding('sharing-gap', span, { id }), entry.file, entry.placed.start))
}
