import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FileTree } from '../syntax/tree.ts'
import type { CoverageRow } from './coverage.ts'
import type { Entry } from './entry.ts'
import type { Environment } from './environment.ts'
import { placed } from './finding.ts'
import type { Finding } from './finding.ts'
import { aliasConflicts } from './rules/alias-conflict.ts'
import { isStub } from './rules/clause-stub.ts'
import { definitionCycle } from './rules/definition-cycle.ts'
import { exceptionCycle } from './rules/exception-cycle.ts'
import { gluedKeyword } from './rules/glued-keyword.ts'
import { headingDiffers } from './rules/heading-differs.ts'
import { incompleteHeader } from './rules/incomplete-header.ts'
import { missingHeader } from './rules/missing-header.ts'
import { missingSource } from './rules/missing-source.ts'
import { outlivesPolicy } from './rules/outlives-policy.ts'
import { overlappingClauses } from './rules/overlap-without-priority.ts'
import { readingNeverUsed } from './rules/reading-never-used.ts'
import { responsibilityDiffers } from './rules/responsibility-differs.ts'
import { sentenceCitedTwice } from './rules/sentence-cited-twice.ts'
import { sentencePartlyCovered } from './rules/sentence-partly-covered.ts'
import { sentenceUncovered } from './rules/sentence-uncovered.ts'
import { sharesWithoutCap } from './rules/share-without-cap.ts'
import { sharingGaps } from './rules/sharing-gap.ts'
import { sharingOverlaps } from './rules/sharing-overlap.ts'
import { sourceChanged } from './rules/source-changed.ts'
import { unusedVocabulary } from './rules/unused-vocabulary.ts'
import type { Declaration } from './symbols.ts'

export interface Package {
  readonly environment: Environment
  readonly trees: readonly FileTree[]
  readonly entries: readonly Entry[]
  readonly coverage: readonly CoverageRow[]
  /** Of the official text; null without one. */
  readonly fingerprint: string | null
}

/** The rules that look at more than one statement: each a loop over what the statements have said of themselves. */
export function acrossStatements(pack: Package): readonly Diagnostic[] {
  const { environment: { symbols }, trees, entries, coverage } = pack
  const used = usedDeclarations(entries)
  const sourceFile = sourceFileOf(entries)
  // Of those the stub itself says that it is still to be written.
  const stubs = new Set(entries.flatMap(({ placed: { statement } }) => (isStub(statement) ? [statement.id.text] : [])))
  return [
    ...headerRules(pack),
    ...measureRules(pack),
    ...unusedVocabulary(symbols, entries, used),
    ...readingRules(pack, used),
    ...aliasConflicts(symbols, entries),
    ...definitionCycle(entries),
    ...exceptionCycle(entries),
    ...overlappingClauses(entries),
    ...sharesWithoutCap(entries),
    ...outlivesPolicy(entries),
    ...sharingOverlaps(entries),
    ...sharingGaps(entries),
    ...gluedKeyword(symbols, trees),
    ...sentenceUncovered(coverage.filter(({ segment }) => !stubs.has(segment.id)), sourceFile),
    ...sentencePartlyCovered(coverage, sourceFile),
    ...sentenceCitedTwice(coverage),
  ]
}

/** What examples use does not count: they would keep every fact that nothing else needs. */
function usedDeclarations(entries: readonly Entry[]): ReadonlySet<Declaration> {
  const used = new Set<Declaration>()
  for (const { piece } of entries) if (piece.content.kind !== 'example') for (const use of piece.uses) used.add(use)
  return used
}

function sourceFileOf(entries: readonly Entry[]): string {
  for (const { piece: { content } } of entries) if (content.kind === 'header' && content.header.source.file !== '') return content.header.source.file
  return 'source.txt'
}

function headerRules({ environment: { symbols, source }, trees, entries, fingerprint }: Package): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const first = trees[0]?.file ?? 'policy.heng'
  const header = entries.find((entry) => entry.placed.statement.kind === 'policy')
  if (header === undefined) found.push(missingHeader('Policy', first))
  if (symbols.applicant === null) found.push(missingHeader('Applicant', first))
  if (header?.placed.statement.kind !== 'policy') return found
  const { statement, start } = header.placed
  const commencement = entries.some((entry) => entry.placed.statement.kind === 'commencement')
  const findings: (Finding | null)[] = [...incompleteHeader(statement, source !== null, commencement), source === null ? missingSource(statement) : null]
  if (fingerprint !== null) findings.push(sourceChanged(statement, fingerprint))
  for (const one of findings) if (one !== null) found.push(placed(one, header.file, start))
  return found
}

function measureRules({ environment: { symbols, source }, entries }: Package): readonly Diagnostic[] {
  if (source === null) return []
  const found: Diagnostic[] = []
  for (const { file, placed: { statement, start } } of entries) {
    if (statement.kind !== 'measure') continue
    for (const one of [headingDiffers(source, statement), ...responsibilityDiffers(source, symbols, statement)]) {
      if (one !== null) found.push(placed(one, file, start))
    }
  }
  return found
}

function readingRules({ environment: { symbols }, entries }: Package, used: ReadonlySet<Declaration>): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const { file, placed: { statement, start } } of entries) {
    if (statement.kind !== 'ambiguity') continue
    const symbol = symbols.ambiguities.get(statement.id.text)
    if (symbol?.statement === statement) for (const one of readingNeverUsed(symbol, used)) found.push(placed(one, file, start))
  }
  return found
}
