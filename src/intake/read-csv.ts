import type { Policy } from '../core/core.ts'
import type { Applicant, LedgerEntry, Matter } from '../engines/engine.ts'
import { allEntities, columnsOf, rowFacts, type CellFact, type Columns, type Roles } from './csv-columns.ts'
import { cellAt, readTable, type CsvRow, type CsvTable } from './csv-table.ts'
import { expectedOf } from './expected.ts'
import { NOWHERE, problem, type Details, type Intake, type Problem, type ProblemCode, type Where } from './problem.ts'
import { readText } from './value.ts'
import { fieldsOf, suggestion, vocabularyOf, type Vocabulary } from './vocabulary.ts'

interface Reader {
  readonly policy: Policy
  readonly vocabulary: Vocabulary
  readonly table: CsvTable
  readonly columns: Columns
  readonly problems: Problem[]
}

function openReader(policy: Policy, text: string, roles: Roles): Reader {
  const vocabulary = vocabularyOf(policy)
  const table = readTable(text)
  const columns = table.problems.length > 0 && table.heading.length === 0
    ? { fixed: new Map<string, number>(), facts: [], problems: [] }
    : columnsOf(table, roles, allEntities(policy, vocabulary), vocabulary)
  return { policy, vocabulary, table, columns, problems: [...table.problems, ...columns.problems] }
}

function cellOf(reader: Reader, row: CsvRow, role: string): string {
  const index = reader.columns.fixed.get(role)
  return index === undefined ? '' : (row.cells[index] ?? '')
}

type Whose = Pick<Where, 'applicant' | 'subject'>

function complain(reader: Reader, row: CsvRow, role: string, code: ProblemCode, owner: Whose, details: Details): void {
  const index = reader.columns.fixed.get(role) ?? 0
  reader.problems.push(problem(code, { ...NOWHERE, ...owner, ...cellAt(row, index, reader.table.heading[index] ?? role) }, details))
}

/** A cell that identifies; null where it is empty or refused (and then reported, where `required`). */
function idCell(reader: Reader, row: CsvRow, role: string, owner: Whose, required: boolean): string | null {
  const cell = cellOf(reader, row, role)
  if (cell.trim() === '' && !required) return null
  const reading = readText({ kind: 'identifier' }, cell, 'csv', '', reader.vocabulary)
  if (reading.ok && typeof reading.value === 'string') return reading.value
  if (!reading.ok && reader.columns.fixed.has(role)) complain(reader, row, role, reading.code === 'empty-text' ? 'empty-id' : reading.code, owner, { found: cell })
  return null
}

// ---------------------------------------------------------------- dossiers

const DOSSIER: Roles = {
  applicant: { names: ['申请人', 'applicant'], required: true },
  kind: { names: ['事项', 'matter'], required: false },
  id: { names: ['编号', 'id'], required: false },
}

interface Draft {
  readonly id: string
  own: ReadonlyMap<string, CellFact> | null
  ownRow: CsvRow | null
  readonly matters: { readonly entity: string; readonly id: string; readonly row: CsvRow; readonly facts: ReadonlyMap<string, CellFact> }[]
}

function readRow(reader: Reader, row: CsvRow, drafts: Map<string, Draft>): void {
  const applicant = idCell(reader, row, 'applicant', { applicant: null, subject: null }, true)
  if (applicant === null) return
  const draft = drafts.get(applicant) ?? { id: applicant, own: null, ownRow: null, matters: [] }
  drafts.set(applicant, draft)
  const kind = cellOf(reader, row, 'kind').trim()
  if (kind === '') {
    const id = cellOf(reader, row, 'id').trim()
    if (id !== '' && id !== applicant) {
      complain(reader, row, 'kind', 'kind-missing', { applicant, subject: null }, { found: id })
      return
    }
    const facts = rowFacts(row, reader.columns, reader.vocabulary.applicant, { applicant, subject: null }, reader.vocabulary, reader.problems)
    if (draft.own !== null) complain(reader, row, 'applicant', 'duplicate-applicant', { applicant, subject: null }, { found: applicant })
    else [draft.own, draft.ownRow] = [facts, row]
    return
  }
  const entity = reader.vocabulary.matters.get(kind)
  if (entity === undefined) {
    complain(reader, row, 'kind', 'unknown-kind', { applicant, subject: null }, { found: kind, hint: suggestion(kind, reader.vocabulary.matters.keys()) })
    return
  }
  if (!reader.columns.fixed.has('id')) {
    reader.problems.push(problem('missing-column', { ...NOWHERE, applicant, place: { line: row.line, column: 1 } }, { expected: { zh: '编号', en: 'id' } }))
    return
  }
  const id = idCell(reader, row, 'id', { applicant, subject: null }, true)
  if (id === null) return
  const facts = rowFacts(row, reader.columns, entity, { applicant, subject: id }, reader.vocabulary, reader.problems)
  if (draft.matters.some((matter) => matter.id === id)) complain(reader, row, 'id', 'duplicate-matter', { applicant, subject: id }, { found: id })
  else draft.matters.push({ entity: entity.entity.name.zh, id, row, facts })
}

