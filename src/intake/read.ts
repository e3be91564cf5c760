import type { Policy } from '../core/core.ts'
import type { Applicant, Decision, LedgerEntry } from '../engines/engine.ts'
import { NOWHERE, problem, type Intake } from './problem.ts'
import { readCsvDossiers, readCsvLedger } from './read-csv.ts'
import { readJsonDossiers, readNdjsonDossiers } from './read-json.ts'
import { readJsonDecisions, readJsonLedger } from './read-records.ts'
import { formatOfContent, textOf, type Format } from './text.ts'

function read<T>(content: Uint8Array | string, orGb18030: boolean, from: (text: string) => Intake<readonly T[]>): Intake<readonly T[]> {
  const { text, problems } = textOf(content, orGb18030)
  if (problems.length > 0) return { value: [], problems }
  return text.trim() === '' ? { value: [], problems: [problem('empty-file', { ...NOWHERE, place: { line: 1, column: 1 } })] } : from(text)
}

/**
 * Applicants with their matters, from JSON, NDJSON or CSV; without `format` the content shows it. Nothing throws:
 * what is wrong with the file is in `problems`, all of it, and only an intake without problems may be evaluated.
 */
export function readDossiers(policy: Policy, content: Uint8Array | string, format: Format = formatOfContent(content)): Intake<readonly Applicant[]> {
  return read(content, format === 'csv', (text) => {
    if (format === 'csv') return readCsvDossiers(policy, text)
    return format === 'ndjson' ? readNdjsonDossiers(policy, text) : readJsonDossiers(policy, text)
  })
}

/** Earlier grants, from JSON or CSV. */
export function readLedger(policy: Policy, content: Uint8Array | string, format: Format = formatOfContent(content)): Intake<readonly LedgerEntry[]> {
  return read(content, format === 'csv', (text) => (format === 'csv' ? readCsvLedger(policy, text) : readJsonLedger(policy, text)))
}

/** Recorded decisions, from JSON. */
export function readDecisions(policy: Policy, content: Uint8Array | string): Intake<readonly Decision[]> {
  return read(content, false, (text) => readJsonDecisions(policy, text))
}
