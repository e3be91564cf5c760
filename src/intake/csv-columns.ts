import type { Field, Policy } from '../core/core.ts'
import type { Fact } from '../engines/engine.ts'
import { cellAt, type CsvRow, type CsvTable } from './csv-table.ts'
import { expectedOf } from './expected.ts'
import { NOWHERE, problem, type Details, type Problem } from './problem.ts'
import { readText, unitsOf } from './value.ts'
import { suggestion, type EntityFields, type Vocabulary } from './vocabulary.ts'

/** A column of facts: the name that its heading gives, and the unit after it, or ''. */
export interface FactColumn {
  readonly index: number
  readonly heading: string
  readonly name: string
  readonly unit: string
}

/** The columns of a table: fixed ones by their role, and those of facts. */
export interface Columns {
  readonly fixed: ReadonlyMap<string, number>
  readonly facts: readonly FactColumn[]
  readonly problems: readonly Problem[]
}

/** Names of the fixed columns, in both languages, by role. */
export type Roles = { readonly [role: string]: { readonly names: readonly string[]; readonly required: boolean } }

/** A field with a unit that it cannot have; undefined where the name is none of a field either. */
interface WrongUnit {
  readonly type: Field['type']
}

function factColumn(heading: string, index: number, entities: readonly EntityFields[], vocabulary: Vocabulary): FactColumn | WrongUnit | undefined {
  const known = (name: string) => entities.filter(({ fields }) => fields.has(name))
  if (known(heading).length > 0) return { index, heading, name: heading, unit: '' }
  const match = /^(.+?)\s*[（(]\s*([^（）()]+?)\s*[）)]$/u.exec(heading)
  const [, name = '', unit = ''] = match ?? []
  const fields = known(name).flatMap((each) => each.fields.get(name) ?? [])
  return fields.some(({ type }) => unitsOf(type, vocabulary).includes(unit)) ? { index, heading, name, unit } : fields[0] === undefined ? undefined : { type: fields[0].type }
}

export function columnsOf(table: CsvTable, roles: Roles, entities: readonly EntityFields[], vocabulary: Vocabulary): Columns {
  const fixed = new Map<string, number>()
  const facts: FactColumn[] = []
  const problems: Problem[] = []
  const complain = (code: 'unknown-column' | 'duplicate-column' | 'column-unit', index: number, found: string, more: Pick<Details, 'hint' | 'expected'> = {}) => {
    problems.push(problem(code, { ...NOWHERE, place: { line: 1, column: index + 1 } }, { found, ...more }))
  }
  const names = [...Object.values(roles).flatMap(({ names }) => names), ...entities.flatMap(({ fields }) => [...fields.keys()])]
  table.heading.forEach((heading, index) => {
    // Spreadsheets export empty columns at the right edge.
    if (heading === '' && table.rows.every(({ cells }) => (cells[index] ?? '').trim() === '')) return
    const role = Object.entries(roles).find(([, { names }]) => names.includes(heading.toLowerCase()))?.[0]
    const column = role === undefined ? factColumn(heading, index, entities, vocabulary) : undefined
    if (role !== undefined) {
      if (fixed.has(role)) complain('duplicate-column', index, heading)
      else fixed.set(role, index)
    } else if (column === undefined) complain('unknown-column', index, heading, { hint: suggestion(heading, names) })
    else if ('type' in column) complain('column-unit', index, heading, { expected: expectedOf(column.type, vocabulary) })
    else if (facts.some((other) => sharesField(other, column, entities))) complain('duplicate-column', index, heading)
    else facts.push(column)
  })
  for (const [role, { names: [zh = role, en = role], required }] of Object.entries(roles)) {
    if (required && !fixed.has(role)) problems.push(problem('missing-column', { ...NOWHERE, place: { line: 1, column: 1 } }, { expected: { zh, en } }))
  }
  return { fixed, facts, problems }
}

function sharesField(a: FactColumn, b: FactColumn, entities: readonly EntityFields[]): boolean {
  return entities.some(({ fields }) => fields.has(a.name) && fields.get(a.name) === fields.get(b.name))
}

const UNKNOWN = new Set(['未知', 'unknown'])
const NOT_APPLICABLE = new Set(['不适用', 'not applicable', 'n/a'])

export interface CellFact {
  readonly fact: Fact
  readonly field: Field
  readonly column: FactColumn
}

/** The facts of one row, by the field's Chinese name. An empty cell was not asked. */
export function rowFacts(
  row: CsvRow, columns: Columns, entity: EntityFields, owner: { readonly applicant: string | null; readonly subject: string | null },
  vocabulary: Vocabulary, problems: Problem[],
): ReadonlyMap<string, CellFact> {
  const facts = new Map<string, CellFact>()
  for (const column of columns.facts) {
    const cell = row.cells[column.index] ?? ''
    if (cell.trim() === '') continue
    const field = entity.fields.get(column.name)
    const where = { ...NOWHERE, ...owner, ...cellAt(row, column.index, column.heading) }
    if (field === undefined) {
      problems.push(problem('field-of-other-kind', where, { found: column.name, expected: entity.entity.name }))
      continue
    }
    const fact = cellFact(cell, field, column, vocabulary)
    if (typeof fact !== 'string') facts.set(field.name.zh, { fact, field, column })
    else problems.push(problem(fact, { ...where, field: field.name }, { found: cell, expected: expectedOf(field.type, vocabulary) }))
  }
  return facts
}

function cellFact(cell: string, field: Field, column: FactColumn, vocabulary: Vocabulary): Fact | Problem['code'] {
  const word = cell.trim().toLowerCase()
  if (UNKNOWN.has(word)) return { state: 'unknown' }
  if (NOT_APPLICABLE.has(word)) return { state: 'not-applicable' }
  if (column.unit !== '' && !unitsOf(field.type, vocabulary).includes(column.unit)) return 'wrong-unit'
  const reading = readText(field.type, cell, 'csv', column.unit, vocabulary)
  return reading.ok ? { state: 'given', value: reading.value } : reading.code
}

/** The applicant and every kind of matter. */
export function allEntities(policy: Policy, vocabulary: Vocabulary): readonly EntityFields[] {
  return [vocabulary.applicant, ...policy.matters.flatMap(({ name }) => vocabulary.matters.get(name.zh) ?? [])]
}