function resolved(reader: Reader, draft: Draft, row: CsvRow | null, facts: ReadonlyMap<string, CellFact>, subject: string | null): Applicant['facts'] {
  const kept = new Map<string, CellFact['fact']>()
  for (const [name, { fact, field, column }] of facts) {
    const type = field.type
    const dangling = type.kind === 'matter' && fact.state === 'given' && !draft.matters.some(({ id, entity }) => id === fact.value && entity === type.name)
    if (!dangling) kept.set(name, fact)
    else if (row !== null && fact.state === 'given') {
      const where = { applicant: draft.id, subject, field: field.name, ...cellAt(row, column.index, column.heading) }
      reader.problems.push(problem('unknown-matter', where, { found: String(fact.value), expected: expectedOf(type, reader.vocabulary) }))
    }
  }
  return kept
}

/** Dossiers as a table: a row a matter, and one for the applicant's own facts. */
export function readCsvDossiers(policy: Policy, text: string): Intake<readonly Applicant[]> {
  const reader = openReader(policy, text, DOSSIER)
  const drafts = new Map<string, Draft>()
  for (const row of reader.table.rows) readRow(reader, row, drafts)
  const value = [...drafts.values()].map((draft): Applicant => ({
    id: draft.id,
    facts: resolved(reader, draft, draft.ownRow, draft.own ?? new Map(), null),
    matters: draft.matters.map(({ entity, id, row, facts }): Matter => ({ entity, id, facts: resolved(reader, draft, row, facts, id) })),
  }))
  return { value, problems: reader.problems }
}

// ---------------------------------------------------------------- ledger

const LEDGER: Roles = {
  clause: { names: ['条款', 'clause'], required: true },
  applicant: { names: ['申请人', 'applicant'], required: true },
  subject: { names: ['事项', 'subject', '编号', 'id'], required: false },
  date: { names: ['日期', 'date'], required: true },
  amount: { names: ['金额', 'amount', '金额（元）', '金额(元)', 'amount (yuan)'], required: true },
}

function ledgerRow(reader: Reader, row: CsvRow): LedgerEntry | undefined {
  const nobody = { applicant: null, subject: null }
  const applicant = idCell(reader, row, 'applicant', nobody, true)
  const subject = idCell(reader, row, 'subject', { applicant, subject: null }, false)
  const owner = { applicant, subject }
  const clauseId = cellOf(reader, row, 'clause').trim()
  const clause = reader.policy.clauses.find(({ id }) => id === clauseId)
  if (clause === undefined) complain(reader, row, 'clause', 'unknown-clause', owner, { found: clauseId, hint: suggestion(clauseId, reader.policy.clauses.map(({ id }) => id)) })
  const day = valueCell(reader, row, 'date', { kind: 'date' }, owner)
  const amount = valueCell(reader, row, 'amount', { kind: 'money' }, owner)
  if (clause === undefined || applicant === null) return undefined
  const entity = fieldsOf(reader.vocabulary, clause.subject ?? '')
  const facts = entity === undefined ? new Map<string, CellFact>() : rowFacts(row, reader.columns, entity, owner, reader.vocabulary, reader.problems)
  if (typeof day !== 'string' || typeof amount !== 'object') return undefined
  return { clause: clause.id, applicant, subject, day, amount: amount.n, facts: new Map([...facts].map(([name, { fact }]) => [name, fact])) }
}

function valueCell(reader: Reader, row: CsvRow, role: string, type: { readonly kind: 'date' } | { readonly kind: 'money' }, owner: Whose) {
  if (!reader.columns.fixed.has(role)) return undefined
  const cell = cellOf(reader, row, role)
  const reading = readText(type, cell, 'csv', '', reader.vocabulary)
  if (reading.ok) return reading.value
  complain(reader, row, role, reading.code, owner, { found: cell, expected: expectedOf(type, reader.vocabulary) })
  return undefined
}

/** Earlier grants as a table: a row a grant. */
export function readCsvLedger(policy: Policy, text: string): Intake<readonly LedgerEntry[]> {
  const reader = openReader(policy, text, LEDGER)
  const value = reader.table.rows.map((row) => ledgerRow(reader, row)).filter((entry) => entry !== undefined)
  return { value, problems: reader.problems }
}
