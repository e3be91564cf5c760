import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { cycles } from '../cycles.ts'
import type { Entry } from '../entry.ts'
import { finding, placed } from '../finding.ts'
import type { Declaration } from '../symbols.ts'

const NAMED: ReadonlySet<Declaration['kind']> = new Set<Declaration['kind']>(['definition', 'parameter', 'table'])

/** Definitions, parameters and tables that come round to themselves. */
export function definitionCycle(entries: readonly Entry[]): readonly Diagnostic[] {
  const declarations = entries.filter(({ placed: { statement } }) => NAMED.has(statement.kind as Declaration['kind']))
  if (declarations.length === 0) return []
  const byStatement = new Map(declarations.map((entry) => [entry.placed.statement, entry]))
  const next = (entry: Entry): readonly Entry[] => [...entry.piece.uses].flatMap((use) => (NAMED.has(use.kind) ? byStatement.get(use.statement) ?? [] : []))
  return cycles(declarations, next).flatMap((circle) => {
    const [first] = circle
    if (first === undefined || !('name' in first.placed.statement) || first.placed.statement.name === null) return []
    const path = [...circle, first].map((one) => ('name' in one.placed.statement ? one.placed.statement.name?.name.text ?? '' : '')).join(' → ')
    const word = first.placed.statement.name.name
    return [placed(finding('definition-cycle', word.span, { name: word.text, path }), first.file, first.placed.start)]
  })
}
