import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { cycles } from '../cycles.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'
import type { Content } from '../piece.ts'

type ClauseEntry = Entry & { readonly piece: { readonly content: Content & { readonly kind: 'clause' } } }

function isClause(entry: Entry): entry is ClauseEntry {
  return entry.piece.content.kind === 'clause'
}

/** Clauses that are exceptions to each other in a circle: none of them could ever stand. */
export function exceptionCycle(entries: readonly Entry[]): readonly Diagnostic[] {
  const clauses = entries.filter(isClause).filter((entry) => entry.piece.content.summary.exceptionTo.length > 0)
  if (clauses.length === 0) return []
  const byId = new Map(clauses.map((entry) => [entry.piece.content.clause?.id ?? '', entry]))
  const next = (entry: ClauseEntry): readonly ClauseEntry[] => entry.piece.content.summary.exceptionTo.flatMap((one) => byId.get(one.id) ?? [])
  return cycles(clauses, next).flatMap((circle) => {
    const [first] = circle
    const second = circle[1] ?? first
    const id = first?.piece.content.clause?.id
    if (first === undefined || id === undefined) return []
    const path = [...circle, first].map((one) => one.piece.content.clause?.id ?? '').join(' → ')
    const span = first.piece.content.summary.exceptionTo.find((one) => one.id === second?.piece.content.clause?.id)?.span ?? { start: 0, end: 0 }
    return [placed(finding('exception-cycle', span, { id, path }), first.file, first.placed.start)]
  })
}
