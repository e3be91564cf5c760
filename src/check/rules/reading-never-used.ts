import type { AmbiguitySymbol, Declaration } from '../symbols.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** Readings that change nothing: of those that no statement names, one can be the absence of the others; any more are the same. */
export function readingNeverUsed(ambiguity: AmbiguitySymbol, used: ReadonlySet<Declaration>): readonly Finding[] {
  const unused = [...ambiguity.readings.values()].filter((reading) => !used.has(reading))
  if (unused.length < 2) return []
  const defaults = new Set(ambiguity.statement.readings.filter((reading) => reading.isDefault).map((reading) => reading.span))
  const reported = unused.filter((reading) => !defaults.has(reading.span))
  return reported.map((reading) => finding('reading-never-used', reading.span, { id: ambiguity.id, name: reading.name.zh, name_en: reading.name.en }))
}
