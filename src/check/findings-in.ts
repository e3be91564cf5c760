import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Code } from '../diagnostics/codes.ts'
import type { Entry } from './entry.ts'
import { placed } from './finding.ts'
import type { Finding } from './finding.ts'
import type { Symbols } from './symbols.ts'

/** What follows from a part that could not be read: the syntax error says it already. */
const FOLLOWS_FROM_SYNTAX: ReadonlySet<Code> = new Set<Code>([
  'no-effect', 'case-missing', 'row-arity', 'gap-in-cases', 'clause-without-citation', 'example-without-expectation', 'ambiguity-without-default',
])

/** What was found in each statement, at its place. */
export function findingsIn(entries: readonly Entry[], symbols: Symbols): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const add = (entry: Entry, findings: readonly Finding[]): void => {
    const broken = entry.placed.problems.length > 0
    for (const one of findings) if (!broken || !FOLLOWS_FROM_SYNTAX.has(one.code)) found.push(placed(one, entry.file, entry.placed.start))
  }
  for (const entry of entries) {
    if (entry.piece.findings.length > 0) add(entry, entry.piece.findings)
    const declared = symbols.findings.get(entry.placed.statement)
    if (declared !== undefined) add(entry, declared)
  }
  return found
}
